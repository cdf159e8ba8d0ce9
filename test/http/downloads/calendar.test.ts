import ICAL from 'ical.js';
import { ideaEvents } from '../../../src/http/downloads/calendar-events.js';
import { feedTokenOf } from '../../support/make/feed-token.js';
import { inDays, Make, swedishNoon } from '../../support/make/make.js';
import { FEED_TOKEN, KEYS, type Service, startService } from '../../support/service/service.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
}, 60_000);
afterAll(() => service.stop());

async function textOf(query = ''): Promise<string> {
  const response = await fetch(`${service.url}/calendar.ics${query}`);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  return response.text();
}

interface Shown {
  uid: string;
  summary: string;
  start: string;
  categories: string[];
  isCancelled: boolean;
}

function eventsOf(text: string): Shown[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  return calendar.getAllSubcomponents('vevent').map(component => {
    const { uid, summary, startDate } = new ICAL.Event(component);
    const categories = component.getFirstProperty('categories')?.getValues() ?? [];
    const isCancelled = component.getFirstPropertyValue('status') === 'CANCELLED';
    return { uid, summary, start: startDate.toString(), categories: categories as string[], isCancelled };
  });
}

const events = async (query?: string) => eventsOf(await textOf(query));

describe('the calendar of anybody', () => {
  it('has the deadlines of calls that are open or to come, and nothing of ideas', async () => {
    const { fundingCalls } = await service
      .as()
      .run<any, object>(
        '{ fundingCalls(first: 100, filter: { statuses: [OPEN, FORTHCOMING] }) { nodes { id deadlines { at } } } }',
      );
    const expected = fundingCalls.nodes.flatMap(({ id, deadlines }: any) =>
      deadlines.map((_: unknown, index: number) => `${id}/deadline/${index + 1}@kickstart-s3`),
    );
    const standing = (await events()).filter(({ isCancelled }) => !isCancelled);
    expect(standing.map(({ uid }) => uid).sort()).toEqual(expected.sort());
  });

  it('keeps to RFC 5545: line ends, line lengths in bytes, and what each event must have', async () => {
    await make.call({ title: { sv: 'Långt och svårt: öar, åar; ängar, '.repeat(6), en: null } });
    const text = await textOf();
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:[^\r\n]+\r\n/);
    expect(text.trimEnd().endsWith('END:VCALENDAR')).toBe(true);
    const lines = text.split('\r\n');
    expect(lines.filter(line => /[\r\n]/.test(line) || Buffer.byteLength(line) > 75)).toEqual([]);
    for (const event of text.split('BEGIN:VEVENT').slice(1)) {
      expect(event).toMatch(/\r\nUID:/);
      expect(event).toMatch(/\r\nDTSTAMP:\d{8}T\d{6}Z\r\n/);
      expect(event).toMatch(/\r\nDTSTART(;VALUE=DATE:\d{8}|:\d{8}T\d{6}Z)\r\n/);
    }
    const uids = eventsOf(text).map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(uids.length);
  });

  it('is the same text as long as nothing changes, from whatever address it is fetched', async () => {
    const [one, other] = await Promise.all([
      textOf(),
      fetch(`${service.url.replace('127.0.0.1', 'localhost')}/calendar.ics`).then(response => response.text()),
    ]);
    expect(other).toBe(one);
  });

  it('keeps the identity of an event whose date moves, with a higher sequence', async () => {
    const call = await make.call({ deadlines: [{ at: inDays(20) }] });
    const find = async () => (await textOf()).split('BEGIN:VEVENT').find(event => event.includes(`UID:${call.id}`))!;
    const before = await find();
    const at = inDays(25).toISOString();
    await service
      .as(KEYS.admin)
      .run<any, object>(
        `mutation ($id: ID!, $at: DateTime!) { updateFundingCall(input: { id: $id, deadlines: [{ at: $at }] }) { userErrors { message } } }`,
        { id: call.id, at },
      );
    const after = await find();
    const sequence = (event: string) => Number(/SEQUENCE:(\d+)/.exec(event)![1]);
    expect(sequence(after)).toBe(sequence(before) + 1);
    expect(after).toContain(`DTSTART:${at.replace(/[-:]|\.\d+/g, '')}`);
  });

  it('can be of one focus area with its parts', async () => {
    const found = await events('?focusArea=smart-industri');
    expect(found.length).toBeGreaterThan(0);
    for (const { categories } of found) expect(categories.some(code => code.startsWith('smart-industri'))).toBe(true);
    expect(found.length).toBeLessThan((await events()).length);
  });
});

describe('the private calendar', () => {
  it("has also a partner's own applications and milestones, by the feed token in its address, in the language asked for", async () => {
    const owner = await make.partner();
    const key = await make.key('PARTNER', owner);
    const applying = await make.idea({ stage: 'CONSORTIUM', owner, visibility: 'CONSORTIUM' });
    const project = await make.idea({ stage: 'PROJECT', owner, visibility: 'CONSORTIUM' });
    const { secret } = await feedTokenOf(service, key);
    const own = (await events(`?key=${secret}&locale=en`)).filter(({ summary }) =>
      /^(Application|Milestone) /.test(summary),
    );
    expect(own.map(({ summary }) => summary).sort()).toEqual([
      `Application ${applying.code}: A leap for the climate, on trial`,
      `Milestone ${project.code}: The first boat launched`,
    ]);
    expect(own.find(({ summary }) => summary.startsWith('Milestone'))!.start).toBe('2028-06-30');
    const others = await events(`?key=${FEED_TOKEN}`);
    expect(others.filter(({ summary }) => summary.includes(applying.code) || summary.includes(project.code))).toEqual(
      [],
    );
  });

  it('can be of any partner, as far as the caller may see its ideas', async () => {
    const owner = await make.partner();
    const open = await make.idea({ stage: 'CONSORTIUM', owner, visibility: 'PUBLIC' });
    const closed = await make.idea({ stage: 'CONSORTIUM', owner, visibility: 'CONSORTIUM' });
    const codesIn = async (query: string) =>
      (await events(`?partner=${owner.slug}${query}`))
        .map(({ summary }) => /KS3-\d+/.exec(summary)?.[0])
        .filter(Boolean);
    expect(await codesIn('')).toEqual([open.code]);
    const { secret } = await feedTokenOf(service, KEYS.admin);
    expect((await codesIn(`&key=${secret}`)).sort()).toEqual([open.code, closed.code].sort());
  });
});

