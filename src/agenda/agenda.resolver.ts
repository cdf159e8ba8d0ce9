import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql';
import { ViewerType } from '../access/viewer-type.js';
import { Application } from '../applications/application.js';
import type { Context } from '../context/context.js';
import { FundingCall } from '../funding-calls/funding-call.js';
import { actionsOn, IdeaAction } from '../ideas/idea-policy.js';
import { Idea } from '../ideas/idea.js';
import { JoinRequest } from '../joining/join-request.js';
import { Milestone } from '../projects/plan/milestone.js';
import { badInput } from '../reading/bad-input.js';
import { NeedsSql, SqlResult } from '../reading/sql-fields.js';
import type { FieldSql } from '../reading/scope.js';
import { ahead } from '../reading/sql.js';
import { inLine } from '../shared/program/breath.js';
import { LocaleArg } from '../shared/text/localized-field.js';
import { inLocale, type Locale } from '../shared/text/localized-text.js';
import { swedishDay } from '../shared/time/local-time.js';
import { Duration } from '../shared/values/scalars.js';
import { type About, AgendaItem } from './agenda-item.js';
import { AGENDA_POLICY } from './agenda-policy.js';
import { agendaFor } from './agenda-for.js';
import { dueBy } from './agenda.js';

const { deadlineDays, mostNewCalls, mostIdeas } = AGENDA_POLICY;
const USUAL = `P${deadlineDays}D`;
const [USUALLY, MOST] = [50, 100];

@ArgsType()
export class AgendaCountArgs {
  @Field(() => Duration, {
    nullable: true,
    defaultValue: USUAL,
    description: `How far ahead: what is due on a later Swedish day is left out. Without it ${USUAL}.`,
  })
  within?: string | null;
}

@ArgsType()
export class AgendaArgs extends AgendaCountArgs {
  @Field(() => Int, { nullable: true, defaultValue: USUALLY, description: `How many at most, 0 to ${MOST}.` })
  first?: number | null;
}

/** The last moment that is looked ahead to. */
const LAST: FieldSql = scope => {
  const { first } = scope.args as AgendaArgs;
  if (first != null && (first < 0 || first > MOST)) throw badInput(`first must be at least 0 and at most ${MOST}.`);
  return ahead(scope.arg((args: AgendaArgs) => args.within ?? USUAL));
};

async function itemsUntil(last: string, context: Context): Promise<AgendaItem[]> {
  return dueBy(swedishDay(last), await agendaFor(context));
}

@Resolver(() => ViewerType)
export class AgendaResolver {
  @FieldResolver(() => [AgendaItem], {
    description: `What waits for the viewer: for a partner what its ideas and its places in others' consortia ask of it, for administrators what the programme does. The first due day first, on one day the highest risk, and last what has no day. \`agendaCount\` tells how many there are. New calls are told by \`NEW_CALL_FITS\` however far ahead their deadline is; at most ${mostNewCalls} of them, those that close first, are compared with at most ${mostIdeas} ideas, those that changed last. Empty for anonymous and integrators.`,
  })
  @NeedsSql(LAST)
  async agenda(@Args() { first }: AgendaArgs, @SqlResult() last: string, @Ctx() context: Context) {
    return (await itemsUntil(last, context)).slice(0, first ?? USUALLY);
  }

  @FieldResolver(() => Int, { description: 'How many items there are, however many are asked for.' })
  @NeedsSql(LAST)
  async agendaCount(@Args() _args: AgendaCountArgs, @SqlResult() last: string, @Ctx() context: Context) {
    return (await itemsUntil(last, context)).length;
  }
}

/** A thing that an item is about, or null. */
const read = (context: Context, info: GraphQLResolveInfo, entity: string, id: string | undefined) =>
  id ? context.readById(info, entity, id) : null;

@Resolver(() => AgendaItem)
export class AgendaItemResolver {
  @FieldResolver(() => Idea, { nullable: true, description: 'The idea; null for what is about none.' })
  idea(@Root('about') { ideaId }: About, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return read(context, info, 'Idea', ideaId);
  }

  @FieldResolver(() => FundingCall, { nullable: true, description: 'The funding call; null for what is about none.' })
  fundingCall(@Root('about') { callId }: About, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return read(context, info, 'FundingCall', callId);
  }

  @FieldResolver(() => Application, { nullable: true, description: 'The application; null for what is about none.' })
  application(@Root('about') { applicationId }: About, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return read(context, info, 'Application', applicationId);
  }

  @FieldResolver(() => Milestone, { nullable: true, description: 'The milestone; null for what is about none.' })
  milestone(@Root('about') { milestoneId }: About, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return read(context, info, 'Milestone', milestoneId);
  }

  @FieldResolver(() => JoinRequest, {
    nullable: true,
    description: 'The request or invitation to join; null for what is about none.',
  })
  joinRequest(@Root('about') { joinRequestId }: About, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return read(context, info, 'JoinRequest', joinRequestId);
  }

  @FieldResolver(() => String, { description: 'What waits and why, without the name of the idea.' })
  async message(
    @Root() { wording, daysLeft }: AgendaItem,
    @LocaleArg() locale: Locale | null,
    @Ctx() context: Context,
  ): Promise<string> {
    await inLine(context);
    return inLocale(wording(daysLeft), locale ?? context.locale);
  }

  @FieldResolver(() => IdeaAction, {
    nullable: true,
    description:
      'What meets it, one of what `Idea.viewerCan` lists; null where the viewer may not do it, and for what is about no idea.',
  })
  action(@Root() { meets }: AgendaItem, @Ctx() { viewer }: Context): IdeaAction | null {
    return meets && actionsOn(meets.standing, viewer).includes(meets.action) ? meets.action : null;
  }
}
