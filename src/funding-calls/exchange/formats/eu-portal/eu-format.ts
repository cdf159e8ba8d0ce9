import { JSON_FORMAT, rowByRow } from '../../source/json/json-format.js';
import { numberedPages, onePage } from '../../source/paging.js';
import type { SourceFormat } from '../../source-format.js';
import { euBulkRow } from './eu-bulk.js';
import { euRequest, isEuSearch } from './eu-request.js';
import { euSearchRow } from './eu-search.js';

/** The lists of the portal's two forms; which one the input is shows by itself. */
const SEARCH = 'results';
const BULK = 'fundingData.GrantTenderObj';
const LISTS = [SEARCH, BULK] as const;

export const euPortal: SourceFormat = {
  ...JSON_FORMAT,
  description:
    'The EU Funding & Tenders portal as JSON: an answer of its search, or its bulk file; which one is seen from the content.',
  lists: LISTS,
  announces: {
    numbers: new Map([
      ['totalResults', 'total'],
      ['pageNumber', 'page'],
      ['pageSize', 'pageSize'],
    ]),
    fillsPages: false,
  },
  read: rowByRow(LISTS, (value, row, list) => (list === BULK ? euBulkRow(value, row) : euSearchRow(value, row))),
  paging(url) {
    const isPaged = isEuSearch(url) || url.searchParams.has('pageNumber');
    return isPaged ? numberedPages(url, 'pageNumber', 'pageSize') : onePage(url);
  },
  request: euRequest,
};
