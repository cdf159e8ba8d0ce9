import { SYSTEM } from '../../src/shared/viewer.js';
import { at } from '../../src/shared/time/clock.js';
import { daysAfter, type Moment, momentIn, SWEDEN } from '../../src/shared/time/local-time.js';
import { askAt } from '../support/service/ask-at.js';
import { Make } from '../support/make/make.js';
import { type Service, startService } from '../support/service/service.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
}, 60_000);
afterAll(() => service.stop());

const ask = (moment: Date, source: string, variables: Record<string, unknown> = {}) =>
  askAt(service, { moment, viewer: SYSTEM }, source, variables);

const OVERDUE = `query ($partners: [ID!]) {
  projects(filter: { partners: $partners }) { nodes { milestones { id overdue } } }
  late: milestones(first: 100, filter: { overdue: true }) { nodes { id } }
  today: milestones(first: 100, filter: { dueWithin: "P0D" }) { nodes { id } }
  pipeline(filter: { partners: $partners }) { results { milestones { overdue } } groups(by: YEAR_CREATED) { key count } } }`;

it('a day ends when it does in Sweden, in fields, lists and sums alike', async () => {
  const created = new Date('2026-12-31T23:30:00Z');
  const owner = await at(created, () => make.partner());
  const idea = await at(created, () => make.idea({ stage: 'PROJECT', owner }));
  const { project } = (await ask(created, `{ idea(id: "${idea.id}") { project { milestones { id dueOn } } } }`)).idea;
  const [{ id, dueOn }] = project.milestones;
  const midnight = (momentIn(SWEDEN, daysAfter(dueOn, 1), '00:00:00') as Moment).at;
  const told = async (moment: Date) => {
    const answer = await ask(moment, OVERDUE, { partners: [owner.id] });
    const holds = ({ nodes }: { nodes: { id: string }[] }) => nodes.some(each => each.id === id);
    const { results, groups } = answer.pipeline;
    const [milestone] = answer.projects.nodes[0].milestones;
    return [milestone.overdue, holds(answer.late), holds(answer.today), results.milestones.overdue, groups];
  };
  const of2027 = [{ key: '2027', count: 1 }];
  expect(await told(new Date(midnight.getTime() - 1))).toEqual([false, false, true, 0, of2027]);
  expect(await told(midnight)).toEqual([true, true, false, 1, of2027]);
});
