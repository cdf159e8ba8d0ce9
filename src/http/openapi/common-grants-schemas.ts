import type { Opportunity } from '../../funding-calls/exchange/formats/common-grants/write-common-grants.js';
import { type JsonSchema, objectOf } from '../json-schema.js';

const text: JsonSchema = { type: 'string' };
const moment: JsonSchema = { type: 'string', format: 'date-time' };
const count: JsonSchema = { type: 'integer', minimum: 0 };
const open: JsonSchema = { type: 'object' };
const money = objectOf({ amount: text, currency: text }, ['amount', 'currency']);

const PROPERTIES: Readonly<Record<keyof Opportunity, JsonSchema>> = {
  id: { type: 'string', format: 'uuid' },
  identifiers: open,
  title: text,
  description: text,
  status: objectOf(
    {
      value: { type: 'string', enum: ['forecasted', 'open', 'closed', 'custom'] },
      customValue: text,
      description: text,
    },
    ['value'],
  ),
  funding: objectOf({ totalAmountAvailable: money, minAwardAmount: money, maxAwardAmount: money }, []),
  keyDates: objectOf({ postDate: open, closeDate: open, otherDates: open }, []),
  source: { type: 'string', format: 'uri' },
  customFields: open,
  createdAt: moment,
  lastModifiedAt: moment,
};

const OPTIONAL: readonly string[] = ['funding', 'keyDates', 'source'];

/** An opportunity: OpportunityBase of CommonGrants 0.5, whose own document says what is in its parts. */
const OPPORTUNITY = objectOf(
  PROPERTIES,
  Object.keys(PROPERTIES).filter(name => !OPTIONAL.includes(name)),
);

const SUCCESS = { status: { const: 200 }, message: text };
const PAGES = objectOf({ page: count, pageSize: count, totalItems: count, totalPages: count }, ['page', 'pageSize']);
const LIST = { ...SUCCESS, items: { type: 'array', items: OPPORTUNITY }, paginationInfo: PAGES };

export const CG_LIST = objectOf(LIST, Object.keys(LIST));
export const CG_ONE = objectOf({ ...SUCCESS, data: OPPORTUNITY }, ['status', 'message', 'data']);
export const CG_FOUND = objectOf({ ...LIST, sortInfo: open, filterInfo: open }, [
  ...Object.keys(LIST),
  'sortInfo',
  'filterInfo',
]);
export const CG_SEARCH: JsonSchema = {
  type: 'object',
  properties: { search: text, filters: open, sorting: open, pagination: open },
  additionalProperties: false,
};
const FAULT = objectOf(
  { field: text, message: text, extensions: objectOf({ code: text }, ['code'], { additionalProperties: true }) },
  ['message', 'extensions'],
);
export const CG_REFUSAL = objectOf(
  { status: { type: 'integer' }, message: text, errors: { type: 'array', minItems: 1, items: FAULT } },
  ['status', 'message', 'errors'],
);
