import { DeadlineModel } from '../../../src/funding-calls/call-status.js';
import { EnvironmentalObjective } from '../../../src/ideas/classification.js';
import { Sector } from '../../../src/partners/sectors.js';
import { wordsOf } from '../../../src/shared/described-enum.js';
import { aCallRow } from '../rows/rows.js';
import type { FundingCallRow } from '../service/stored-rows.js';
import type { Chance } from './chance.js';
import { days } from './moments.js';

type Changes = Partial<FundingCallRow>;

/** Every place in a call's life, at its edges: a deadline at this very moment, and one a millisecond ago. */
const LIVES: readonly Changes[] = [
  { published_at: null, deadlines: [days(20)] },
  { published_at: null, deadlines: [] },
  { published_at: null, cancelled_at: days(-1), deadlines: [days(9)] },
  { cancelled_at: days(-3), deadlines: [days(14)] },
  { opens_at: days(10), deadlines: [days(40)] },
  { opens_at: days(0), deadlines: [days(40)] },
  { opens_at: days(-90), deadlines: [days(0)] },
  { opens_at: days(-90), deadlines: [days(0, -1)] },
  { opens_at: days(-90), deadlines: [days(-30), days(14), days(60)] },
  { opens_at: days(-90), deadlines: [days(-30), days(-2)] },
  { deadlines: [days(14)] },
  { deadlines: [] },
  { deadline_model: 'CONTINUOUS', opens_at: days(-400), deadlines: [] },
  { deadline_model: 'CONTINUOUS', opens_at: days(-400), deadlines: [days(-100)] },
];

const TITLES = ['Öppna hav', 'Åtta städer', 'Vindkraft', 'vindkraft', 'Ängar', 'Öppna hav', 'Zink', 'Hav och land'];
const AMOUNTS = ['1000000.00', '1000000.00', '25000000.50', '999999.99', '0.00'];

export function calls(chance: Chance): FundingCallRow[] {
  return LIVES.map((life, index) => aCallRow({ ...described(chance, index), ...money(chance), ...life }));
}

/** A draft that was a mistake, which nothing refers to. */
export const deletedDraft = (): FundingCallRow => aCallRow({ published_at: null, deleted_at: days(-1), deadlines: [] });

function described(chance: Chance, index: number): Changes {
  const imported = index % 4 === 1;
  return {
    title_sv: chance.one(TITLES),
    title_en: chance.perhaps(`Call ${index}`),
    summary_sv: chance.perhaps('Stöd till vindkraft och båtar längs kusten.'),
    summary_en: null,
    programme: chance.one(['Horizon Europe', 'ERDF Skåne-Blekinge']),
    deadline_model: chance.one(wordsOf(DeadlineModel).filter(model => model !== 'CONTINUOUS')),
    url: chance.perhaps(`https://call-${index}.example/`),
    funding_rate: chance.perhaps(chance.one([40, 62.5, 100])),
    min_partners: chance.perhaps(1 + chance.below(4)),
    min_countries: chance.perhaps(1 + chance.below(3)),
    required_sectors: chance.some(wordsOf(Sector), 2),
    trl_min: chance.perhaps(3),
    trl_max: chance.perhaps(6),
    environmental_objectives: chance.some(wordsOf(EnvironmentalObjective), 3),
    updated_at: days(-chance.below(3)),
    ...(imported && { source_system: 'CSV', source_external_id: `x-${index}`, source_imported_at: days(-4) }),
  };
}

/** Amounts that are alike, unknown, or in another currency. */
function money(chance: Chance): Changes {
  const budget = chance.perhaps(chance.one(AMOUNTS));
  const least = chance.perhaps('1000.00');
  const most = chance.perhaps('2000000.00');
  return {
    budget_amount: budget,
    budget_currency: budget && chance.one(['SEK', 'EUR']),
    grant_min_amount: least,
    grant_min_currency: least && 'SEK',
    grant_max_amount: most,
    grant_max_currency: most && 'SEK',
  };
}
