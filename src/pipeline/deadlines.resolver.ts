import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Field, FieldResolver, Info, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { insideIdea } from '../access/visibility.js';
import { FundingCall } from '../funding-calls/funding-call.js';
import type { GateFacts } from '../ideas/gates/gate-facts.js';
import { GATE_FACTS } from '../ideas/gates/gate-facts-sql.js';
import { type Requirement, RequirementCode } from '../ideas/gates/gates.js';
import { Idea } from '../ideas/idea.js';
import { draftsAhead } from '../ideas/list/idea-filter.js';
import { RequirementType } from '../ideas/gates/requirement-type.js';
import type { Stage } from '../ideas/stages.js';
import { badInput } from '../reading/bad-input.js';
import { SqlResult, NeedsSql } from '../reading/sql-fields.js';
import type { FieldSql } from '../reading/scope.js';
import { join, literal, NOW, raw, sql } from '../reading/sql.js';
import { beforeDeadline } from './before-deadline.js';
import { type GatePassed, Risk } from './deadline-risk.js';
import { PASSED_BY_STAGE } from './pipeline-sql.js';
import { Pipeline } from './pipeline-types.js';

@ObjectType('DeadlineWarning', {
  description: 'A deadline ahead that a draft application aims at, and what is left to do.',
})
export class DeadlineWarning {
  @Field(() => Date, { description: 'The deadline, UTC.' })
  at!: string;

  @Field(() => Int, { description: 'Whole days left.' })
  daysLeft!: number;

  @Field(() => [RequirementType], {
    description:
      'What the gate ahead of the idea still asks. Viewers who are not inside the idea are not shown LETTERS_OF_INTENT and BUDGET_COVERED.',
  })
  unmet!: readonly Requirement[];

  @Field(() => [RequirementCode], {
    description:
      'Requirements of that gate that the viewer is not shown, met or not. Empty for viewers inside the idea.',
  })
  withheld!: readonly RequirementCode[];

  @Field(() => Risk, {
    description:
      'The days left against the work left: the number of unmet requirements, times the days one takes; withheld ones count as unmet, so that nobody is told of a low risk on half the facts. Those days are the median that ideas in this pipeline stayed in the stage before they advanced, over the number of requirements of its gate; 14 while fewer than five have. LOW: at least twice the work, or nothing unmet. MEDIUM: at least the work. HIGH: less.',
  })
  risk!: Risk;

  /** What the warning's own fields ask of idea and call, by key. */
  readonly brought!: Readonly<Record<string, Idea | FundingCall>>;
}

/** So many at most are answered, the nearest. */
const MOST_WARNINGS = 100;
const LONGEST = 3_650;

interface Draft {
  readonly at: string;
  readonly inside: boolean;
  readonly facts: GateFacts;
  readonly brought: DeadlineWarning['brought'];
}

interface Deadlines {
  readonly asOf: string;
  readonly passed: Readonly<Record<Stage, GatePassed>>;
  readonly drafts: readonly Draft[];
}

/** ACTIVE or PAUSED. Said so, the server expects many, as it should: it takes equality for something rare. */
const UNDER_WAY = raw("counted.state <> 'COMPLETED' and counted.state <> 'DISCONTINUED'");

const DEADLINES: FieldSql = scope => {
  const within = scope.args.within ?? 90;
  if (within < 0 || within > LONGEST) throw badInput(`within must be at least 0 and at most ${LONGEST} days.`);
  const [idea, call] = [scope.rowOf('Idea'), scope.rowOf('FundingCall')];
  const pairs = [
    ...scope.below('idea').map(({ key, scope: below }) => sql`${literal(key)}, ${below.on(idea).object()}`),
    ...scope.below('call').map(({ key, scope: below }) => sql`${literal(key)}, ${below.on(call).object()}`),
  ];
  return sql`json_build_object('asOf', ${NOW},
    'passed', ${PASSED_BY_STAGE},
    'drafts', (select coalesce(json_agg(json_build_object('at', near.at, 'inside', ${insideIdea(raw('near.idea_id'), scope.viewer)},
        'facts', ${GATE_FACTS(scope.on(idea))}, 'brought', json_build_object(${join(pairs, ', ')})) order by near.at, near.id), '[]')
      from (select aimed.* from ${draftsAhead(raw('applications'))} aimed join counted on counted.id = aimed.idea_id and ${UNDER_WAY}
        join funding_call target on target.id = aimed.call_id and ${scope.visible('FundingCall', raw('target'))}
        where aimed.at <= ${NOW} + ${raw(within)} * interval '1 day' order by aimed.at, aimed.id limit ${raw(MOST_WARNINGS)}) near
      join ${idea.table} on ${idea.alias}.id = near.idea_id join ${call.table} on ${call.alias}.id = near.call_id))`;
};

@Resolver(() => Pipeline)
export class PipelineDeadlinesResolver {
  @FieldResolver(() => [DeadlineWarning], {
    description:
      'Deadlines ahead of ideas that are ACTIVE or PAUSED: of each draft application the one it aims at, chosen or the next of its call. The nearest first, at most 100.',
  })
  @NeedsSql(DEADLINES)
  deadlines(
    @Arg('within', () => Int, {
      nullable: true,
      defaultValue: 90,
      description: 'In how many days at most, 0 to 3,650.',
    })
    _within: number | null,
    @SqlResult() { asOf, passed, drafts }: Deadlines,
  ): DeadlineWarning[] {
    return drafts.map(draft => warning(draft, asOf, passed[draft.facts.stage]));
  }
}

function warning({ brought, ...draft }: Draft, asOf: string, passed?: GatePassed): DeadlineWarning {
  return { at: draft.at, brought, ...beforeDeadline(draft, asOf, passed) };
}

@Resolver(() => DeadlineWarning)
export class DeadlineWarningResolver {
  @FieldResolver(() => Idea, { description: 'The idea that applies.' })
  idea(@Root() { brought }: DeadlineWarning, @Info() { path }: GraphQLResolveInfo) {
    return brought[path.key];
  }

  @FieldResolver(() => FundingCall, { description: 'The funding call it applies to.' })
  call(@Root() { brought }: DeadlineWarning, @Info() { path }: GraphQLResolveInfo) {
    return brought[path.key];
  }
}
