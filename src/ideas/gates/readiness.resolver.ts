import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { insideIdea } from '../../access/visibility.js';
import type { Context } from '../../context/context.js';
import { SqlResult, NeedsSql } from '../../reading/sql-fields.js';
import { NOW, sql } from '../../reading/sql.js';
import { LocaleArg } from '../../shared/text/localized-field.js';
import { inLocale, type Locale } from '../../shared/text/localized-text.js';
import type { GateFacts } from './gate-facts.js';
import { GATE_FACTS } from './gate-facts-sql.js';
import { CONFIDENTIAL_REQUIREMENTS, type GateReadiness, readinessOf, type Requirement } from './gates.js';
import { Idea } from '../idea.js';
import { GateReadinessType } from './readiness.js';
import { RequirementType } from './requirement-type.js';

@Resolver(() => Idea)
export class IdeaReadinessResolver {
  @FieldResolver(() => GateReadinessType, {
    nullable: true,
    description:
      'How it stands before its next gate; null at the end of the path. Viewers who are not inside the idea are not shown LETTERS_OF_INTENT and BUDGET_COVERED; these are named as withheld.',
  })
  @NeedsSql(
    scope =>
      sql`json_build_object('at', ${NOW}, 'inside', ${insideIdea(sql`${scope.row.alias}.id`, scope.viewer)}, 'facts', ${GATE_FACTS(scope)})`,
  )
  readiness(
    @SqlResult() { at, inside, facts }: { at: string; inside: boolean; facts: GateFacts },
  ): GateReadiness | null {
    return readinessOf(facts, at, { leaveOut: inside ? [] : CONFIDENTIAL_REQUIREMENTS });
  }
}

@Resolver(() => RequirementType)
export class RequirementResolver {
  @FieldResolver(() => String, { description: 'What is met, or exactly what is missing.' })
  message(@Root() { message }: Requirement, @LocaleArg() locale: Locale | null, @Ctx() context: Context) {
    return inLocale(message, locale ?? context.locale);
  }
}
