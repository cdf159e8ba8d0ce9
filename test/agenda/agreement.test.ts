import { parse } from 'graphql';
import { AgendaKind } from '../../src/agenda/agenda-kind.js';
import { wordsOf } from '../../src/shared/described-enum.js';
import { SideBySide } from '../support/service/side-by-side.js';
import { days } from '../support/world/moments.js';

const AGENDA = `{ viewer { agendaCount all: agendaCount(within: "P2Y") agenda(first: 100, within: "P1Y") {
  key kind risk requirements dueOn daysLeft action
  idea { code viewerCan } fundingCall { identifier } application { id status } milestone { id dueOn } joinRequest { id status }
} } }`;

const DAY = 24 * 60 * 60 * 1000;
/** The world's moment, Swedish midnight on that day and around both changes of summer time, and long after. */
const MOMENTS = [
  ...[0, 3, 30, 61, 120, 181, 200, 400].map(count => days(count)),
  ...['2026-11-24T22:59:59.999Z', '2026-11-24T23:00:00.000Z', '2027-03-27T23:30:00.000Z', '2027-03-28T22:30:00.000Z'],
  ...['2027-10-30T22:30:00.000Z', '2027-10-31T23:00:00.000Z'],
];

describe.each([11, 12, 13])('the agenda in the small world %i', seed => {
  let both: SideBySide;
  beforeAll(async () => (both = await SideBySide.open(seed)), 60_000);
  afterAll(() => both.close());

  it('is what the rules say row by row, for whoever asks and whenever', async () => {
    const document = { text: AGENDA, document: parse(AGENDA), slots: [] };
    const told = new Map<string, number>();
    for (const moment of MOMENTS.map(each => new Date(each))) {
      for (const viewer of both.viewers) {
        const { given, expected } = await both.answer(document, { viewer, locale: 'SV', moment, numbers: [] });
        const asked = { viewer: viewer.name, role: viewer.role, feedOnly: viewer.feedOnly, moment };
        expect({ ...asked, ...given }).toEqual({ ...asked, ...expected });
        const { agenda } = (given as any).data.viewer;
        for (const { kind } of agenda) told.set(kind, (told.get(kind) ?? 0) + 1);
      }
    }
    // A world in which nothing waits would prove nothing.
    const elsewhere = ['NEW_CALL_FITS', 'READY_TO_ADVANCE'];
    for (const kind of wordsOf(AgendaKind).filter(each => !elsewhere.includes(each)))
      expect({ kind, told: told.get(kind) ?? 0 }).toEqual({ kind, told: expect.any(Number) });
    expect(told.size).toBeGreaterThanOrEqual(9);
  }, 240_000);

  it('names every item otherwise, and the same one alike on another day', async () => {
    const [now, later] = [0, 1].map(count => new Date(Date.parse(days(0)) + count * DAY));
    const document = { text: AGENDA, document: parse(AGENDA), slots: [] };
    for (const viewer of both.viewers) {
      const read = async (moment: Date) => {
        const { given } = await both.answer(document, { viewer, locale: 'SV', moment, numbers: [] });
        return (given as any).data.viewer.agenda as { key: string; kind: string; idea: { code: string } | null }[];
      };
      const [today, tomorrow] = [await read(now!), await read(later!)];
      expect(new Set(today.map(({ key }) => key)).size).toBe(today.length);
      const about = ({ kind, idea }: (typeof today)[number]) => `${kind} ${idea?.code}`;
      for (const item of today) {
        const again = tomorrow.find(({ key }) => key === item.key);
        if (again) expect(about(again)).toBe(about(item));
      }
    }
  }, 60_000);
});
