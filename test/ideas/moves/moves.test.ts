import type { IdeaMove } from '../../../src/ideas/moves/path.js';
import { MOVES, possibleMoves, whyNotMove } from '../../../src/ideas/moves/path.js';
import { type IdeaState, Stage } from '../../../src/ideas/stages.js';
import { wordsOf } from '../../../src/shared/described-enum.js';
import { Make } from '../../support/make/make.js';
import { move } from '../../support/make/moves.js';
import { type Caller, KEYS, type Service, startService } from '../../support/service/service.js';
import { stored } from '../../support/service/stored.js';

let service: Service;
let make: Make;
let partner: Caller;
let admin: Caller;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
  [partner, admin] = [service.as(KEYS.partner), service.as(KEYS.admin)];
});
afterAll(() => service.stop());

/** What the moves to a state are, from ACTIVE. */
const TURNS: Readonly<Partial<Record<IdeaState, IdeaMove>>> = {
  PAUSED: 'PAUSE',
  DISCONTINUED: 'DISCONTINUE',
  COMPLETED: 'COMPLETE',
};

const PLACES = wordsOf(Stage).flatMap(stage =>
  (['ACTIVE', 'PAUSED', 'DISCONTINUED', ...(stage === 'PROJECT' ? (['COMPLETED'] as const) : [])] as const).map(
    state => [stage, state] as const,
  ),
);

describe.each(PLACES)('an idea in %s that is %s', (stage, state) => {
  it('refuses every other move, names what is possible, and changes nothing', async () => {
    const { id } = await make.idea({ stage, bare: true });
    if (TURNS[state]) await move(partner, TURNS[state], { id });
    const before = await stored(service.database);
    const illegal = (Object.keys(MOVES) as IdeaMove[]).filter(kind => !possibleMoves(stage, state).includes(kind));
    for (const kind of illegal) {
      const refused = await move(admin, kind, { id, ...(kind === 'RETURN' && { to: 'CONCEPT' }) });
      const message = whyNotMove(kind, { stage, state })!.sv;
      expect(refused).toMatchObject({ idea: null, userErrors: [{ code: 'ILLEGAL_TRANSITION', message }] });
    }
    expect(await stored(service.database)).toEqual(before);
  });
});

describe('a step forward', () => {
  it('goes to the next stage only', async () => {
    const { id } = await make.idea();
    const before = await stored(service.database);
    expect(await move(partner, 'ADVANCE', { id, to: 'PROJECT' })).toMatchObject({
      userErrors: [
        {
          code: 'ILLEGAL_TRANSITION',
          path: ['to'],
          message: 'Från koncept kan idén föras vidare bara till konsortium.',
        },
      ],
    });
    expect(await stored(service.database)).toEqual(before);
    expect(await move(partner, 'ADVANCE', { id, to: 'CONSORTIUM', reason: ' Redo. ' })).toMatchObject({
      idea: {
        stage: 'CONSORTIUM',
        version: 2,
        transitions: [
          { from: null, fromState: null },
          { from: 'CONCEPT', to: 'CONSORTIUM', fromState: 'ACTIVE', toState: 'ACTIVE', reason: 'Redo.', waived: [] },
        ],
      },
      userErrors: [],
    });
  });

  it('that builds on an old version is a conflict', async () => {
    const { id } = await make.idea();
    const before = await stored(service.database);
    expect(await move(partner, 'ADVANCE', { id, expectedVersion: 7 })).toMatchObject({
      idea: null,
      userErrors: [{ code: 'CONFLICT', path: ['expectedVersion'] }],
    });
    expect(await stored(service.database)).toEqual(before);
  });

  it('takes a reason of 2,000 characters and no more', async () => {
    const { id } = await make.idea();
    expect(await move(partner, 'ADVANCE', { id, reason: 'x'.repeat(2001) })).toMatchObject({
      userErrors: [{ code: 'INVALID', path: ['reason'] }],
    });
    expect((await move(partner, 'ADVANCE', { id, reason: 'x'.repeat(2000) })).userErrors).toEqual([]);
  });
});

