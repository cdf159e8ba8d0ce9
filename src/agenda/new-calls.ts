import { nextEntryDeadline } from '../funding-calls/call-clock.js';
import { inStatuses } from '../funding-calls/funding-call-list.js';
import type { IdeaStanding } from '../ideas/idea-policy.js';
import { standingOf } from '../ideas/standing-sql.js';
import {
  type CandidateCall,
  type CandidateIdea,
  candidatesOf,
  seeking,
  type WithText,
} from '../matching/candidates.js';
import { atMoment, weighMatch } from '../matching/match.js';
import { callFacts, ideaFacts } from '../matching/match-sql.js';
import type { SetSql } from '../reading/scope.js';
import { members, NOW, raw, sql } from '../reading/sql.js';
import { atOnce, breath } from '../shared/program/breath.js';
import type { Localized } from '../shared/text/localized-text.js';
import { swedishDay } from '../shared/time/local-time.js';
import { type Waiting, waiting } from './agenda-item.js';
import { AGENDA_POLICY, type AgendaPolicy } from './agenda-policy.js';
import { isLed } from './agenda-sql.js';
import * as words from './words.js';

const { newCallDays, mostNewCalls, mostIdeas } = AGENDA_POLICY;

/** A call published lately. */
export interface NewCall {
  readonly title: Localized;
  readonly facts: WithText<CandidateCall>;
}

/** An idea that new calls are compared with. */
export interface SeekingIdea {
  readonly standing: IdeaStanding;
  readonly facts: WithText<CandidateIdea>;
  /** The calls that it has applied to and not been turned down by, by their ids. */
  readonly appliedTo: readonly string[];
}

export const NEW_CALLS: SetSql = scope => {
  const { alias: call, table, visible } = scope.rowOf('FundingCall');
  const row = sql`json_build_object('title', json_build_object('sv', ${call}.title_sv, 'en', ${call}.title_en), 'facts', ${callFacts(call)})`;
  return sql`(select ${members(row)} from (
    select ${call}.* from ${table} where ${visible} and ${inStatuses(call, ['OPEN', 'FORTHCOMING'])}
      and ${call}.published_at >= ${NOW} - interval '${raw(newCallDays)} days'
    order by ${call}.closes_at, ${call}.id limit ${raw(mostNewCalls)}) as ${call})`;
};

export const SEEKING_IDEAS: SetSql = scope => {
  const { alias: idea, table, visible } = scope.rowOf('Idea');
  const row = sql`json_build_object('standing', ${standingOf(idea)}, 'facts', ${ideaFacts(idea, scope)},
    'appliedTo', (select coalesce(json_agg(sent.call_id), '[]') from application sent where sent.idea_id = ${idea}.id and sent.status not in ('REJECTED', 'WITHDRAWN')))`;
  return sql`(select ${members(row)} from (
    select ${idea}.* from ${table} where ${visible} and ${isLed(sql`${idea}.id`)} and ${idea}.state = 'ACTIVE' and ${idea}.stage <> 'PROJECT'
    order by ${idea}.updated_at desc, ${idea}.id desc limit ${raw(mostIdeas)}) as ${idea})`;
};

/** The new calls that an idea may apply to and suits well enough, compared in turns with others' work. */
export async function newCallsThatFit(
  ideas: readonly SeekingIdea[],
  calls: readonly NewCall[],
  { at, policy }: { readonly at: Date; readonly policy: AgendaPolicy },
): Promise<Waiting[]> {
  const found: Waiting[] = [];
  const candidates = atOnce(
    candidatesOf(
      calls.map(({ facts }) => facts),
      (call: CandidateCall) => atMoment(call, at),
    ),
  );
  for (const idea of ideas) {
    await breath();
    const [sought, alike] = [seeking(idea.facts), candidates.texts.likenessTo(idea.facts.text)];
    for (const [nth, call] of calls.entries()) {
      if (idea.appliedTo.includes(call.facts.id)) continue;
      const match = weighMatch(sought, candidates.all[nth]!, { textSimilarity: alike[nth]! });
      const { score } = match;
      if (score >= policy.newCallScore && match.isEligible()) found.push(fits(idea, call, { at, score }));
    }
  }
  return found;
}

function fits(
  { standing, facts: idea }: SeekingIdea,
  { title, facts: call }: NewCall,
  found: { at: Date; score: number },
) {
  const deadline = nextEntryDeadline(call, found.at);
  return waiting('NEW_CALL_FITS', [idea.id, call.id], {
    dueOn: deadline && swedishDay(deadline),
    about: { ideaId: idea.id, callId: call.id },
    wording: () => words.newCallText(call.identifier, title, found.score),
    meets: { action: 'MANAGE_APPLICATIONS', standing },
  });
}
