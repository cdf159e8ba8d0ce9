import Big from 'big.js';
import { MISSION_NAMES, OBJECTIVE_NAMES } from '../../../../src/ideas/classification-names.js';
import { Stage } from '../../../../src/ideas/stages.js';
import { SECTOR_NAMES } from '../../../../src/partners/sector-names.js';
import type { PipelineGrouping } from '../../../../src/pipeline/groups/group-types.js';
import { wordsOf } from '../../../../src/shared/described-enum.js';
import type { Bilingual } from '../../../../src/shared/text/wording.js';
import { daysBetween } from '../../../../src/shared/time/clock.js';
import { swedishDay } from '../../../../src/shared/time/local-time.js';
import { HEALTH_NAMES } from '../../../../src/status-updates/health-names.js';
import type { ApplicationRow, IdeaRow } from '../../service/stored-rows.js';
import type { Arguments } from '../arguments.js';
import { type Asking, by } from '../asking.js';
import type { Fields } from '../fields.js';
import { chosenBy, isInAreas, takingPart } from '../paging/lists.js';
import { median, partsOf } from './results.js';
import { TOLD_OF_IDEA } from '../told-fields.js';

interface Group {
  key: string;
  sv: string;
  en: string | null;
  ideas: IdeaRow[];
  /** The applications whose money counts. */
  counts: (application: ApplicationRow) => boolean;
}

/** A key, what it is called, and whether it is there without ideas. */
interface Known {
  key: string;
  sv: string;
  en: string | null;
  shown?: boolean;
}

interface Grouping {
  known: (ideas: IdeaRow[], asking: Asking) => Known[];
  keysOf: (idea: IdeaRow, asking: Asking, keys: string[]) => readonly string[];
  largestFirst?: boolean;
  callKey?: 'funder' | 'programme';
}

const words = (names: Readonly<Record<string, Bilingual>>) => () =>
  Object.entries(names).map(([key, { sv, en }]) => ({ key, sv: capital(sv), en: capital(en), shown: true }));
const capital = (name: string) => name[0]!.toUpperCase() + name.slice(1);
const partners = (_: IdeaRow[], { rows }: Asking) =>
  rows.partner.map(({ id, name }) => ({ key: id, sv: name, en: name }));
const yearOf = ({ created_at }: IdeaRow) => Number(swedishDay(created_at).slice(0, 4));

const callsOf = (idea: IdeaRow, { rows, eyes }: Asking) =>
  rows.application
    .filter(each => each.idea_id === idea.id && eyes.seesApplication(each))
    .map(each => eyes.callOf(each));

const ofCalls = (callKey: 'funder' | 'programme'): Grouping => ({
  known: (_, { rows }) =>
    [...new Set(rows.funding_call.map(call => call[callKey]))].map(key => ({ key, sv: key, en: key })),
  keysOf: (idea, asking) => callsOf(idea, asking).map(call => call[callKey]),
  largestFirst: true,
  callKey,
});

