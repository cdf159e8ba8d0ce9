import type { SourceRequest } from '../../source-format.js';

/** What the portal's search is asked for: grants and cascade calls that are forthcoming or open. */
const QUERY = {
  bool: { must: [{ terms: { type: ['1', '2', '8'] } }, { terms: { status: ['31094501', '31094502'] } }] },
};
const LANGUAGES = ['en', 'sv'];

/** Whether the address is the portal's search, which answers POST alone. */
export function isEuSearch({ pathname }: URL): boolean {
  return pathname.endsWith('/rest/search');
}

/**
 * The method and body of a request. The portal takes its query as JSON files in a form; in the address it is accepted
 * and not applied.
 */
export function euRequest(url: URL): SourceRequest {
  if (!isEuSearch(url)) return {};
  const body = new FormData();
  body.append('query', json(QUERY), 'blob');
  body.append('languages', json(LANGUAGES), 'blob');
  return { method: 'POST', body };
}

function json(value: unknown): Blob {
  return new Blob([JSON.stringify(value)], { type: 'application/json' });
}
