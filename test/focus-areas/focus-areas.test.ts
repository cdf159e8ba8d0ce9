import { KEYS, type Service, startService } from '../support/service/service.js';
import { stored } from '../support/service/stored.js';

let service: Service;
beforeAll(async () => (service = await startService()), 60_000);
afterAll(() => service.stop());

const PAYLOAD = `{ userErrors { code path message }
  focusArea { code name(locale: EN) description parent { code } } }`;

async function keep(deed: 'create' | 'update', input: object) {
  const [field, type] = [`${deed}FocusArea`, `${deed === 'create' ? 'Create' : 'Update'}FocusAreaInput`];
  const document = `mutation ($input: ${type}!) { done: ${field}(input: $input) ${PAYLOAD} }`;
  return (await service.as(KEYS.admin).run<any, object>(document, { input })).done;
}

/** The code and path of every fault, once it is sure that nothing was changed. */
async function refusalOf(deed: 'create' | 'update', input: object): Promise<string[]> {
  const before = await stored(service.database);
  const { focusArea, userErrors } = await keep(deed, input);
  expect(focusArea).toBeNull();
  expect(await stored(service.database)).toEqual(before);
  return userErrors.map(({ code, path }: { code: string; path: string[] }) => [code, ...path].join(' '));
}

describe('a focus area', () => {
  it('stands at the top level, or is a part of another whose code begins its own', async () => {
    const text = { sv: 'Hav', en: 'Sea' };
    const { focusArea: sea } = await keep('create', { code: 'hav', name: text });
    expect(sea).toEqual({ code: 'hav', name: 'Sea', description: null, parent: null });
    const { focusArea: wind } = await keep('create', {
      code: 'hav.vind-2',
      name: text,
      description: { sv: 'Vind till havs' },
      parent: 'hav',
    });
    expect(wind).toMatchObject({ code: 'hav.vind-2', description: 'Vind till havs', parent: { code: 'hav' } });
  });

  it.each([
    ['whose code has other letters', { code: 'Hav' }, 'INVALID code'],
    ['whose code is that of a part, without a whole', { code: 'tech.hav' }, 'INVALID code'],
    ['whose code only begins like its whole', { code: 'technik', parent: 'tech' }, 'INVALID code'],
    ['of another whole than its code says', { code: 'missions.hav', parent: 'tech' }, 'INVALID code'],
    ['whose whole has a point that is any letter', { code: 'techxhav', parent: 'tech' }, 'INVALID code'],
    ['of a whole that is not there', { code: 'luft.hav', parent: 'luft' }, 'NOT_FOUND parent'],
    ['without a name', { code: 'hav-2', name: { sv: ' ' } }, 'REQUIRED name sv'],
    ['whose code is taken', { code: 'tech' }, 'ALREADY_EXISTS code'],
  ])('is refused: one %s', async (_which, input, refusal) => {
    expect(await refusalOf('create', { name: { sv: 'Hav' }, ...input })).toEqual([refusal]);
  });

  it('keeps what a change says nothing of, and is emptied by null', async () => {
    await keep('create', { code: 'skog', name: { sv: 'Skog', en: 'Forest' }, description: { sv: 'Träd' } });
    const named = await keep('update', { code: 'skog', name: { sv: 'Skog', en: 'Woods' } });
    expect(named.focusArea).toMatchObject({ name: 'Woods', description: 'Träd' });
    const emptied = await keep('update', { code: 'skog', description: null });
    expect(emptied.focusArea).toMatchObject({ name: 'Woods', description: null });
  });

  it.each([
    ['of an area that is not there', { code: 'luft', name: { sv: 'Luft' } }, 'NOT_FOUND code'],
    ['that takes the name away', { code: 'tech', name: null }, 'REQUIRED name'],
  ])('is not changed by a change %s', async (_which, input, refusal) => {
    expect(await refusalOf('update', input)).toEqual([refusal]);
  });

  it('is named when an idea is to have one that is not there', async () => {
    const { createIdea } = await service.as(KEYS.partner).run<any, object>(
      `mutation { createIdea(input: { title: { sv: "Ny" }, summary: { sv: "Ny" }, focusAreas: ["tech", "luft", "luft"] }) {
        idea { id } userErrors { code path message } } }`,
    );
    expect(createIdea).toEqual({
      idea: null,
      userErrors: [
        { code: 'NOT_FOUND', path: ['focusAreas'], message: 'Det finns inget fokusområde med koden ”luft”.' },
      ],
    });
  });
});