const GROUPINGS: Record<PipelineGrouping, Grouping> = {
  FOCUS_AREA: {
    known: (_, { rows, now }) =>
      rows.focus_area.toSorted(by(({ code }) => code)).map(({ code, name_sv, name_en, created_at, retired_at }) => ({
        ...{ key: code, sv: name_sv, en: name_en },
        shown: new Date(created_at) <= now && (retired_at === null || new Date(retired_at) > now),
      })),
    keysOf: ({ id }, asking, keys) => keys.filter(key => isInAreas(asking, chosenBy(asking, 'idea', id), [key])),
  },
  OWNER: { known: partners, keysOf: ({ owner_id }) => [owner_id], largestFirst: true },
  PARTNER: { known: partners, keysOf: (idea, asking) => takingPart(asking, idea), largestFirst: true },
  SECTOR: {
    known: words(SECTOR_NAMES),
    keysOf: (idea, { rows, eyes }) => {
      const members = eyes.membersOf(idea).map(({ partner_id }) => partner_id);
      return rows.partner.filter(({ id }) => members.includes(id)).map(({ sector }) => sector);
    },
  },
  ENVIRONMENTAL_OBJECTIVE: { known: words(OBJECTIVE_NAMES), keysOf: idea => idea.environmental_objectives },
  MISSION: { known: words(MISSION_NAMES), keysOf: idea => idea.missions },
  FUNDER: ofCalls('funder'),
  CALL_PROGRAMME: ofCalls('programme'),
  HEALTH: {
    known: words(HEALTH_NAMES),
    keysOf: (idea, asking) => [TOLD_OF_IDEA.health!(idea, {}, asking) as string],
  },
  PROGRAMME: {
    known: (_, { rows }) =>
      rows.programme.map(({ code_prefix, name_sv, name_en }) => ({ key: code_prefix, sv: name_sv, en: name_en })),
    keysOf: ({ programme_id }, { rows }) => [rows.programme.find(({ id }) => id === programme_id)!.code_prefix],
    largestFirst: true,
  },
  YEAR_CREATED: {
    known: ideas => {
      if (ideas.length === 0) return [];
      const [first, last] = [Math.min(...ideas.map(yearOf)), Math.max(...ideas.map(yearOf))];
      return Array.from({ length: last - first + 1 }, (_, at) => String(first + at)).map(key => {
        return { key, sv: key, en: key, shown: true };
      });
    },
    keysOf: idea => [String(yearOf(idea))],
  },
};

/** One group after the other, and in each one idea after the other. */
export function groupsOf(ideas: IdeaRow[], { by: word, first }: Arguments, asking: Asking): Group[] {
  const { known, keysOf, largestFirst, callKey } = GROUPINGS[word!];
  const all = known(ideas, asking);
  const keys = all.map(({ key }) => key);
  const groups = all
    .map(({ key, sv, en, shown }) => {
      const belonging = ideas.filter(idea => keysOf(idea, asking, keys).includes(key));
      const counts = (application: ApplicationRow) => !callKey || asking.eyes.callOf(application)[callKey] === key;
      return { key, sv, en, ideas: belonging, counts, isThere: shown || belonging.length > 0 };
    })
    .filter(({ isThere }) => isThere);
  const inOrder = largestFirst
    ? groups.sort(
        by(
          each => -each.ideas.length,
          ({ key }) => key,
        ),
      )
    : groups;
  return inOrder.slice(0, first ?? 50);
}

function moneyOf({ ideas, counts }: Group, column: 'requested' | 'granted', { rows, eyes }: Asking) {
  const amounts = rows.application
    .filter(each => ideas.some(({ id }) => id === each.idea_id) && eyes.seesApplication(each) && counts(each))
    .filter(each => each.status !== 'WITHDRAWN' && eyes.isInside(eyes.ideaOf(each)))
    .flatMap(each => {
      const [amount, currency] = [each[`${column}_amount`], each[`${column}_currency`]];
      return amount === null ? [] : [{ amount, currency: currency! }];
    });
  return [...Map.groupBy(amounts, ({ currency }) => currency)]
    .map(([currency, those]) => {
      const total = those.reduce((sum, { amount }) => sum.plus(amount), Big(0));
      return { amount: total.toFixed(2), currency };
    })
    .sort(by(({ currency }) => currency));
}

export const PIPELINE_GROUP: Fields<Group> = {
  key: ({ key }) => key,
  name: ({ sv, en }, args, asking) => asking.text(sv, en, args),
  count: ({ ideas }) => ideas.length,
  stages: ({ ideas }) =>
    wordsOf(Stage).map(stage => ({ stage, count: ideas.filter(idea => idea.stage === stage).length })),
  medianDaysInStage: ({ ideas }, _, { now }) =>
    median(
      ideas
        .filter(({ state }) => state === 'ACTIVE' || state === 'PAUSED')
        .map(({ entered_stage_at }) => daysBetween(entered_stage_at, now)),
    ),
  requested: (group, _, asking) => moneyOf(group, 'requested', asking),
  granted: (group, _, asking) => moneyOf(group, 'granted', asking),
  outcomesDelivered: ({ ideas }, _, asking) =>
    partsOf(ideas, asking.rows.outcome, asking).filter(
      ({ status, dropped_at }) => status === 'DELIVERED' && dropped_at === null,
    ).length,
};
