import { stored } from './stored.js';
import type { Database } from '../../../src/database/database.js';
import { graphql } from 'graphql';
import type { Viewer } from '../../../src/shared/viewer.js';
import { at } from '../../../src/shared/time/clock.js';
import type { Service } from './service.js';

/**
 * Runs a document as if it were another moment, and expects data without errors. It goes straight to the doors, since
 * the clock of a request over HTTP cannot be set from outside.
 */
export async function askAt<T = any>(
  { api }: Pick<Service, 'api'>,
  { moment, viewer }: { moment: Date; viewer: Viewer },
  source: string,
  variableValues: Record<string, unknown> = {},
): Promise<T> {
  const contextValue = api.contextFor(viewer, 'SV');
  const { data, errors } = await at(moment, () =>
    graphql({ schema: api.schema, source, contextValue, variableValues }),
  );
  if (errors) throw errors[0]?.originalError ?? errors[0]!;
  return data as T;
}

/** What a mutation with one input refuses, by code; empty when it was done. */
export async function codesAt(
  service: Pick<Service, 'api'>,
  when: { moment: Date; viewer: Viewer },
  mutation: string,
  input: object,
): Promise<string[]> {
  const source = `mutation ($input: ${inputOf(mutation)}!) { done: ${mutation}(input: $input) { userErrors { code } } }`;
  const { done } = await askAt(service, when, source, { input });
  return done.userErrors.map(({ code }: { code: string }) => code);
}

/** The input type of a mutation, as the contract names it. */
export function inputOf(mutation: string): string {
  const turns = /^(pause|resume|discontinue|complete)Idea$/.test(mutation);
  if (mutation === 'importPartners' || mutation === 'importIdeas') return 'ImportTableInput';
  return turns ? 'IdeaStateInput' : `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
}

/** What a refusal says: its code, the path of its field, and where it matters its words. */
export type Refusing = readonly [code: string, path: string[] | null, message?: string];

/** Holds that an attempt is refused with one fault, gives nothing back under the name, and changes nothing that is stored. */
export async function expectRefused<Name extends string>(
  database: Database,
  [code, path, message]: Refusing,
  name: Name,
  attempt: () => Promise<Record<Name, unknown> & { userErrors: unknown }>,
): Promise<void> {
  const before = await stored(database);
  const { [name]: made, userErrors } = await attempt();
  expect({ made, userErrors }).toEqual({
    made: null,
    userErrors: [{ code, path, message: message ?? expect.any(String) }],
  });
  expect(await stored(database)).toEqual(before);
}
