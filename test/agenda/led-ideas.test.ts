import type { LedIdea } from '../../src/agenda/agenda-facts.js';
import { agendaOf, dueBy } from '../../src/agenda/agenda.js';
import { AGENDA_POLICY } from '../../src/agenda/agenda-policy.js';
import { swedishDay } from '../../src/shared/time/local-time.js';
import { GATE_POLICY } from '../../src/programmes/gate-policy.js';
import * as fc from '../support/properties.js';

const DAY = 24 * 60 * 60 * 1000;
const THEN = Date.parse('2027-03-20T12:00:00Z');
const moment = (days: number) => new Date(THEN + days * DAY).toISOString();

/** An idea in PROJECT with so many drafts and milestones, due so many days from then. */
function led(drafts: readonly number[], milestones: readonly number[], statusAt: number | null): LedIdea {
  return {
    id: 'idea_1',
    standing: { ownerId: 'partner_1', coordinatorId: null, stage: 'PROJECT', state: 'ACTIVE' },
    inside: true,
    facts: {
      policy: GATE_POLICY,
      stage: 'PROJECT',
      title: { sv: 'Idé', en: null },
      summary: { sv: 'Idé', en: null },
      focusAreaCount: 0,
      environmentalObjectives: [],
      members: [],
      applications: [],
    },
    names: {},
    enteredStageAt: moment(-400),
    drafts: drafts
      .toSorted((one, other) => one - other)
      .map((days, nth) => ({
        ...{ id: `application_${nth}`, callId: `call_${nth}`, identifier: `UTL-${nth}` },
        ...{ at: moment(days), callStage: 1 },
      })),
    milestones: milestones.map((days, nth) => ({
      ...{ id: `milestone_${nth}`, title: { sv: `Milstolpe ${nth}`, en: null } },
      dueOn: moment(days).slice(0, 10),
    })),
    status:
      statusAt === null
        ? null
        : {
            id: 'status_1',
            at: moment(statusAt),
            nextStep: { sv: 'Mötet.', en: null },
            nextStepDueOn: moment(5).slice(0, 10),
          },
  };
}

const agendaAt = (idea: LedIdea, at: Date) =>
  agendaOf(
    { led: [idea], stalled: [], others: [], calls: [], seeking: [] },
    { at, today: swedishDay(at), policy: AGENDA_POLICY, partnerId: 'partner_1' },
  );

const days = (min: number, max: number) => fc.integer({ min, max });
const ideas = fc
  .tuple(
    fc.array(days(1, 200), { maxLength: 4 }),
    fc.array(days(-100, 200), { maxLength: 4 }),
    fc.option(days(-300, 0), { nil: null }),
  )
  .map(facts => led(...facts));

describe('a letter of its own that it has been asked for', () => {
  const leading = (letterOfIntent: 'REQUESTED' | 'NONE', others: 'SIGNED' | 'NONE'): LedIdea => {
    const idea = led([75], [], null);
    const member = { role: 'BENEFICIARY' as const, sector: 'ACADEMIA' as const, country: 'SE' };
    const members = [
      { ...member, partnerId: 'partner_1', letterOfIntent },
      { ...member, partnerId: 'partner_2', letterOfIntent: others },
    ];
    return {
      ...idea,
      standing: { ...idea.standing, stage: 'CONSORTIUM' },
      facts: { ...idea.facts, stage: 'CONSORTIUM', members } as unknown as LedIdea['facts'],
    };
  };
  const speaksOfLetters = async (idea: LedIdea) =>
    (await agendaAt(idea, new Date(THEN))).some(
      ({ kind, requirements }) => kind === 'REQUIREMENT_UNMET' && requirements.includes('LETTERS_OF_INTENT'),
    );

  it('is told once where it is all that is missing, however far the deadline', async () => {
    expect(await speaksOfLetters(leading('REQUESTED', 'SIGNED'))).toBe(false);
    expect(await speaksOfLetters(leading('REQUESTED', 'NONE'))).toBe(true);
    expect(await speaksOfLetters(leading('NONE', 'SIGNED'))).toBe(true);
  });
});

