import type { Partner } from '../../partners/partner.js';
import { type Fault, fault } from '../../shared/refuse.js';
import type { KeyGrant, Role } from '../../shared/roles.js';
import { now } from '../../shared/time/clock.js';

/** What a key may do and see, and until when. */
export interface Standing {
  role: Role;
  partner?: object | null | undefined;
  expiresAt?: Date | null | undefined;
  grants?: KeyGrant[] | null | undefined;
  toolsMayWrite?: boolean | null | undefined;
}

export interface NewApiKey extends Standing {
  name: string;
  partner?: Partner | null | undefined;
}

/** Somebody who signed in without a key. */
export interface SignedIn {
  subject: string;
  role: Role;
  partner: Partner | null;
  grants: KeyGrant[];
}

/** The same as `works` in a statement: of the row under an alias, at a moment. */
export function keyWorks(key: string, moment: string): string {
  return `${key}.revoked_at is null and (${key}.expires_at is null or ${key}.expires_at > ${moment}) and (${key}.lapses_at is null or ${key}.lapses_at > ${moment})`;
}

/** What doesn't go together. */
export function standingFaults({ role, partner, grants, expiresAt, toolsMayWrite }: Standing): Fault[] {
  const faults: Fault[] = [];
  if (role === 'PARTNER' && !partner) {
    faults.push(
      fault('REQUIRED', ['partnerId'], {
        sv: 'En partnernyckel behöver en partner.',
        en: 'A PARTNER key needs a partner.',
      }),
    );
  }
  if (role !== 'INTEGRATOR' && (grants ?? []).length > 0) {
    faults.push(
      fault('INVALID', ['grants'], {
        sv: 'Bara nycklar för INTEGRATOR har grants.',
        en: 'Only INTEGRATOR keys have grants.',
      }),
    );
  }
  if (role === 'INTEGRATOR' && toolsMayWrite) {
    faults.push(
      fault('INVALID', ['toolsMayWrite'], {
        sv: 'Nycklar för INTEGRATOR ändrar aldrig något, inte heller genom verktyg.',
        en: 'INTEGRATOR keys never change anything, nor do their tools.',
      }),
    );
  }
  if (expiresAt && expiresAt <= now()) {
    faults.push(
      fault('INVALID', ['expiresAt'], { sv: 'expiresAt ska ligga framåt i tiden.', en: 'expiresAt must lie ahead.' }),
    );
  }
  return faults;
}

/** What comes of a key never outlives it. */
export function outlivingFaults(
  expiresAt: Date | null | undefined,
  { expiresAt: latest }: Pick<Standing, 'expiresAt'>,
  path: readonly string[] = ['expiresAt'],
): Fault[] {
  if (!latest || (expiresAt && expiresAt <= latest)) return [];
  const moment = latest.toISOString();
  return [
    fault('INVALID', path, {
      sv: `Nyckeln får inte gälla längre än den som du använder: senast till ${moment}.`,
      en: `The key can't work longer than the one that you use: until ${moment} at the latest.`,
    }),
  ];
}

/** In the database's words: who never writes has no tools that do. */
export const TOOLS_OF_WRITERS = "not tools_may_write or (role <> 'INTEGRATOR' and not feed_only)";
