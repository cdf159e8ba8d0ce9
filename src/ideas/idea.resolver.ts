import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver } from 'type-graphql';
import { actionsOn, IdeaAction, type IdeaStanding } from './idea-policy.js';
import { contactEmail } from '../access/contact.js';
import { insideIdea } from '../access/visibility.js';
import { notAhead, readAsOf } from '../activity/read-as-of.js';
import type { Context } from '../context/context.js';
import { badInput } from '../reading/bad-input.js';
import { connection } from '../reading/connections/connection.js';
import { SqlResult, SqlField, NeedsSql } from '../reading/sql-fields.js';
import { NOW, raw, sql } from '../reading/sql.js';
import { at } from '../shared/time/clock.js';
import { CONFIDENTIAL_REQUIREMENTS, RequirementCode } from './gates/gates.js';
import { Idea } from './idea.js';
import { IdeasArgs } from './list/idea-args.js';
import { nextDeadline } from './list/idea-filter.js';
import { ideaList } from './list/idea-list.js';
import { IdeaConnection } from './list/idea-types.js';
import { recordedAt } from './moves/recorded-at.js';
import { StageTransition } from './moves/stage-transition.js';
import { standingOf } from './standing-sql.js';

@Resolver(() => Idea)
export class IdeaResolver {
  @Query(() => Idea, {
    nullable: true,
    description: 'One idea by id or by code, exactly one of the two; null if there is none that the viewer may see.',
  })
  idea(
    @Arg('id', () => ID, { nullable: true, description: 'The TypeID: idea_….' }) id: string | null,
    @Arg('code', () => String, { nullable: true, description: 'The number people use, in any letters: KS3-17.' })
    code: string | null,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    if ((id == null) === (code == null)) throw badInput('Give exactly one of id and code.');
    const column = raw(id == null ? 'code' : 'id');
    return context.read(info, scope =>
      scope.one('Idea', idea => sql`${idea}.${column} = ${scope.arg(args => args.id ?? args.code.toUpperCase())}`),
    );
  }

  @Query(() => IdeaConnection, { description: 'The ideas that the viewer may see, now or as they were.' })
  ideas(@Args() { asOf }: IdeasArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const read = () => context.read(info, readAsOf(connection(ideaList())));
    return asOf ? at(notAhead(asOf, context.readClock()), read) : read();
  }

  @SqlField(
    () => Date,
    {
      nullable: true,
      description:
        'The first deadline ahead that a draft application of the idea aims at, UTC; null when there is none.',
    },
    scope => nextDeadline(scope.row.alias),
  )
  nextDeadline!: string | null;

  @SqlField(
    () => String,
    {
      nullable: true,
      description:
        "A role's mailbox by which one asks about the idea; null when unknown, and for callers without a key and feed tokens.",
    },
    contactEmail,
  )
  contactEmail!: string | null;

  @SqlField(
    () => Int,
    { description: 'Whole days since it entered its present stage; paused time counts.' },
    scope => sql`floor(extract(epoch from ${NOW} - ${scope.column('enteredStageAt')}) / 86400)::int`,
  )
  daysInStage!: number;

  @FieldResolver(() => [IdeaAction], {
    description:
      'What the viewer can do to the idea now, by its role and the stage and state. Empty for anonymous and integrators.',
  })
  @NeedsSql(scope => standingOf(scope.row.alias))
  viewerCan(@SqlResult() standing: IdeaStanding, @Ctx() { viewer }: Context) {
    return actionsOn(standing, viewer);
  }
}

@Resolver(() => StageTransition)
export class StageTransitionResolver {
  @SqlField(
    () => Date,
    {
      description:
        'When the service was told of it, UTC: as it happened, or at the import of an idea that had come so far before. The past (asOf) knows it from then on.',
    },
    scope => recordedAt(scope.row.alias),
  )
  recordedAt!: Date;

  @SqlField(
    () => String,
    {
      nullable: true,
      description: 'Why; null when no reason was given, or when the viewer is not inside the idea.',
    },
    scope => sql`case when ${insideIdea(scope.column('idea'), scope.viewer)} then ${scope.column('reason')} end`,
  )
  reason!: string | null;

  @FieldResolver(() => [RequirementCode], {
    description:
      'Requirements of the gate that an administrator let pass; empty as a rule. LETTERS_OF_INTENT and BUDGET_COVERED are left out when the viewer is not inside the idea.',
  })
  @NeedsSql(
    scope =>
      sql`json_build_object('inside', ${insideIdea(scope.column('idea'), scope.viewer)}, 'waived', to_json(${scope.column('waived')}))`,
  )
  waived(@SqlResult() { inside, waived }: { inside: boolean; waived: RequirementCode[] }) {
    return inside ? waived : waived.filter(code => !CONFIDENTIAL_REQUIREMENTS.includes(code));
  }
}
