import { inDays } from '../../support/make/make.js';
import { KEYS, type Service, startService } from '../../support/service/service.js';
import { stored } from '../../support/service/stored.js';

let service: Service;
beforeAll(async () => (service = await startService()), 60_000);
afterAll(() => service.stop());

const IMPORT = /* GraphQL */ `
  mutation ($input: ImportFundingCallsInput!) {
    importFundingCalls(input: $input) {
      created
      leftOut {
        row
        identifier
        message(locale: EN)
        inSwedish: message(locale: SV)
      }
      rejected {
        row
        errors {
          path
        }
        cells {
          column
          text
          message(locale: EN)
        }
      }
      rows {
        notes
      }
      userErrors {
        code
        path
      }
    }
  }
`;

async function importing(input: object) {
  const variables = { input: { dryRun: false, ...input } };
  return (await service.as(KEYS.admin).run<any, object>(IMPORT, variables)).importFundingCalls;
}

async function done(mutation: string, variables: object): Promise<any> {
  return (
    await service
      .as(KEYS.admin)
      .run<any, object>(`${mutation} { call { id status } userErrors { code path } } }`, variables)
  ).done;
}

const CREATE = 'mutation ($input: CreateFundingCallInput!) { done: createFundingCall(input: $input)';
const UPDATE = 'mutation ($input: UpdateFundingCallInput!) { done: updateFundingCall(input: $input)';
const PUBLISH = 'mutation ($id: ID!) { done: publishFundingCall(id: $id)';

describe('The bytes of a file', () => {
  const table = (identifier: string) =>
    `Identifierare;Titel;Finansiär;Sista dag\n${identifier};Grön omställning – ö;Å;2035-02-15\n`;
  const utf16 = (text: string) => Buffer.from(text, 'utf16le');
  const windows = (text: string) => Buffer.from(text.replaceAll('–', '\u0096'), 'latin1');

  it.each<[string, (text: string) => Buffer]>([
    ['UTF-8', text => Buffer.from(text)],
    ['UTF-8 with a byte-order mark', text => Buffer.from(`\ufeff${text}`)],
    ['UTF-16 little-endian', text => utf16(`\ufeff${text}`)],
    ['UTF-16 big-endian', text => utf16(`\ufeff${text}`).swap16()],
    ['Windows-1252', windows],
  ])('are read as %s', async (encoding, encoded) => {
    const contentBase64 = encoded(table(encoding)).toString('base64');
    expect(await importing({ format: 'CSV', contentBase64 })).toMatchObject({ created: 1, userErrors: [] });
    const query = 'query ($identifier: String!) { fundingCall(identifier: $identifier) { title funder } }';
    const { fundingCall } = await service.as().run<any, object>(query, { identifier: encoding });
    expect(fundingCall).toEqual({ title: 'Grön omställning – ö', funder: 'Å' });
  });

  it.each([
    ['neither text nor bytes', {}, 'REQUIRED content'],
    ['both', { content: 'a', contentBase64: 'YQ==' }, 'INVALID content'],
    ['what is no base64', { contentBase64: 'Identifierare;Titel' }, 'INVALID contentBase64'],
    ['base64 that is cut', { contentBase64: 'YWJjZ' }, 'INVALID contentBase64'],
  ])('are refused when there is %s, and nothing changes', async (_, given, refusal) => {
    const before = await stored(service.database);
    const { userErrors } = await importing({ format: 'CSV', ...given });
    expect(userErrors.map(({ code, path }: any) => `${code} ${path.join('.')}`)).toEqual([refusal]);
    expect(await stored(service.database)).toEqual(before);
  });
});

describe('A row that is not taken', () => {
  it('is refused with its cells as they stand', async () => {
    const content = 'Identifierare;Titel;Finansiär;Sista dag;Min TRL\nR-1;T;F;31/02/2035 ;x\n';
    const { rejected } = await importing({ format: 'CSV', content });
    expect(rejected).toEqual([
      {
        row: 2,
        errors: expect.anything(),
        cells: expect.arrayContaining([
          { column: 'Sista dag', text: '31/02/2035 ', message: expect.stringContaining('31/02/2035') },
        ]),
      },
    ]);
    const gdp = [{ diarienummer: 'R-2', finansiarNamn: 'F', titel: 'T', stangningsdatum: { date: 'x' } }];
    const [{ cells }] = (await importing({ format: 'GDP', content: JSON.stringify(gdp) })).rejected;
    expect(cells).toMatchObject([{ column: 'stangningsdatum', text: '{"date":"x"}' }]);
  });

  it('has no cell where nothing stands', async () => {
    const { rejected } = await importing({ format: 'GDP', content: JSON.stringify([{ titel: 'T' }]) });
    expect(rejected).toMatchObject([{ row: 1, cells: [] }]);
  });

  it('is left out by name, with the reason in both languages', async () => {
    const closed = { diarienummer: 'L-1', finansiarNamn: 'F', titel: 'T', status: 'Avslutad' };
    const open = { ...closed, diarienummer: 'L-2', status: 'Pågående', stangningsdatum: '2035-01-01' };
    const { leftOut, created } = await importing({ format: 'GDP', content: JSON.stringify([open, closed]) });
    expect([created, leftOut]).toEqual([
      1,
      [
        {
          row: 2,
          identifier: 'L-1',
          message: 'The call is closed, and the source does not say when.',
          inSwedish: 'Utlysningen är stängd och källan säger inte när.',
        },
      ],
    ]);
  });
});

