import { JSON_FORMAT, rowByRow } from '../../source/json/json-format.js';
import type { SourceFormat } from '../../source-format.js';
import { gdpPaging } from './gdp-paging.js';
import { gdpRow } from './read-gdp.js';

const LISTS = ['', 'utlysningar'] as const;

export const gdp: SourceFormat = {
  ...JSON_FORMAT,
  description:
    "The Swedish funders' open-data standard (Gemensamma dataprojektet, version 1): a list of utlysningar as JSON.",
  lists: LISTS,
  read: rowByRow(LISTS, gdpRow),
  paging: gdpPaging,
};
