-- up

-- Where an idea and a partner are reached: a role's mailbox.
alter table idea add column contact_email text null;

alter table partner add column contact_email text null;

-- down

-- The version before has no room for these, and nothing that people made shall be lost in silence.
do $$ begin
  if exists (select from idea where contact_email is not null union all select from partner where contact_email is not null) then
    raise exception 'Ideas or partners have a mailbox, which would be lost: there is no way back.';
  end if;
end $$;

alter table idea drop column contact_email;

alter table partner drop column contact_email;
