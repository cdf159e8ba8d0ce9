import { describedEnum } from '../../shared/described-enum.js';

export const CallFormat = describedEnum('CallFormat', 'A form that funding calls can be imported from.', {
  GDP: "The Swedish funders' open-data standard (Gemensamma dataprojektet, version 1): a list of utlysningar as JSON.",
  VINNOVA: "Vinnova's register as JSON: programmes, calls and application rounds; the round is what one applies to.",
  EU_PORTAL:
    'The EU Funding & Tenders portal as JSON: an answer of its search, or its bulk file; which one is seen from the content.',
  COMMON_GRANTS: 'CommonGrants opportunities as JSON: an answer of list, search or get.',
  CSV: 'A table with the documented columns, Swedish or English headers, separated by comma, semicolon or tab.',
});
export type CallFormat = keyof typeof CallFormat;
