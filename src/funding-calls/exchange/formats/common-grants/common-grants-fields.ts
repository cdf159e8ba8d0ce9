import type { ExportedCall } from '../../exported-call.js';

/** A custom field of CommonGrants, with the JSON type of its value. */
export interface CustomField {
  name: string;
  fieldType: 'string' | 'number' | 'integer' | 'object' | 'array';
  value: unknown;
  description: string;
}

type Described = readonly [
  fieldType: CustomField['fieldType'],
  description: string,
  value: (call: ExportedCall) => unknown,
];

/** What a call has that CommonGrants has no field for; the importer of this format reads the same names back. */
const FIELDS: Readonly<Record<string, Described>> = {
  identifier: ['string', "The funder's own identifier.", call => call.identifier],
  agency: ['string', 'Who funds.', call => call.funder],
  programme: ['string', 'The programme the call belongs to.', call => call.programme],
  titles: ['object', 'The title by language.', call => languages(call.title)],
  summaries: ['object', 'The description by language.', call => call.summary && languages(call.summary)],
  timeZone: ['string', 'The zone of every time in keyDates.', () => 'UTC'],
  deadlineModel: ['string', 'SINGLE_STAGE, TWO_STAGE, MULTIPLE_CUT_OFF or CONTINUOUS.', call => call.deadlineModel],
  opensAt: ['string', 'When it opens, RFC 3339.', call => call.opensAt && new Date(call.opensAt).toISOString()],
  deadlines: ['array', 'Every deadline, RFC 3339, with what it is for.', call => deadlinesOf(call)],
  fundingRate: ['number', 'Percent of the eligible cost that is funded.', call => call.fundingRate],
  minPartners: ['integer', 'The fewest partners of an applying consortium.', call => call.minPartners],
  minCountries: ['integer', 'The fewest countries they come from.', call => call.minCountries],
  requiredSectors: ['array', 'Sectors that must be represented.', call => call.requiredSectors],
  trlMin: ['integer', 'The lowest technology readiness level, 1 to 9.', call => call.trlMin],
  trlMax: ['integer', 'The highest technology readiness level, 1 to 9.', call => call.trlMax],
  focusAreas: ['array', 'Codes of the focus areas it suits.', call => call.focusAreas],
  environmentalObjectives: [
    'array',
    'The environmental objectives it funds (Regulation (EU) 2020/852).',
    call => call.environmentalObjectives,
  ],
};

/** The custom fields of a call that have a value. */
export function customFieldsOf(call: ExportedCall): Record<string, CustomField> {
  const fields = Object.entries(FIELDS).flatMap(([name, [fieldType, description, valueOf]]) => {
    const value = valueOf(call);
    const isEmpty = value == null || (Array.isArray(value) && value.length === 0);
    return isEmpty ? [] : [[name, { name, fieldType, value, description }] as const];
  });
  return Object.fromEntries(fields);
}

function languages({ sv, en }: { sv: string; en?: string | null | undefined }) {
  return en ? { sv, en } : { sv };
}

function deadlinesOf({ deadlines }: ExportedCall) {
  return deadlines.map(({ at, label }) => ({ at: new Date(at).toISOString(), ...(label && { label }) }));
}
