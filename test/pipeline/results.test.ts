import { type GraphQLInputType, parse, validate } from 'graphql';
import { PipelineGrouping } from '../../src/pipeline/groups/group-types.js';
import { wordsOf } from '../../src/shared/described-enum.js';
import type { Locale } from '../../src/shared/text/localized-text.js';
import type { Tape } from '../support/documents/tape.js';
import { Values } from '../support/documents/values.js';
import * as fc from '../support/properties.js';
import { SideBySide } from '../support/service/side-by-side.js';

const GROUP = `key name ownName: name(locale: EN) count stages { stage count } medianDaysInStage
  requested { amount currency } granted { amount currency } outcomesDelivered`;
const TEXT = `query Results($filter: IdeaFilter, $by: PipelineGrouping!, $first: Int) { pipeline(filter: $filter) {
  total
  results {
    outcomes { kind status count }
    indicators { code unit name projects measured baseline target latest }
    milestones { planned completed overdue dropped medianSlipDays }
    applications { byStatus { status count } decided granted successRate medianDaysToDecision }
  }
  groups(by: $by) { ${GROUP} }
  few: groups(by: $by, first: $first) { key }
} }`;

let worlds: SideBySide[];
beforeAll(async () => (worlds = [await SideBySide.open(11), await SideBySide.open(12)]), 60_000);
afterAll(() => Promise.all(worlds.map(world => world.close())));

const numbers = fc.array(fc.nat(99_999), { maxLength: 60, size: 'max' });
const questions = fc.record({
  world: fc.nat(1),
  filter: fc.oneof(fc.constant([]), numbers),
  by: fc.constantFrom(...wordsOf(PipelineGrouping)),
  viewer: fc.nat(99),
  locale: fc.constantFrom<Locale>('SV', 'EN'),
});

interface Question {
  world: number;
  filter: readonly number[];
  by: PipelineGrouping;
  viewer: number;
  locale: Locale;
}

/** Whether there was anything in the groups, on which both agree. */
async function areAgreed({ world, filter, by, viewer, locale }: Question): Promise<boolean> {
  const both = worlds[world]!;
  const document = parse(TEXT);
  expect(validate(both.schema, document)).toEqual([]);
  const type = both.schema.getType('IdeaFilter') as GraphQLInputType;
  const values = new Values(both.rows);
  const place = { field: 'pipeline', name: 'filter', longest: 4 };
  const slots = [
    { name: 'filter', draw: (tape: Tape) => values.draw(tape, type, place) },
    { name: 'by', draw: () => by },
    { name: 'first', draw: (tape: Tape) => tape.below(4) },
  ];
  const asked = { viewer: both.viewers[viewer % both.viewers.length]!, locale, numbers: filter };
  const { variables, expected, given } = await both.answer({ text: TEXT, document, slots }, asked);
  expect({ variables, viewer: asked.viewer, ...given }).toEqual({ variables, viewer: asked.viewer, ...expected });
  return (given.data as any).pipeline.groups.some((group: any) => group.count > 0);
}

describe('results and groups are counted as by a naive reading of the rows', () => {
  it(
    'whoever asks and whatever is filtered',
    () =>
      fc.assert(
        fc.asyncProperty(questions, async question => void (await areAgreed(question))),
        { numRuns: Number(process.env.AGREEMENT_RUNS ?? 150), endOnFailure: true },
      ),
    300_000,
  );

  it.each(wordsOf(PipelineGrouping))('by %s, of all that somebody sees', async by => {
    for (let viewer = 0; viewer < worlds[0]!.viewers.length; viewer += 1)
      if (await areAgreed({ world: 0, filter: [], by, viewer, locale: 'SV' })) return;
    throw new Error('nobody sees anything in these groups');
  });
});
