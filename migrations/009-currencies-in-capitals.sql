-- up

-- Codes that were typed in small letters are the same currencies as in capitals, and are summed and found with them.
update funding_call set budget_currency = upper(budget_currency), grant_min_currency = upper(grant_min_currency), grant_max_currency = upper(grant_max_currency)
  where concat(budget_currency, grant_min_currency, grant_max_currency) ~ '[a-z]';

update application set requested_currency = upper(requested_currency), co_financing_currency = upper(co_financing_currency), granted_currency = upper(granted_currency)
  where concat(requested_currency, co_financing_currency, granted_currency) ~ '[a-z]';

update membership set commitment_currency = upper(commitment_currency) where commitment_currency ~ '[a-z]';

update project set budget_currency = upper(budget_currency) where budget_currency ~ '[a-z]';

-- down

-- Nothing is taken back: in which letters they were typed is not known.