describe('A file from which no call comes', () => {
  const FILES = [
    { format: 'GDP', content: '[]' },
    { format: 'CSV', content: 'Identifierare;Titel;Finansiär;Sista dag\n' },
    { format: 'CSV', content: '[{"diarienummer":"x"}]' },
    { format: 'CSV', contentBase64: Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]).toString('base64') },
  ];

  it.each(FILES)('is refused by the field it was given in, and told of in a dry run: %j', async file => {
    const before = await stored(service.database);
    const path = ['content' in file ? 'content' : 'contentBase64'];
    expect(await importing(file)).toMatchObject({ created: 0, userErrors: [{ code: 'INVALID', path }] });
    expect(await importing({ ...file, dryRun: true })).toMatchObject({ rejected: [{}], userErrors: [] });
    expect(await stored(service.database)).toEqual(before);
  });
});

describe('A call without a deadline', () => {
  const input = (identifier: string) => ({
    ...{ identifier, title: { sv: 'T' }, programme: 'P', funder: 'F', deadlineModel: 'SINGLE_STAGE' },
  });
  const MISSING = [{ code: 'REQUIRED', path: ['deadlines'] }];

  it('is kept as a draft, and not published by a person either until it has a deadline or is continuous', async () => {
    const before = await stored(service.database);
    expect(await done(CREATE, { input: input('U-1') })).toEqual({ call: null, userErrors: MISSING });
    expect(await stored(service.database)).toEqual(before);
    const { call } = await done(CREATE, { input: { ...input('U-1'), publish: false } });
    expect(call.status).toBe('DRAFT');
    const asDraft = await stored(service.database);
    expect(await done(PUBLISH, { id: call.id })).toEqual({ call: null, userErrors: MISSING });
    expect(await stored(service.database)).toEqual(asDraft);
    await done(UPDATE, { input: { id: call.id, deadlineModel: 'CONTINUOUS' } });
    expect(await done(PUBLISH, { id: call.id })).toMatchObject({ call: { status: 'OPEN' }, userErrors: [] });
  });

  it('does not come of a change to a call that is public', async () => {
    const { call } = await done(CREATE, { input: { ...input('U-2'), deadlines: [{ at: inDays(60) }] } });
    const before = await stored(service.database);
    for (const deadlines of [[], null])
      expect(await done(UPDATE, { input: { id: call.id, deadlines } })).toEqual({ call: null, userErrors: MISSING });
    expect(await stored(service.database)).toEqual(before);
    const continuous = { id: call.id, deadlines: [], deadlineModel: 'CONTINUOUS' };
    expect(await done(UPDATE, { input: continuous })).toMatchObject({ userErrors: [] });
  });

  it('is imported as a draft that says why, and published by the import that brings its deadline', async () => {
    const row = { diarienummer: 'U-3', finansiarNamn: 'F', titel: 'T' };
    const { rows } = await importing({ format: 'GDP', content: JSON.stringify([row]) });
    expect(rows[0].notes[0]).toContain('blir ett utkast');
    const status = async (key: string | null) =>
      (await service.as(key).run<any, object>('{ fundingCall(identifier: "U-3") { status } }', {})).fundingCall?.status;
    expect([await status(KEYS.admin), await status(null)]).toEqual(['DRAFT', undefined]);
    await importing({ format: 'GDP', content: JSON.stringify([{ ...row, stangningsdatum: '2035-01-01' }]) });
    expect(await status(null)).toBe('OPEN');
    const [told] = await service.database.query<{ kind: string }>(
      'select kind from activity order by sequence desc limit 1',
    );
    expect(told!.kind).toBe('CALL_PUBLISHED');
  });
});
