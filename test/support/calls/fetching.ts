import { fetchCalls } from '../../../src/funding-calls/exchange/source/fetch/fetch-calls.js';
import type { FetchOptions } from '../../../src/funding-calls/exchange/source/fetch/fetch-options.js';
import { allOf, parsedFixture } from './calls-from.js';

/** GDP's calls D-from … D-(to − 1). */
export const gdpCalls = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, place) => ({
    ...parsedFixture('gdp-utlysningar.json')[0],
    diarienummer: `D-${from + place}`,
  }));

/** Quick, so that tests are. */
export const quick = (changes: Partial<FetchOptions> = {}): FetchOptions => ({
  format: 'GDP',
  pauseSeconds: 0.01,
  retries: 2,
  silenceSeconds: 2,
  ...changes,
});

/** Every row of a source, and what to send it the next time. */
export async function rowsFrom(url: string, changes: Partial<FetchOptions> = {}) {
  const found = await fetchCalls(url, quick(changes));
  if (found.notModified) throw new Error('not modified');
  return { rows: await allOf(found.rows), validators: found.validators() };
}
