import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import { TEXTS } from '../naive/matches.js';
import type { Tables } from '../service/stored-rows.js';
import { day, days } from '../world/moments.js';
import type { Tape } from './tape.js';

/** Where a value goes: the field, the argument or input field, and how long a page may be there. */
export interface Place {
  readonly field: string;
  readonly name: string;
  readonly longest: number;
  /** In how many inputs it stands. */
  readonly depth?: number;
}

/** Filters in filters, so deep at most. */
const DEEPEST = 3;

/** Draws values that mean something in a world: ids and codes that exist and some that don't, moments at the edges. */
export class Values {
  private readonly leaves: Record<string, (tape: Tape, place: Place) => unknown>;

  constructor(private readonly rows: Tables) {
    const moment = (tape: Tape) =>
      tape.one([days(0), days(0, -1), days(0, 1), days(-2), days(14), days(14, 1), days(40)]);
    const of = (list: () => readonly unknown[]) => (tape: Tape) => tape.one(list());
    this.leaves = {
      first: (tape, { longest }) => tape.below(longest + 1),
      last: (tape, { longest }) => tape.below(longest + 1),
      // Of the log only administrators ask for one; a test of its own says what it finds.
      text: (tape, { field }) => (field === 'activity' ? null : tape.one(TEXTS)),
      focusAreas: of(() => [...rows.focus_area.map(({ code }) => code), 'hav.ener', '']),
      partners: of(() => [...this.ids('partner'), 'partner_nobody']),
      ideas: of(() => [...this.ids('idea'), 'idea_nothing']),
      owners: of(() => [...this.ids('partner'), 'partner_nobody']),
      fundingCalls: of(() => this.ids('funding_call')),
      funders: of(() => [...new Set(rows.funding_call.map(({ funder }) => funder)), 'x']),
      programmes: of(() => [
        'Horizon Europe',
        'ERDF Skåne-Blekinge',
        'x',
        ...rows.programme.map(each => each.code_prefix),
      ]),
      countries: of(() => ['SE', 'DK', 'DE', 'PL', 'FI']),
      amount: of(() => ['0', '1000000.00', '1000000.01', '999999.99']),
      currency: of(() => ['SEK', 'EUR']),
      updatedSince: moment,
      updatedBefore: moment,
      deadlineBefore: moment,
      deadlineAfter: moment,
      sinceSequence: tape => tape.below(rows.activity.length + 2),
      code: (tape, { field }) => tape.one([...this.codes(field), 'x']),
      slug: of(() => [...rows.partner.map(({ slug }) => slug), 'x']),
      identifier: of(() => [...rows.funding_call.map(({ identifier }) => identifier), 'x']),
      id: (tape, { field }) => this.anId(tape, field),
      ids: tape => this.anId(tape, 'nodes'),
      asOf: of(() => [days(0), days(-1), days(-4), days(-11), days(-400)]),
      from: of(() => [day(-40), day(-3)]),
      to: of(() => [day(0), day(-2)]),
      within: of(() => [90, 0, 14, 60]),
      minScore: of(() => [0, 0.3, 0.55, 1]),
      runs: of(() => [100, 99]),
      seed: tape => tape.below(5),
    };
  }

  private codes(field: string): string[] {
    if (field === 'programme') return this.rows.programme.map(({ code_prefix }) => code_prefix);
    return this.rows[field === 'idea' ? 'idea' : 'focus_area'].map(({ code }) => code);
  }

  private ids(table: keyof Tables): string[] {
    return (this.rows[table] as { id: string }[]).map(({ id }) => id);
  }

  /** An id of what the field reads, or of anything at all. */
  private anId(tape: Tape, field: string): string {
    const table = ({ idea: 'idea', partner: 'partner', fundingCall: 'funding_call' } as const)[field];
    if (table && !tape.once(6)) return tape.one(this.ids(table));
    const all = (Object.keys(this.rows) as (keyof Tables)[]).filter(each => 'id' in (this.rows[each][0] ?? {}));
    return tape.one(['idea_nothing', '', 'nonsense_01', ...this.ids(tape.one(all))]);
  }

  /** A whole value of the type, as a client sends it in a variable. Undefined where it is left out. */
  draw(tape: Tape, type: GraphQLInputType, place: Place): unknown {
    if (!isNonNullType(type) && tape.once(9)) return tape.one([null, undefined]);
    const needed = isNonNullType(type) ? type.ofType : type;
    if (isListType(needed)) return tape.times(0, 3, () => this.draw(tape, needed.ofType, place));
    if (!isInputObjectType(needed)) return this.leaf(tape, needed, place);
    const depth = (place.depth ?? 0) + 1;
    const fields = Object.values(needed.getFields()).filter(
      field => isRequiredInputField(field) || (tape.once(5) && (depth < DEEPEST || !/^(and|or|not)$/.test(field.name))),
    );
    return Object.fromEntries(
      fields.map(field => [field.name, this.draw(tape, field.type, { ...place, depth, name: field.name })]),
    );
  }

  leaf(tape: Tape, type: GraphQLInputType, place: Place): unknown {
    if (isEnumType(type)) return tape.one(type.getValues()).name;
    if ('name' in type && type.name === 'Duration')
      return tape.one(['P0D', 'P1D', 'P3D', 'PT36H', 'P1W', 'P1M', 'P1Y2M3DT4H5M6S']);
    if ('name' in type && type.name === 'Int' && /^(from|to)$/.test(place.name)) return 1 + tape.below(9);
    if ('name' in type && type.name === 'Boolean') return tape.below(2) === 0;
    const leaf = this.leaves[place.name];
    if (!leaf) throw new Error(`no value is known for ${place.field}(${place.name})`);
    return leaf(tape, place);
  }
}