describe('a waiver', () => {
  const WAIVE = { waive: ['FOCUS_AREA_CHOSEN'], reason: 'Området utreds.' };

  it('lets the named requirements pass, and only those not met are recorded, for ever', async () => {
    const { id } = await make.idea({ except: 'FOCUS_AREA_CHOSEN' });
    const waive = ['DESCRIBED', 'FOCUS_AREA_CHOSEN', 'FOCUS_AREA_CHOSEN'];
    const passed = await move(admin, 'ADVANCE', { id, ...WAIVE, waive });
    expect(passed.userErrors).toEqual([]);
    expect(passed.idea!.transitions.at(-1)).toMatchObject({
      to: 'CONSORTIUM',
      waived: ['FOCUS_AREA_CHOSEN'],
      reason: 'Området utreds.',
    });
  });

  it('does not open the gate for what it does not name', async () => {
    const { id } = await make.idea({ bare: true });
    const before = await stored(service.database);
    const { data } = await admin.ask(
      `mutation ($input: AdvanceIdeaInput!) { advanceIdea(input: $input) { idea { stage } unmet { code } userErrors { code } } }`,
      { input: { id, ...WAIVE } },
    );
    expect(data.advanceIdea).toEqual({
      idea: { stage: 'CONCEPT' },
      unmet: [{ code: 'DESCRIBED' }, { code: 'ENVIRONMENTAL_OBJECTIVE_CHOSEN' }],
      userErrors: [{ code: 'GATE_NOT_MET' }],
    });
    expect(await stored(service.database)).toEqual(before);
  });

  it.each([
    ['needs a reason', { waive: WAIVE.waive }, 'REQUIRED', ['reason']],
    ['needs a reason that is not blank', { ...WAIVE, reason: ' ' }, 'REQUIRED', ['reason']],
    ['is of the gate ahead', { ...WAIVE, waive: ['BUDGET_COVERED'] }, 'INVALID', ['waive']],
  ])('%s', async (_, input, code, path) => {
    const { id } = await make.idea({ except: 'FOCUS_AREA_CHOSEN' });
    const before = await stored(service.database);
    expect(await move(admin, 'ADVANCE', { id, ...input })).toMatchObject({ userErrors: [{ code, path }] });
    expect(await stored(service.database)).toEqual(before);
  });

  it('is for Region Blekinge alone, however the gate stands', async () => {
    const { id } = await make.idea();
    const before = await stored(service.database);
    expect(await move(partner, 'ADVANCE', { id, ...WAIVE })).toMatchObject({
      userErrors: [{ code: 'FORBIDDEN', message: 'Det får bara Region Blekinge göra.' }],
    });
    expect(await stored(service.database)).toEqual(before);
  });
});

describe('a step back', () => {
  it.each(['CONCEPT', 'CONSORTIUM', 'FUNDING_APPLICATION'] as const)('goes from PROJECT to %s', async to => {
    const { id } = await make.idea({ stage: 'PROJECT' });
    const returned = await move(partner, 'RETURN', { id, to });
    expect(returned).toMatchObject({ idea: { stage: to, state: 'ACTIVE' }, userErrors: [] });
    expect(returned.idea!.transitions.at(-1)).toMatchObject({ from: 'PROJECT', to, reason: 'Därför.' });
  });

  it.each([
    ['to a later stage', { to: 'PROJECT' }, 'ILLEGAL_TRANSITION', ['to']],
    ['to the same stage', { to: 'CONSORTIUM' }, 'ILLEGAL_TRANSITION', ['to']],
    ['without a reason', { to: 'CONCEPT', reason: ' ' }, 'REQUIRED', ['reason']],
    ['with too long a reason', { to: 'CONCEPT', reason: 'x'.repeat(2001) }, 'INVALID', ['reason']],
    ['from an old version', { to: 'CONCEPT', expectedVersion: 1 }, 'CONFLICT', ['expectedVersion']],
  ])('%s is refused', async (_, input, code, path) => {
    const { id } = await make.idea({ stage: 'CONSORTIUM', bare: true });
    const before = await stored(service.database);
    expect(await move(partner, 'RETURN', { id, ...input })).toMatchObject({ userErrors: [{ code, path }] });
    expect(await stored(service.database)).toEqual(before);
  });

  it('begins the days in the stage anew', async () => {
    const { id } = await make.idea({ stage: 'CONSORTIUM' });
    const { enteredStageAt } = (await move(partner, 'RETURN', { id, to: 'CONCEPT' })).idea!;
    const again = (await move(partner, 'ADVANCE', { id })).idea!;
    expect(again.enteredStageAt > enteredStageAt).toBe(true);
  });
});

describe('a pause', () => {
  it('keeps the stage and the day it was entered, and ends when the idea is resumed', async () => {
    const { id } = await make.idea({ stage: 'CONSORTIUM', bare: true });
    const paused = (await move(partner, 'PAUSE', { id })).idea!;
    expect(paused).toMatchObject({ stage: 'CONSORTIUM', state: 'PAUSED' });
    const resumed = (await move(partner, 'RESUME', { id })).idea!;
    expect(resumed).toMatchObject({ state: 'ACTIVE', enteredStageAt: paused.enteredStageAt });
    expect(resumed.transitions.slice(-2)).toMatchObject([
      { from: 'CONSORTIUM', to: 'CONSORTIUM', fromState: 'ACTIVE', toState: 'PAUSED' },
      { from: 'CONSORTIUM', to: 'CONSORTIUM', fromState: 'PAUSED', toState: 'ACTIVE' },
    ]);
  });
});

it.each(['PAUSE', 'DISCONTINUE', 'COMPLETE'] as const)('%s needs a reason of at most 2,000 characters', async kind => {
  const { id } = await make.idea({ stage: 'PROJECT' });
  const before = await stored(service.database);
  expect((await move(partner, kind, { id, reason: '' })).userErrors).toMatchObject([
    { code: 'REQUIRED', path: ['reason'] },
  ]);
  expect((await move(partner, kind, { id, reason: 'x'.repeat(2001) })).userErrors).toMatchObject([
    { code: 'INVALID', path: ['reason'] },
  ]);
  expect(await stored(service.database)).toEqual(before);
  expect(await move(partner, kind, { id })).toMatchObject({ idea: { state: MOVES[kind].to }, userErrors: [] });
});
