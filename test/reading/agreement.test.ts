import {
  getNamedType,
  type GraphQLNamedType,
  isInterfaceType,
  isObjectType,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Locale } from '../../src/shared/text/localized-text.js';
import { isKnown } from '../support/naive/executor.js';
import * as fc from '../support/properties.js';
import { type IsAsked, SideBySide } from '../support/service/side-by-side.js';

/** What the naive executor leaves to tests of its own. */
const LEFT_OUT = [
  'Query.pipeline',
  'Query.ideas.asOf',
  'Partner.pipeline',
  'Programme.pipeline',
  'Programme.goal',
  'Idea.callMatches',
  'FundingCall.ideaMatches',
  'Idea.callMatchesLeftOut',
  'FundingCall.ideaMatchesLeftOut',
  'Query.callFunders',
  'Consortium.partnerMatches',
  'PartnerMatch.*',
  'PartnerMatchReason.*',
  // Its words have tests of their own.
  'AgendaItem.message',
  'Viewer.sessions',
  'ApiKey.lapsesAt',
  'Viewer.noticeSubscriptions',
  'NoticeSubscription.*',
  'Viewer.webhooks',
  'Webhook.*',
  'WebhookDelivery.*',
];

/** Arguments are asked about as fields of their field: ideas(asOf:) as Query.ideas and asOf. */
const isArgument = (type: string) => type.includes('.');

const isAsked: IsAsked = (type, field) => !LEFT_OUT.includes(`${type}.${field}`) && !LEFT_OUT.includes(`${type}.*`);

let both: SideBySide;
beforeAll(async () => (both = await SideBySide.open(7)), 60_000);
afterAll(() => both.close());

const numbers = (maxLength: number) => fc.array(fc.nat(99_999), { maxLength, size: 'max' });

/** A document and what asks it: first one request, then others that differ in one variable, in the language or in who asks. */
const questions = fc.record({
  choices: numbers(500),
  values: numbers(60),
  changes: fc.array(fc.record({ slot: fc.nat(99), numbers: numbers(20) }), { minLength: 2, maxLength: 2 }),
  viewers: fc.tuple(fc.nat(99), fc.nat(99)),
  locale: fc.constantFrom<Locale>('SV', 'EN'),
});

let readyAnswers = 0;

