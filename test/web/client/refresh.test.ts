import { Client, gql, makeResult, type Exchange, type Operation } from '@urql/core';
import { filter, fromPromise, mergeMap, pipe, subscribe } from 'wonka';
import { normalisedCache } from '../../../web/src/client/cache.js';
import { Shown } from '../../../web/src/client/refresh.js';

const IDEA = gql`
  query Idea($code: String!) {
    idea(code: $code) {
      id
      title
    }
  }
`;
const VERSION = gql`
  query Version($code: String!) {
    idea(code: $code) {
      id
      version
    }
  }
`;
const CHANGE = gql`
  mutation UpdateIdea($title: String!) {
    updateIdea(input: { title: $title }) {
      idea {
        id
        title
      }
      userErrors {
        message
      }
    }
  }
`;

const idea = (title: string) => ({ __typename: 'Idea', id: 'idea_1', title });
const found = (title: string) => ({ __typename: 'Query', idea: idea(title) });
const changed = (told: object) => ({
  __typename: 'Mutation',
  updateIdea: { __typename: 'IdeaPayload', idea: told, userErrors: [] },
});

/** A page whose service answers each question and each change once it is told to. */
function aPage() {
  const sent: { operation: Operation; answer: (data: object) => void }[] = [];
  const answered = (operation: Operation) =>
    new Promise<object>(answer => sent.push({ operation, answer })).then(data => makeResult(operation, { data }));
  const service: Exchange = () => operations =>
    pipe(
      operations,
      filter(({ kind }) => kind !== 'teardown'),
      mergeMap(each => fromPromise(answered(each))),
    );
  const shown = new Shown();
  const client = new Client({
    url: '/graphql',
    exchanges: [shown.exchange, normalisedCache(), shown.sending, service],
  });
  const change = (title: string) => void client.mutation(CHANGE, { title }).toPromise();
  return { client, sent, change };
}

const turn = () => new Promise(resolve => setTimeout(resolve));

describe('an answer that a change has overtaken', () => {
  it('is asked for again, and shown when it comes', async () => {
    const { client, sent, change } = aPage();
    const shown: string[] = [];
    change('Värme');
    await turn();
    sent[0]!.answer(changed(idea('Värme')));
    await turn();
    const page = pipe(
      client.query<{ idea: { title: string } }>(IDEA, { code: 'KS3-1' }),
      subscribe(({ data }) => shown.push(data?.idea.title ?? 'nothing')),
    );
    change('Spillvärme');
    await turn();
    const { title, ...rest } = idea('');
    sent[2]!.answer(changed(rest));
    await turn();
    sent[1]!.answer(found('Värme'));
    await turn();
    sent[3]!.answer(found('Spillvärme'));
    await turn();
    expect(shown).toEqual(['Spillvärme']);
    page.unsubscribe();
  });
});

describe('what another answer leaves known in part', () => {
  it('is asked for anew too', async () => {
    const { client, sent } = aPage();
    const shown: string[] = [];
    const pages = [
      pipe(
        client.query<{ idea: { title: string } }>(IDEA, { code: 'KS3-1' }),
        subscribe(({ data }) => shown.push(data?.idea.title ?? 'nothing')),
      ),
    ];
    sent[0]!.answer(found('Värme'));
    await turn();
    const other = { __typename: 'Query', idea: { __typename: 'Idea', id: 'idea_2', version: 1 } };
    pages.push(
      pipe(
        client.query(VERSION, { code: 'KS3-1' }),
        subscribe(() => {}),
      ),
    );
    sent[1]!.answer(other);
    await turn();
    sent[2]!.answer({ ...other, idea: { ...other.idea, title: 'En annan' } });
    await turn();
    expect(shown.at(-1)).toBe('En annan');
    pages.forEach(page => page.unsubscribe());
  });
});
