import type { Cursor, FilterQuery } from '@mikro-orm/core';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { FundingCall, Money } from './funding-call.js';
import { Application, Idea, Membership } from './idea.js';
import { FocusArea, Partner } from './reference.js';
import {
  Consortium,
  type Context,
  FundingCallConnection,
  FundingCallFilter,
  IdeaConnection,
  IdeaFilter,
  Order,
} from './shapes.js';

/** Pages by the mapper's own cursors: https://mikro-orm.io/docs/entity-manager#cursor-based-pagination. */
function pageOf<T extends object>({ items, totalCount, hasNextPage, endCursor }: Cursor<T>) {
  return { totalCount, pageInfo: { hasNextPage, endCursor }, nodes: items as T[] };
}

const NEWEST_FIRST = { updatedAt: 'desc', id: 'desc' } as const;

/** References and collections load by the mapper's dataloader, as it is meant for GraphQL: https://mikro-orm.io/docs/dataloaders. */
@Resolver(() => Idea)
export class IdeaResolver {
  @Query(() => Idea, { nullable: true })
  idea(@Arg('code', () => String) code: string, @Ctx() { em }: Context): Promise<Idea | null> {
    return em.findOne(Idea, { code });
  }

  @Query(() => IdeaConnection)
  async ideas(
    @Ctx() { em }: Context,
    @Arg('first', () => Int) first: number,
    @Arg('orderBy', () => Order) _orderBy: Order,
    @Arg('after', () => String, { nullable: true }) after?: string,
    @Arg('filter', () => IdeaFilter, { nullable: true }) { stages, focusAreas }: IdeaFilter = {},
  ): Promise<IdeaConnection> {
    const within = focusAreas?.flatMap(code => [{ code }, { code: { $like: `${code}.%` } }]);
    const where: FilterQuery<Idea> = {
      ...(stages && { stage: { $in: stages } }),
      ...(within && { focusAreas: { $some: { $or: within } } }),
    };
    return pageOf<Idea>(await em.findByCursor(Idea, { where, first, after, orderBy: NEWEST_FIRST }));
  }

  @FieldResolver(() => Partner)
  owner(@Root() { owner }: Idea) {
    return owner.loadOrFail();
  }

  @FieldResolver(() => [FocusArea])
  focusAreas(@Root() { focusAreas }: Idea) {
    return focusAreas.loadItems();
  }

  @FieldResolver(() => Consortium)
  async consortium(@Root() { memberships }: Idea): Promise<Consortium> {
    const all = await memberships.loadItems();
    return { memberships: all.filter(({ leftAt }) => !leftAt) };
  }

  @FieldResolver(() => [Application])
  applications(@Root() { applications }: Idea) {
    return applications.loadItems();
  }
}

@Resolver(() => Membership)
export class MembershipResolver {
  @FieldResolver(() => Partner)
  partner(@Root() { partner }: Membership) {
    return partner.loadOrFail();
  }
}

@Resolver(() => Application)
export class ApplicationResolver {
  @FieldResolver(() => FundingCall)
  call(@Root() { call }: Application) {
    return call.loadOrFail();
  }
}

@Resolver(() => Partner)
export class PartnerResolver {
  @Query(() => Partner, { nullable: true })
  partner(@Arg('slug', () => String) slug: string, @Ctx() { em }: Context): Promise<Partner | null> {
    return em.findOne(Partner, { slug });
  }

  /** What it owns and takes part in. */
  @FieldResolver(() => IdeaConnection)
  async ideas(
    @Root() { id: partner }: Partner,
    @Ctx() { em }: Context,
    @Arg('first', () => Int) first: number,
    @Arg('orderBy', () => Order) _orderBy: Order,
  ): Promise<IdeaConnection> {
    const where: FilterQuery<Idea> = {
      $or: [{ owner: partner }, { memberships: { $some: { partner, leftAt: null } } }],
    };
    return pageOf<Idea>(await em.findByCursor(Idea, { where, first, orderBy: NEWEST_FIRST }));
  }
}

@Resolver(() => FundingCall)
export class FundingCallResolver {
  @Query(() => FundingCallConnection)
  async fundingCalls(
    @Ctx() { em }: Context,
    @Arg('first', () => Int) first: number,
    @Arg('orderBy', () => Order) _orderBy: Order,
    @Arg('filter', () => FundingCallFilter, { nullable: true }) { statuses, programmes }: FundingCallFilter = {},
  ): Promise<FundingCallConnection> {
    const where: FilterQuery<FundingCall> = {
      ...(statuses ? openAt(new Date()) : {}),
      ...(programmes && { programme: { $in: programmes } }),
    };
    const orderBy = { deadlineAhead: 'asc', id: 'asc' } as const;
    const populate = ['deadlineAhead'] as const;
    return pageOf<FundingCall>(await em.findByCursor(FundingCall, { where, first, orderBy, populate }));
  }

  @FieldResolver(() => [FocusArea])
  focusAreas(@Root() { focusAreas }: FundingCall) {
    return focusAreas.loadItems();
  }

  @FieldResolver(() => Money, { nullable: true })
  budget(@Root() { budgetAmount, budgetCurrency }: FundingCall): Money | null {
    return Money.of(budgetAmount, budgetCurrency);
  }

  @FieldResolver(() => Date, { nullable: true })
  nextDeadline(@Root() { deadlines }: FundingCall): Date | null {
    return deadlines.map(deadline => new Date(deadline)).find(deadline => deadline >= new Date()) ?? null;
  }
}

function openAt(now: Date) {
  return {
    cancelledAt: null,
    publishedAt: { $ne: null },
    $and: [
      { $or: [{ opensAt: null }, { opensAt: { $lte: now } }] },
      { $or: [{ deadlineModel: 'CONTINUOUS' }, { closesAt: null }, { closesAt: { $gte: now } }] },
    ],
  };
}
