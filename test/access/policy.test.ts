import { permitFor, type ProgrammeAction } from '../../src/access/policy.js';
import { actionsOn, type IdeaAction, type IdeaStanding, permit } from '../../src/ideas/idea-policy.js';
import { ANONYMOUS, type Viewer } from '../../src/shared/viewer.js';
import type { IdeaState, Stage } from '../../src/ideas/stages.js';
import type { Refusal } from '../../src/shared/refuse.js';
import { matrix } from '../support/make/matrix.js';

const viewer = (role: Viewer['role'], partnerId: string | null = null): Viewer => ({ ...ANONYMOUS, role, partnerId });

const ADMIN = viewer('ADMIN');
const LEADERS = [viewer('PARTNER', 'owner'), viewer('PARTNER', 'coordinator')];
const OTHERS = [
  ANONYMOUS,
  viewer('INTEGRATOR'),
  viewer('INTEGRATOR', 'owner'),
  viewer('INTEGRATOR', 'coordinator'),
  ...[ADMIN, ...LEADERS].map(leader => ({ ...leader, feedOnly: true })),
];

const standing = (stage: Stage, state: IdeaState): IdeaStanding => ({
  ownerId: 'owner',
  coordinatorId: 'coordinator',
  stage,
  state,
});

const CAN = matrix(`
  stage-state               UPDATE ADVANCE RETURN PAUSE RESUME DISCONTINUE COMPLETE MANAGE_CONSORTIUM MANAGE_APPLICATIONS MANAGE_PROJECT POST_STATUS_UPDATE MANAGE_LINKS
  CONCEPT-ACTIVE            yes    yes     -      yes   -      yes         -        yes               yes                 yes            yes                yes
  CONSORTIUM-ACTIVE         yes    yes     yes    yes   -      yes         -        yes               yes                 yes            yes                yes
  PROJECT-ACTIVE            yes    -       yes    yes   -      yes         yes      yes               yes                 yes            yes                yes
  CONSORTIUM-PAUSED         yes    -       -      -     yes    yes         -        yes               yes                 yes            yes                yes
  FUNDING_APPLICATION-DISCONTINUED yes -   -      -     -      -           -        -                 -                   -                   -                  yes
  PROJECT-COMPLETED         yes    -       -      -     -      -           -        -                 -                   -                   -                  yes
`);

describe.each(CAN)('what can be done to an idea in $row', ({ row, cells }) => {
  const idea = standing(...(row.split('-') as [Stage, IdeaState]));
  const possible = cells.filter(([, cell]) => cell === 'yes').map(([action]) => action as IdeaAction);

  const atWork = <T>(...actions: T[]) => (possible.includes('MANAGE_CONSORTIUM') ? actions : []);

  it('is for its owner and its coordinator, and the owner may give it away', () => {
    const [owner, coordinator] = LEADERS;
    expect(actionsOn(idea, owner!)).toEqual([...possible, ...atWork('TRANSFER')]);
    expect(actionsOn(idea, coordinator!)).toEqual(possible);
  });

  it('is for Region Blekinge, which records decisions and may waive a gate as well', () => {
    const waives = possible.includes('ADVANCE') ? ['WAIVE_GATE'] : [];
    expect(actionsOn(idea, ADMIN)).toEqual([...possible, ...atWork('TRANSFER', 'RECORD_DECISION'), ...waives]);
  });

  it.each([
    [[], 'ASK_TO_JOIN'],
    [['MEMBERSHIP'], 'MANAGE_OWN_MEMBERSHIP'],
    [['INVITATION'], 'ANSWER_INVITATION'],
    [['REQUEST'], null],
  ] as const)('is for a partner with %j of its own: %s', (own, action) => {
    expect(actionsOn({ ...idea, own }, viewer('PARTNER', 'other'))).toEqual(action ? atWork(action) : []);
  });

  it('is for nobody else', () => {
    for (const other of OTHERS) expect(actionsOn(idea, other)).toEqual([]);
  });
});

/** What is wrong according to a refusal, in English; null for none. */
function refusalOf(deed: () => void): { code: string; en: string; path: unknown } | null {
  try {
    deed();
    return null;
  } catch (error) {
    const [{ code, message, path }] = (error as Refusal).faults as [Refusal['faults'][0]];
    return { code, en: message.en!, path };
  }
}

describe('what may not be done to an idea is refused', () => {
  const idea = standing('CONSORTIUM', 'ACTIVE');

  it('with who may, whatever stands in the way now', () => {
    expect(refusalOf(() => permit(viewer('PARTNER', 'member'), 'COMPLETE', idea))).toMatchObject({
      code: 'FORBIDDEN',
      en: "Only the idea's owner, its coordinator and Region Blekinge may do this.",
    });
    expect(refusalOf(() => permit(LEADERS[0]!, 'COMPLETE', idea))).toBeNull();
  });

  it('with Region Blekinge alone for a waiver', () => {
    expect(refusalOf(() => permit(LEADERS[0]!, 'WAIVE_GATE', idea))?.en).toBe('Only Region Blekinge may do this.');
    expect(refusalOf(() => permit(ADMIN, 'WAIVE_GATE', idea))).toBeNull();
  });

  it('with the need of a key to those who have none', () => {
    expect(refusalOf(() => permit(ANONYMOUS, 'UPDATE', idea))?.en).toMatch(/^This needs an API key/);
  });
});

const FOR_THE_PROGRAMME = matrix(`
  deed             ADMIN  PARTNER  INTEGRATOR  anonymous
  CREATE_IDEA      yes    yes      -           -
  MANAGE_CALLS       yes    -        -           -
  MANAGE_PARTNERS    yes    -        -           -
  MANAGE_FOCUS_AREAS yes    -        -           -
  MANAGE_KEYS        yes    -        -           -
  MAKE_FEED_TOKENS yes    yes      yes         -
  MANAGE_WEBHOOKS    yes    yes      yes         -
  FOLLOW_BY_EMAIL    yes    yes      yes         -
  DECIDE           yes    -        -           -
  REGISTER_LATE    yes    -        -           -
`);

describe('for the programme as a whole', () => {
  it.each(FOR_THE_PROGRAMME)('$row is for these roles', ({ row, cells }) => {
    const allowed = cells.map(([role]) => {
      const who = viewer(role === 'anonymous' ? null : (role as Viewer['role']), 'partner');
      return refusalOf(() => permitFor(who, row as ProgrammeAction)) ? '-' : 'yes';
    });
    expect(allowed).toEqual(cells.map(([, cell]) => cell));
  });

  it.each(FOR_THE_PROGRAMME)('$row is for no feed token, whosever it is', ({ row, cells }) => {
    for (const [role] of cells.slice(0, -1)) {
      const who = { ...viewer(role as Viewer['role'], 'partner'), feedOnly: true };
      expect(refusalOf(() => permitFor(who, row as ProgrammeAction))?.code).toBe('FORBIDDEN');
    }
  });

  it('a refusal names who may, and the field that asked for more', () => {
    expect(refusalOf(() => permitFor(viewer('INTEGRATOR'), 'CREATE_IDEA'))?.en).toBe(
      'Only partners and Region Blekinge may do this.',
    );
    expect(refusalOf(() => permitFor(LEADERS[0]!, 'REGISTER_LATE', ['submittedAt']))).toEqual({
      code: 'FORBIDDEN',
      en: 'Only Region Blekinge may do this.',
      path: ['submittedAt'],
    });
  });
});