async function expectAgreement(isIn: IsAsked): Promise<void> {
  await fc.assert(
    fc.asyncProperty(questions, async ({ choices, values, changes, viewers, locale }) => {
      const document = both.write(choices, isIn);
      expect(validate(both.schema, document.document)).toEqual([]);
      const [viewer, another] = viewers.map(index => both.viewers[index % both.viewers.length]!);
      const first = { viewer: viewer!, locale, numbers: values };
      const next = changes.map(changed => ({ ...first, changed }));
      const others = [
        { ...first, viewer: another! },
        { ...first, locale: locale === 'SV' ? ('EN' as const) : ('SV' as const) },
      ];
      for (const request of [first, ...next, ...others]) {
        const { variables, expected, given, alone } = await both.answer(document, request);
        const asked = { text: document.text, variables, viewer: request.viewer, locale: request.locale };
        expect({ ...asked, ...given }).toEqual({ ...asked, ...expected });
        if (!alone) continue;
        readyAnswers += 1;
        expect({ ...asked, data: alone.ready }).toEqual({ ...asked, data: alone.executed });
      }
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
}

/** More of them find more; this many take a minute. */
const RUNS = Number(process.env.AGREEMENT_RUNS ?? 100);

it(
  'answers every random document as a naive reading of the rows does, whoever asks',
  () => expectAgreement(isAsked),
  600_000,
);

const LISTS = ['ideas', 'fundingCalls', 'partners', 'applications', 'projects', 'milestones', 'activity'];

/** Of the root only the lists, and of their rows only what tells them apart. */
const isOfLists: IsAsked = (type, field) => isAsked(type, field) && (isArgument(type) || isOfAList(type, field));

const isOfAList: IsAsked = (type, field) =>
  (type === 'Query' ? LISTS.includes(field) : field !== 'nodes') &&
  (/(Connection|Edge|PageInfo|^Query)$/.test(type) || field === 'id');

it(
  'filters, orders and pages every list as a naive reading of the rows does, whoever asks',
  () => expectAgreement(isOfLists),
  600_000,
);

/** Of things known by their ids little else than what leads from one to the other by reads of its own. */
const OF_MATCHES =
  /^(Query\.nodes|(Idea|FundingCall)\.(id|callMatches|ideaMatches)|(Call|Idea)Match\.(score|call|idea))$/;
const isOfMatches: IsAsked = (type, field) => isArgument(type) || OF_MATCHES.test(`${type}.${field}`);

const orders = fc.record({
  documents: fc.array(numbers(200), { minLength: 1, maxLength: 2 }),
  requests: fc.array(fc.record({ document: fc.nat(1), values: numbers(20), viewer: fc.nat(99) }), {
    minLength: 4,
    maxLength: 4,
  }),
});

it(
  'answers as if it had never been asked before, whatever it was asked and in whatever order',
  () =>
    fc.assert(
      fc.asyncProperty(orders, async ({ documents, requests }) => {
        const written = documents.map(choices => both.writeOf(['idea', 'funding_call'], choices, isOfMatches));
        for (const { document, values, viewer } of requests) {
          const asked = written[document % written.length]!;
          expect(validate(both.schema, asked.document)).toEqual([]);
          const request = {
            viewer: both.viewers[viewer % both.viewers.length]!,
            locale: 'SV',
            numbers: values,
          } as const;
          const { given, expected } = await both.answerAnew(asked, request);
          expect({ text: asked.text, ...given }).toEqual({ text: asked.text, ...expected });
        }
      }),
      { numRuns: Math.ceil(RUNS / 3), endOnFailure: true },
    ),
  600_000,
);

/** Every field, argument and input field that can be asked for, as `Type.field`, `Type.field(argument)`, `Input.field`. */
function everything(): Set<string> {
  const names = new Set<string>();
  const look = (type: GraphQLNamedType): void => {
    if (isInterfaceType(type)) both.schema.getPossibleTypes(type).forEach(look);
    if (!isObjectType(type)) return;
    for (const field of Object.values(type.getFields()).filter(({ name }) => isAsked(type.name, name))) {
      if (names.has(`${type.name}.${field.name}`)) continue;
      names.add(`${type.name}.${field.name}`);
      field.args
        .filter(({ name }) => isAsked(`${type.name}.${field.name}`, name))
        .forEach(({ name }) => names.add(`${type.name}.${field.name}(${name})`));
      look(getNamedType(field.type));
    }
  };
  look(both.schema.getQueryType()!);
  return names;
}

it('has seen answers that are the text of the statement as it stands', () => {
  expect(readyAnswers).toBeGreaterThan(20);
});

it('is held against the naive executor in every field but those that are left out by name', () => {
  const fields = [...everything()].filter(name => !name.includes('('));
  expect(fields.filter(name => !isKnown(...(name.split('.') as [string, string])))).toEqual([]);
});

it('asks in its documents for every field with every argument', () => {
  const unasked = everything();
  for (const choices of fc.sample(numbers(500), { numRuns: 1500, seed: 1 })) {
    const { document } = both.write(choices, isAsked);
    const types = new TypeInfo(both.schema);
    const place = () => `${types.getParentType()!.name}.${types.getFieldDef()!.name}`;
    const visitor = visitWithTypeInfo(types, {
      Field: ({ name }) => void (name.value.startsWith('__') || unasked.delete(place())),
      Argument: ({ name }) => void (types.getDirective() || unasked.delete(`${place()}(${name.value})`)),
    });
    visit(document, visitor);
  }
  expect([...unasked]).toEqual([]);
});
