import { agendaNews, type WaitingItem } from '../../src/mails/agenda-news.js';
import type { Follower } from '../../src/notices/sending/claims.js';

const IDEA = { code: 'KS3-1', title: 'Landström i Karlskrona' };
const item = (key: string, more: Partial<WaitingItem>): WaitingItem => ({
  ...{ key, kind: 'REQUIREMENT_UNMET', dueOn: '2027-02-15', requirements: [], idea: IDEA },
  ...{ fundingCall: null, milestone: null, ...more },
});

/** What waits, some of it in the words of another: two letters and a requirement of one idea by one day. */
const OPEN = [
  item('letter of one', { kind: 'LETTER_MISSING' }),
  item('letter of another', { kind: 'LETTER_MISSING' }),
  item('requirement', { requirements: ['LETTERS_OF_INTENT'] }),
  item('another day', { dueOn: '2027-03-15' }),
  item('another idea', { idea: { ...IDEA, code: 'KS3-2' } }),
  item('one milestone', { kind: 'MILESTONE_DUE', milestone: { title: 'Beslut' } }),
  item('another milestone', { kind: 'MILESTONE_DUE', milestone: { title: 'Bygge' } }),
];

const newsFor = (rhythm: Follower['rhythm'], told: Record<string, string>) =>
  agendaNews({ id: 'notice', kinds: ['AGENDA'], rhythm, told } as unknown as Follower, async () => ({
    viewer: { agenda: OPEN, agendaCount: OPEN.length },
  }));

it.each(['WEEKLY', 'AT_ONCE'] as const)('A mail (%s) says once what it would say in the same words', async rhythm => {
  const { items, told } = await newsFor(rhythm, {});
  expect(items.map(({ key }) => key)).toEqual([
    ...['requirement', 'another day', 'another idea', 'one milestone', 'another milestone'],
  ]);
  expect(Object.keys(told)).toHaveLength(OPEN.length);
  const again = await newsFor(rhythm, told);
  expect(again.items).toHaveLength(rhythm === 'WEEKLY' ? items.length : 0);
});
