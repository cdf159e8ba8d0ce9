import { globSync, readFileSync } from 'node:fs';
import { Client, gql, makeResult, type Exchange, type Operation } from '@urql/core';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isObjectType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type GraphQLObjectType,
  type SelectionSetNode,
} from 'graphql';
import { mergeMap, fromPromise, pipe } from 'wonka';
import { normalisedCache } from '../../../web/src/client/cache.js';
import { OwnChanges } from '../../../web/src/client/own-changes.js';

const CHANGE = gql`
  mutation UpdateIdea($input: UpdateIdeaInput!) {
    updateIdea(input: $input) {
      idea {
        id
        version
        sv: title(locale: SV)
        en: title(locale: EN)
      }
      userErrors {
        message
      }
    }
  }
`;

/** A page whose service answers each change once it is told to, with the version that it makes. */
function aPage() {
  const changes = new OwnChanges();
  const sent: { expected: number; answer: (version: number) => void }[] = [];
  const answered = (operation: Operation) =>
    new Promise<number>(answer =>
      sent.push({ expected: (operation.variables as Input).input.expectedVersion, answer }),
    ).then(version => makeResult(operation, { data: answerOf(version) }));
  const service: Exchange = () => operations =>
    pipe(
      operations,
      mergeMap(each => fromPromise(answered(each))),
    );
  const client = new Client({
    url: '/graphql',
    exchanges: [changes.answering, normalisedCache(), changes.sending, service],
  });
  const change = (expectedVersion: number, said = '') =>
    client.mutation(CHANGE, { input: { id: 'idea_1', expectedVersion, title: { sv: said } } }).toPromise();
  return { sent, change };
}

interface Input {
  input: { expectedVersion: number };
}

const answerOf = (version: number) => ({
  __typename: 'Mutation',
  updateIdea: {
    __typename: 'IdeaPayload',
    idea: { __typename: 'Idea', id: 'idea_1', version, sv: 'Värme', en: 'Heat' },
    userErrors: [],
  },
});

const turn = () => new Promise(resolve => setTimeout(resolve));

describe('a change that builds on a version', () => {
  it('waits for those on their way, and builds on what they made before the page has read it', async () => {
    const { sent, change } = aPage();
    const both = [change(4, 'one'), change(4, 'other')];
    await turn();
    expect(sent.map(({ expected }) => expected)).toEqual([4]);
    sent[0]!.answer(5);
    await turn();
    expect(sent.map(({ expected }) => expected)).toEqual([4, 5]);
    sent[1]!.answer(6);
    await Promise.all(both);
    void change(4);
    await turn();
    expect(sent.map(({ expected }) => expected)).toEqual([4, 5, 6]);
  });

  it('is still one beside what somebody else changed in between', async () => {
    const { sent, change } = aPage();
    const first = change(4);
    await turn();
    sent[0]!.answer(6);
    await first;
    void change(4);
    await turn();
    expect(sent.map(({ expected }) => expected)).toEqual([4, 4]);
  });

  it('is answered with all that it asked for, texts by other names too', async () => {
    const { sent, change } = aPage();
    const made = change(4);
    await turn();
    sent[0]!.answer(5);
    expect((await made).data).toMatchObject({ updateIdea: { idea: { sv: 'Värme', en: 'Heat' } } });
  });
});

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
const documents = parse(
  globSync('web/src/operations/**/*.graphql')
    .map(path => readFileSync(path, 'utf8'))
    .join('\n'),
);
const fragments = new Map(
  documents.definitions.flatMap(each =>
    each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
  ),
);

/** The fields of a selection, those of its fragments too, each with what it selects. */
function fieldsOf(selected: SelectionSetNode | undefined): (readonly [string, SelectionSetNode | undefined])[] {
  return (selected?.selections ?? []).flatMap(each => {
    if (each.kind === Kind.FIELD) return [[each.name.value, each.selectionSet] as const];
    return fieldsOf(
      each.kind === Kind.INLINE_FRAGMENT ? each.selectionSet : fragments.get(each.name.value)!.selectionSet,
    );
  });
}

/** What the changes of a document leave untold of the versions that they make. */
function untold(): string[] {
  const found: string[] = [];
  const info = new TypeInfo(schema);
  const atField = (name: string, type: GraphQLObjectType, selected: SelectionSetNode | undefined) => {
    for (const [field, { type: of }] of Object.entries(type.getFields())) {
      const made = getNullableType(of);
      if (!isObjectType(made) || !('version' in made.getFields())) continue;
      const asked = fieldsOf(selected).filter(([one]) => one === field);
      if (!asked.some(([, inside]) => fieldsOf(inside).some(([one]) => one === 'version')))
        found.push(`${name}.${field}`);
    }
  };
  const Field = (node: { name: { value: string }; selectionSet?: SelectionSetNode | undefined }) => {
    const payload = getNamedType(info.getType());
    if (info.getParentType() === schema.getMutationType() && isObjectType(payload))
      atField(node.name.value, payload, node.selectionSet);
  };
  visit(documents, visitWithTypeInfo(info, { Field }));
  return found;
}

it('every change of the pages asks for each version that it makes', () => {
  expect(untold()).toEqual([]);
});
