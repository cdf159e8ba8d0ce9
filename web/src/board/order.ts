import type { IdeaOrder } from '../gql/graphql';

/** The orders that the service can give, each the way one mostly wants it. */
const ORDERS = {
  due: { field: 'NEXT_DEADLINE', direction: 'ASC' },
  updated: { field: 'UPDATED_AT', direction: 'DESC' },
  waiting: { field: 'ENTERED_STAGE_AT', direction: 'ASC' },
  title: { field: 'TITLE', direction: 'ASC' },
  code: { field: 'CODE', direction: 'ASC' },
  created: { field: 'CREATED_AT', direction: 'DESC' },
  relevance: { field: 'RELEVANCE', direction: 'DESC' },
} as const satisfies Record<string, IdeaOrder>;

/** What the address calls an order. */
export type OrderName = keyof typeof ORDERS;

/** An order, and whether it goes the other way round: in the address with a minus before its name. */
export interface Order {
  name: OrderName;
  reversed: boolean;
}

const isName = (name: string): name is OrderName => Object.hasOwn(ORDERS, name);

/** The order that the address names; a search begins with what fits best. */
export function orderNamed(sort: string, searched: boolean): Order {
  const name = sort.replace(/^-/, '');
  return isName(name) ? { name, reversed: sort !== name } : { name: searched ? 'relevance' : 'due', reversed: false };
}

/** The order as the service takes it. */
export function orderOf({ name, reversed }: Order): IdeaOrder {
  const { field, direction } = ORDERS[name];
  return { field, direction: reversed === (direction === 'ASC') ? 'DESC' : 'ASC' };
}

/** What the address says for the order, turned round or not. */
export function addressOf({ name, reversed }: Order): string {
  return reversed ? `-${name}` : name;
}