const CANCEL =
  'mutation ($id: ID!) { done: cancelFundingCall(id: $id, reason: "Inställd") { userErrors { message } } }';

describe('what was called off', () => {
  const statusOf = async (uid: string, query = '', headers = {}) => {
    const text = await (await fetch(`${service.url}/calendar.ics${query}`, { headers })).text();
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const event = text.split('BEGIN:VEVENT').find(each => each.includes(`UID:${uid}`));
    return event && (/STATUS:(\w+)/.exec(event)?.[1] ?? 'STANDS');
  };
  const change = async (document: string, variables: object) => {
    const { done } = await service.as(KEYS.admin).run<any, object>(document, variables);
    expect(done.userErrors).toEqual([]);
  };

  it('stays for thirty days, marked as such, and then goes: a call', async () => {
    const { id } = await make.call({ deadlines: [{ at: inDays(20) }] });
    expect(await statusOf(`${id}/deadline/1`)).toBe('STANDS');
    await change(CANCEL, { id });
    expect(await statusOf(`${id}/deadline/1`)).toBe('CANCELLED');
    await service.database.query(`update funding_call set updated_at = now() - interval '31 days' where id = $1`, [id]);
    expect(await statusOf(`${id}/deadline/1`)).toBeUndefined();
  });

  it('but not a draft, which stood in no calendar, whoever asks', async () => {
    const { id } = await make.call({ publishedAt: null, deadlines: [{ at: inDays(20) }] });
    await change(CANCEL, { id });
    const headers = { authorization: `Bearer ${KEYS.admin}` };
    expect(await statusOf(`${id}/deadline/1`, '', headers)).toBeUndefined();
  });

  it('and of an idea that is given up: its milestones and the next step, which those inside alone see', async () => {
    const owner = await make.partner();
    const idea = await make.idea({ stage: 'PROJECT', owner, visibility: 'PUBLIC' });
    const key = await make.key('PARTNER', owner);
    const input = {
      ...{ ideaId: idea.id, health: 'ON_TRACK', summary: { sv: 'Bra' } },
      ...{ nextStep: { sv: 'Ring hamnen' }, nextStepDueOn: swedishNoon(9).toISOString().slice(0, 10) },
    };
    await change(
      'mutation ($input: PostStatusUpdateInput!) { done: postStatusUpdate(input: $input) { userErrors { message } } }',
      { input },
    );
    const [milestone] = await service.database.query<{ id: string }>('select id from milestone where project_id = $1', [
      idea.projectId,
    ]);
    const own = { authorization: `Bearer ${key}` };
    const all = async (headers: object) => [
      await statusOf(`${milestone!.id}/due`, `?partner=${owner.slug}`, headers),
      await statusOf(`${idea.id}/next-step`, `?partner=${owner.slug}`, headers),
    ];
    expect(await all(own)).toEqual(['STANDS', 'STANDS']);
    expect(await all({})).toEqual(['STANDS', undefined]);
    await change(
      'mutation ($input: IdeaStateInput!) { done: discontinueIdea(input: $input) { userErrors { message } } }',
      { input: { id: idea.id, reason: 'Slut' } },
    );
    expect(await all(own)).toEqual(['CANCELLED', 'CANCELLED']);
  });

  it('and the deadline of an application that is withdrawn, whoever asks', async () => {
    const owner = await make.partner();
    const { applicationId: id } = await make.idea({ stage: 'CONSORTIUM', owner, visibility: 'PUBLIC' });
    const status = () => statusOf(`${id}/deadline`, `?partner=${owner.slug}`);
    expect(await status()).toBe('STANDS');
    await change(
      'mutation ($input: WithdrawApplicationInput!) { done: withdrawApplication(input: $input) { userErrors { message } } }',
      { input: { id, reason: 'Sökte annat' } },
    );
    expect(await status()).toBe('CANCELLED');
  });

  it('and goes after those thirty days', () => {
    const withdrawnAt = '2027-03-01T10:00:00.000Z';
    const call = { identifier: 'PROV-1', title: 'Klimatklivet' };
    const application = {
      id: 'application_1',
      status: 'WITHDRAWN',
      deadline: inDays(9),
      callStage: 1,
      version: 3,
      call,
    };
    const idea = {
      ...{ code: 'KS3-1', title: 'Tång', version: 1, updatedAt: withdrawnAt, statusUpdates: { nodes: [] } },
      applications: [
        { ...application, withdrawnAt },
        { ...application, withdrawnAt: null },
      ],
    };
    const since = (earliest: string) => ideaEvents(idea, { locale: 'SV', earliest }).map(event => event.cancelled);
    expect(since('2027-03-01T10:00:00.000Z')).toEqual([true]);
    expect(since('2027-03-01T10:00:00.001Z')).toEqual([]);
  });

  it('calendars are told to ask again within the hour', async () => {
    const text = await textOf();
    expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n');
    expect(text).toContain('X-PUBLISHED-TTL:PT1H\r\n');
  });
});
