import { addressesOf, isPublic } from '../shared/values/public-address.js';
import { type Fault, fault } from '../shared/refuse.js';
import type { Localized } from '../shared/text/localized-text.js';
import type { WebhookSettings } from './webhook-settings.js';

/** What is wrong with an address to deliver to, as far as can be told before anything is sent there. */
export async function targetFaults(
  address: string,
  { allowPrivate }: Pick<WebhookSettings, 'allowPrivate'>,
): Promise<Fault[]> {
  const url = new URL(address);
  if (url.username || url.password) return wrong(CREDENTIALS);
  if (allowPrivate) return [];
  if (url.protocol !== 'https:') return wrong(NOT_HTTPS);
  const addresses = await addressesOf(url);
  // One answer for both, else names of a private network could be tried out.
  return addresses.length > 0 && addresses.every(isPublic) ? [] : wrong(NOT_PUBLIC);
}

const wrong = (message: Localized) => [fault('INVALID', ['url'], message)];

const CREDENTIALS = {
  sv: 'url får inte innehålla användarnamn eller lösenord. Signaturen visar vem som sänder.',
  en: 'url may not hold a user name or password. The signature tells who sends.',
};
const NOT_HTTPS = { sv: 'url ska börja med https://.', en: 'url must begin with https://.' };
const NOT_PUBLIC = {
  sv: 'url ska ha ett värdnamn som är känt på det publika internet och inte leda till ett privat eller lokalt nät.',
  en: 'url must have a host name that is known on the public internet and does not lead into a private or local network.',
};
