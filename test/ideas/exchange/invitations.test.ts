import { Make } from '../../support/make/make.js';

import { type Service, startService } from '../../support/service/service.js';
import { ideaOf, importing } from './importing.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
}, 60_000);
afterAll(() => service.stop());

const SUMMARY = 'En sammanfattning som är lång nog för att säga något om vad idén går ut på och för vem den är till.';
const DAY_MS = 86_400_000;
const ahead = (days: number) => new Date(Date.now() + days * DAY_MS);

const table = (title: string, call: string, status: string) =>
  `Titel;Sammanfattning;Ägare;Utlysning;Ansökan\n${title};${SUMMARY};techtank;${call};${status}\n`;

const APPLICATIONS = 'applications { status callStage invitedAt deadline }';

it('takes an application that has been invited to the second stage, with the deadline of that', async () => {
  const [first, second] = [ahead(-10), ahead(60)];
  const { identifier } = await make.call({
    deadlineModel: 'TWO_STAGE',
    deadlines: [{ at: second }, { at: first }],
  });
  const content = table('Inbjuden providé', identifier, 'inbjuden till steg två');
  const report = await importing(service, { content });
  expect(report).toMatchObject({ created: 1, rejected: [] });
  expect(report.rows[0].notes.join()).toContain('räknas från importen');
  const [application] = (await ideaOf(service, 'Inbjuden providé', APPLICATIONS)).applications;
  expect(application).toMatchObject({ status: 'INVITED', callStage: 2, deadline: second.toISOString() });
  expect(Date.now() - new Date(application.invitedAt).getTime()).toBeLessThan(DAY_MS);
  expect(await importing(service, { content })).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
});

it('refuses an invitation to the second stage of a call that has one, and says what can be written', async () => {
  const { identifier } = await make.call({ deadlineModel: 'SINGLE_STAGE' });
  const report = await importing(service, { content: table('Felbjuden providé', identifier, 'inbjuden') });
  expect(report).toMatchObject({ created: 0, rejected: [{ row: 2, errors: [{ path: ['Ansökan'] }] }] });
  const [{ message }] = report.rejected[0].errors;
  expect(message).toContain(`${identifier} har inte två steg`);
  expect(message).toContain('under bedömning');
  expect(await ideaOf(service, 'Felbjuden providé', 'code')).toBeNull();
});

it('says of a Swedish text that is emptied beside an English one what to do with the two', async () => {
  const content = `Titel;Sammanfattning;Utmaning;Utmaning på engelska;Ägare\nTvåspråkig providé;${SUMMARY};Övergödning;Eutrophication;techtank\n`;
  expect(await importing(service, { content })).toMatchObject({ created: 1 });
  const { code, version } = await ideaOf(service, 'Tvåspråkig providé', 'code version');
  const emptied = (english: string) =>
    importing(service, { content: `Nummer;Version;Utmaning;Utmaning på engelska\n${code};${version};;${english}\n` });
  const report = await emptied('Eutrophication');
  expect(report.rejected).toMatchObject([{ row: 2, errors: [{ path: ['Utmaning'] }] }]);
  expect(report.rejected[0].errors[0].message).toBe(
    'Utmaning: den svenska texten är tömd men den engelska står kvar. Skriv den svenska. Eller töm även den engelska.',
  );
  expect((await ideaOf(service, 'Tvåspråkig providé', 'challenge')).challenge).toBe('Övergödning');
  expect(await emptied('')).toMatchObject({ updated: 1, rejected: [] });
  expect((await ideaOf(service, 'Tvåspråkig providé', 'challenge')).challenge).toBeNull();
});
