import type { Database } from '../../../../src/database/database.js';
import { isOpenOrForthcoming } from '../../../../src/funding-calls/call-clock.js';
import type { TextFacts } from '../../../../src/matching/likeness.js';
import { matchOf } from '../../../../src/matching/match.js';
import type { CallFacts, IdeaFacts, Match } from '../../../../src/matching/match-facts.js';
import type { Viewer } from '../../../../src/shared/viewer.js';
import type { FundingCallRow, IdeaRow, Tables } from '../../service/stored-rows.js';
import { Eyes } from '../eyes.js';
import { naiveLikeness } from './likeness.js';

/** A match and whose it is. */
export interface NaiveMatch extends Match {
  readonly name: string;
}

const TEXTS = (table: string) => `select id, json_build_object(
  'titleStems', tsvector_to_array(to_tsvector('swedish', title_sv) || to_tsvector('english', coalesce(title_en, ''))),
  'stems', tsvector_to_array(search), 'piecesSv', show_trgm(unaccented(title_sv)), 'piecesEn', show_trgm(unaccented(coalesce(title_en, '')))) as text
  from ${table}`;

/** Every pair compared, row by row; all of them, the best first. */
export class NaiveMatches {
  private constructor(
    private readonly rows: Tables,
    private readonly texts: ReadonlyMap<string, TextFacts>,
  ) {}

  static async load(database: Database, rows: Tables): Promise<NaiveMatches> {
    const [ideas, calls] = await Promise.all(
      ['idea', 'funding_call'].map(table => database.query<{ id: string; text: TextFacts }>(TEXTS(table))),
    );
    return new NaiveMatches(rows, new Map([...ideas!, ...calls!].map(({ id, text }) => [id, text])));
  }

  ofIdea(idea: IdeaRow, viewer: Viewer, at: Date): NaiveMatch[] {
    const eyes = new Eyes(viewer, this.rows);
    const calls = this.rows.funding_call.filter(
      call => eyes.seesCall(call) && isOpenOrForthcoming(this.callFacts(call), at),
    );
    return best(calls.map(call => ({ name: call.identifier, ...this.match(idea, call, eyes, at) })));
  }

  ofCall(call: FundingCallRow, viewer: Viewer, at: Date): NaiveMatch[] {
    const eyes = new Eyes(viewer, this.rows);
    const ideas = this.rows.idea.filter(
      idea => eyes.seesIdea(idea) && idea.state === 'ACTIVE' && idea.stage !== 'PROJECT',
    );
    return best(ideas.map(idea => ({ name: idea.code, ...this.match(idea, call, eyes, at) })));
  }

  private match(idea: IdeaRow, call: FundingCallRow, eyes: Eyes, at: Date): Match {
    const facts = this.callFacts(call);
    const published = call.published_at ?? at.toISOString();
    const textSimilarity = naiveLikeness(this.texts.get(idea.id)!, this.texts.get(call.id)!);
    return matchOf(this.ideaFacts(idea, eyes), { ...facts, publishedAt: published }, at, { textSimilarity });
  }

  private ideaFacts(idea: IdeaRow, eyes: Eyes): IdeaFacts {
    const isInside = eyes.isInside(idea);
    const asked = this.rows.application
      .filter(({ idea_id, requested_amount }) => isInside && idea_id === idea.id && requested_amount !== null)
      .toSorted((one, other) => Date.parse(other.created_at) - Date.parse(one.created_at))
      .map(each => money(each.requested_amount, each.requested_currency)!);
    const project = this.rows.project.find(({ idea_id }) => idea_id === idea.id);
    const budget = project && money(project.budget_amount, project.budget_currency);
    return {
      focusAreas: this.areas('idea_focus_area', idea.id),
      environmentalObjectives: idea.environmental_objectives,
      technologyReadinessLevel: idea.technology_readiness_level,
      members: eyes.membersOf(idea).map(({ role, partner_id }) => {
        const { sector, country } = this.rows.partner.find(({ id }) => id === partner_id)!;
        return { role, sector, country };
      }),
      sought: budget ? [...asked, budget] : asked,
      isSoughtWithheld: !isInside,
    };
  }

  private callFacts(call: FundingCallRow): CallFacts {
    return {
      ...{ publishedAt: call.published_at, cancelledAt: call.cancelled_at, opensAt: call.opens_at },
      ...{ deadlines: call.deadlines, deadlineModel: call.deadline_model },
      ...{ minPartners: call.min_partners, minCountries: call.min_countries, requiredSectors: call.required_sectors },
      ...{ trlMin: call.trl_min, trlMax: call.trl_max, environmentalObjectives: call.environmental_objectives },
      focusAreas: this.areas('funding_call_focus_area', call.id),
      grantMin: money(call.grant_min_amount, call.grant_min_currency),
      grantMax: money(call.grant_max_amount, call.grant_max_currency),
    };
  }

  private areas(pivot: 'idea_focus_area' | 'funding_call_focus_area', id: string) {
    const chosen = (this.rows[pivot] as { focus_area_id: string; idea_id?: string; funding_call_id?: string }[])
      .filter(row => (row.idea_id ?? row.funding_call_id) === id)
      .map(({ focus_area_id }) => focus_area_id);
    return this.rows.focus_area
      .filter(area => chosen.includes(area.id))
      .toSorted((one, other) => (one.code < other.code ? -1 : 1))
      .map(({ code, name_sv, name_en }) => ({ code, name: { sv: name_sv, en: name_en } }));
  }
}

const money = (amount: string | null, currency: string | null) =>
  amount === null ? null : { amount, currency: currency! };

const BY_NAME = new Intl.Collator('sv', { numeric: true });

function best(matches: readonly NaiveMatch[]): NaiveMatch[] {
  return matches.toSorted(
    (one, other) =>
      Number(other.eligible) - Number(one.eligible) || other.score - one.score || BY_NAME.compare(one.name, other.name),
  );
}
