import { JSON_FORMAT, rowByRow } from '../../source/json/json-format.js';
import { numberedPages, onePage } from '../../source/paging.js';
import type { SourceFormat } from '../../source-format.js';
import { commonGrantsRow } from './read-common-grants.js';

/** Where answers have their opportunities: list and search, get, or a bare list. */
const LISTS = ['items', 'data', ''] as const;

export const commonGrants: SourceFormat = {
  ...JSON_FORMAT,
  description: 'CommonGrants opportunities as JSON: an answer of list, search or get.',
  lists: LISTS,
  announces: {
    numbers: new Map([
      ['paginationInfo.totalItems', 'total'],
      ['paginationInfo.page', 'page'],
      ['paginationInfo.pageSize', 'pageSize'],
      ['paginationInfo.totalPages', 'pages'],
    ]),
    fillsPages: true,
  },
  read: rowByRow(LISTS, commonGrantsRow),
  paging(url) {
    const isList = /\/common-grants\/opportunities\/?$/.test(url.pathname) || url.searchParams.has('page');
    return isList ? numberedPages(url, 'page', 'pageSize') : onePage(url);
  },
};
