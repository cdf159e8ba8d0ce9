import type { FastifyRequest } from 'fastify';

/**
 * Where a request comes from, as the browser says: one of our own pages; a person who typed or chose the address;
 * elsewhere; or nothing is said, as by programs, and by old browsers that follow a link.
 */
export type Origin = 'HERE' | 'PERSON' | 'ELSEWHERE' | 'UNSAID';

/** https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header */
const SITES: ReadonlyMap<string, Origin> = new Map([
  ['same-origin', 'HERE'],
  ['none', 'PERSON'],
]);

/** Pages can write neither header. Where both are there, both must say the same: a sibling of our host is elsewhere. */
export function originOf(request: Asking): Origin {
  const { origin, 'sec-fetch-site': site } = request.headers;
  const byOrigin = origin === undefined ? undefined : isOurs(origin, request) ? 'HERE' : 'ELSEWHERE';
  const bySite = site === undefined ? undefined : (SITES.get(String(site)) ?? 'ELSEWHERE');
  return byOrigin === 'ELSEWHERE' ? byOrigin : (bySite ?? byOrigin ?? 'UNSAID');
}

type Asking = Pick<FastifyRequest, 'headers' | 'host' | 'protocol'>;

/**
 * Whether it names our host, in whatever letters and with the scheme's own port or without. Behind a proxy the service may
 * not know that it is reached by TLS; where it does, a page that came without is none of ours.
 */
function isOurs(origin: string, { host, protocol }: Asking): boolean {
  if (!URL.canParse(origin)) return false;
  const { host: theirs, protocol: scheme } = new URL(origin);
  const ours = `${scheme}//${host}`;
  const isFit = protocol === 'https' ? scheme === 'https:' : /^https?:$/.test(scheme);
  return isFit && URL.canParse(ours) && new URL(ours).host === theirs;
}
