import type { FundingCall } from '../../../src/funding-calls/funding-call.js';
import type { CallDraft } from '../../../src/funding-calls/exchange/draft/call-draft.js';
import { imported, importing } from '../../support/calls/imported-call.js';
import * as fc from '../../support/properties.js';

const FIELDS = ['programme', 'url', 'minPartners', 'summary.sv'] as const;
type Field = (typeof FIELDS)[number];
type State = 'silent' | 'assumed' | 'said' | 'edited';

const value = fc.integer({ min: 1, max: 4 });
const state = fc.constantFrom<State>('silent', 'assumed', 'said');
const source = fc.tuple(...FIELDS.map(() => fc.tuple(state, value))).map(told => {
  const all = FIELDS.map((field, place) => ({ field, state: told[place]![0], value: told[place]![1] }));
  // A programme there always is; where the source is silent, it is assumed.
  return all.flatMap(one =>
    one.state !== 'silent' ? one : one.field === 'programme' ? { ...one, state: 'assumed' as const } : [],
  );
});
const edit = fc.record({ field: fc.constantFrom(...FIELDS), value });

function drafted(field: Field, number: number): Partial<CallDraft> {
  if (field === 'summary.sv') return { summary: { sv: `S${number}` } };
  if (field === 'minPartners') return { minPartners: number };
  return field === 'url' ? { url: `https://${number}.example` } : { programme: `P${number}` };
}

const valueIn = (call: FundingCall, field: Field): unknown =>
  (field === 'summary.sv' ? call.summary?.sv : call[field]) ?? null;
const valueOf = (field: Field, number: number) => valueIn(imported(drafted(field, number)), field);

/** A call, and beside it a naive account of what must stand in it. */
class Told {
  readonly call = imported({ programme: 'F', assumed: ['programme'] });
  private readonly account = new Map<Field, { value: unknown; state: State }>([
    ...FIELDS.map(field => [field, { value: null, state: 'silent' }] as const),
    ['programme', { value: 'F', state: 'assumed' }],
  ]);

  bySource(told: readonly { field: Field; state: State; value: number }[]): void {
    const assumed = told.filter(one => one.state === 'assumed').map(({ field }) => field);
    const draft: Partial<CallDraft> = Object.assign({ assumed }, ...told.map(one => drafted(one.field, one.value)));
    importing(this.call, draft);
    for (const one of told) {
      const known = this.account.get(one.field)!.state;
      if (known === 'edited' || (known === 'said' && one.state === 'assumed')) continue;
      this.account.set(one.field, { value: valueOf(one.field, one.value), state: one.state });
    }
    const after = [...this.call.assumedFields, this.call.editedFields];
    expect(importing(this.call, draft)).toEqual([]);
    expect([...this.call.assumedFields, this.call.editedFields]).toEqual(after);
  }

  byPerson({ field, value: number }: { field: Field; value: number }): void {
    const name = field === 'summary.sv' ? 'summary' : field;
    this.call.update({ [name]: imported(drafted(field, number))[name] });
    const next = valueOf(field, number);
    if (this.account.get(field)!.value !== next) this.account.set(field, { value: next, state: 'edited' });
  }

  expectKept(): void {
    for (const [field, known] of this.account) {
      const isAssumed = this.call.assumedFields.includes(field);
      expect([field, valueIn(this.call, field), isAssumed]).toEqual([field, known.value, known.state === 'assumed']);
    }
  }
}

describe('Import over import', () => {
  it('keeps what was said and what a person has edited, assumes into gaps alone, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(source, edit), { minLength: 1, maxLength: 12 }), steps => {
        const told = new Told();
        for (const step of steps) {
          if (Array.isArray(step)) told.bySource(step);
          else told.byPerson(step);
          told.expectKept();
        }
      }),
      { numRuns: 300 },
    );
  });
});