describe('what waits for who leads an idea', () => {
  it('is named alike whenever it is read, as long as it is about the same thing', () =>
    fc.assert(
      fc.asyncProperty(ideas, days(0, 60 * 24), days(0, 60 * 24), async (idea, ...hours) => {
        const [one, other] = await Promise.all(
          hours.map(each => agendaAt(idea, new Date(THEN + each * 60 * 60 * 1000))),
        );
        const named = new Map(one!.map(({ key, kind, about }) => [key, JSON.stringify({ kind, about })]));
        expect(named.size).toBe(one!.length);
        for (const { key, kind, about } of other!)
          expect(named.get(key) ?? JSON.stringify({ kind, about })).toBe(JSON.stringify({ kind, about }));
      }),
    ));

  it('comes by its day, and what is looked at from nearer is the beginning of what is looked at from farther', () =>
    fc.assert(
      fc.asyncProperty(ideas, days(0, 100), async (idea, ahead) => {
        const items = await agendaAt(idea, new Date(THEN));
        const dates = items.map(({ dueOn }) => dueOn ?? '9999');
        expect(dates).toEqual(dates.toSorted());
        const last = swedishDay(moment(ahead));
        const near = dueBy(last, items);
        expect(near).toEqual(items.filter(({ dueOn }) => dueOn === null || dueOn <= last));
      }),
    ));

  it.each([
    ['a minute before Swedish midnight', '2027-03-26T22:59:00Z', 1, 'MILESTONE_DUE'],
    ['at Swedish midnight, an hour before that of UTC', '2027-03-26T23:00:00Z', 0, 'MILESTONE_DUE'],
    ['at the end of the day that summer time begins after', '2027-03-27T22:59:59Z', 0, 'MILESTONE_DUE'],
    ['the day after', '2027-03-27T23:00:00Z', -1, 'MILESTONE_OVERDUE'],
    ['late on the short day, two hours before midnight of UTC', '2027-03-28T22:00:00Z', -2, 'MILESTONE_OVERDUE'],
  ] as const)('counts Swedish days: %s', async (_, at, daysLeft, kind) => {
    const idea = led([], [7], 0);
    expect(idea.milestones[0]!.dueOn).toBe('2027-03-27');
    const items = await agendaAt(idea, new Date(at));
    expect(items.filter(item => item.about.milestoneId)).toMatchObject([{ kind, daysLeft, dueOn: '2027-03-27' }]);
  });

  it('says in both languages what it is, in the singular too', async () => {
    const [milestone, status] = [
      await agendaAt(led([], [-1], -1), new Date(THEN)),
      await agendaAt(led([], [], null), new Date(THEN)),
    ];
    const told = (item: (typeof milestone)[number]) => item.wording(item.daysLeft);
    expect(told(milestone.find(({ kind }) => kind === 'MILESTONE_OVERDUE')!)).toEqual({
      sv: 'Milstolpen ”Milstolpe 0” skulle ha nåtts 19 mars 2027, för 1 dag sedan.',
      en: 'The milestone "Milstolpe 0" was due 19 March 2027, 1 day ago.',
    });
    expect(told(milestone.find(({ kind }) => kind === 'NEXT_STEP_DUE')!)).toEqual({
      sv: 'Nästa steg till 25 mars 2027: Mötet.',
      en: 'Next step by 25 March 2027: Mötet.',
    });
    expect(told(status.find(({ kind }) => kind === 'STATUS_UPDATE_DUE')!)).toEqual({
      sv: 'Ingen lägesrapport sedan idén kom in i steget 13 februari 2026. Skriv en.',
      en: 'No status update since the idea entered its stage on 13 February 2026. Write one.',
    });
  });
});
