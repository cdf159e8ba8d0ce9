import { lookup } from 'node:dns';
import { lookup as lookupNow } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** A connection that was not made, since the name leads into a network that is not public. */
export class PrivateAddress extends Error {}

/** Whether anybody on the internet may be reached there; an IPv4 address inside an IPv6 one counts as itself. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  const inside = parsed.kind() === 'ipv6' ? compatible(parsed.toByteArray()) : null;
  return (inside ?? parsed).range() === 'unicast';
}

/** The IPv4 address in an IPv6 one of the old form ::192.0.2.1, which is deprecated but routed by some. RFC 4291, 2.5.5.1 */
function compatible(bytes: number[]): ipaddr.IPv4 | null {
  return bytes.slice(0, 12).every(byte => byte === 0) ? new ipaddr.IPv4(bytes.slice(12)) : null;
}

/** The address that stands in a URL in place of a name, or null. */
export function literalAddress({ hostname }: URL): string | null {
  const address = hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(address) ? address : null;
}

/** Every address a URL's host has at the moment; none when it is unknown. */
export async function addressesOf(url: URL): Promise<string[]> {
  const literal = literalAddress(url);
  if (literal) return [literal];
  const found = await lookupNow(url.hostname, { all: true }).catch(() => []);
  return found.map(({ address }) => address);
}

/**
 * Finds addresses for a connection, and refuses a name if any of them is not public. What was checked is what is connected
 * to, so that a name cannot lead elsewhere in between.
 */
export const lookupPublic: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const refused = found?.some(({ address }) => !isPublic(address)) ? new PrivateAddress(hostname) : null;
    if (error ?? refused) return done(error ?? refused, '', 0);
    if (options.all) return done(null, found);
    done(null, found[0]!.address, found[0]!.family);
  });
};
