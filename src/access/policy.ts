import { refuse } from '../shared/refuse.js';
import type { Viewer } from '../shared/viewer.js';

/** What is done for the programme as a whole. */
export type ProgrammeAction =
  | 'CREATE_IDEA'
  | 'IMPORT_IDEAS'
  | 'MANAGE_CALLS'
  | 'MANAGE_PARTNERS'
  | 'MANAGE_FOCUS_AREAS'
  | 'MANAGE_PROGRAMMES'
  | 'REDACT_ACTIVITY'
  | 'MANAGE_KEYS'
  | 'KEEP_OWN_KEYS'
  | 'MAKE_FEED_TOKENS'
  | 'END_SESSIONS'
  | 'MANAGE_WEBHOOKS'
  | 'FOLLOW_BY_EMAIL'
  | 'DECIDE'
  | 'REGISTER_LATE';

const ROLES: Readonly<Record<ProgrammeAction, readonly Viewer['role'][]>> = {
  CREATE_IDEA: ['ADMIN', 'PARTNER'],
  IMPORT_IDEAS: ['ADMIN'],
  MANAGE_CALLS: ['ADMIN'],
  MANAGE_PARTNERS: ['ADMIN'],
  MANAGE_FOCUS_AREAS: ['ADMIN'],
  MANAGE_PROGRAMMES: ['ADMIN'],
  REDACT_ACTIVITY: ['ADMIN'],
  MANAGE_KEYS: ['ADMIN'],
  KEEP_OWN_KEYS: ['ADMIN', 'PARTNER'],
  MAKE_FEED_TOKENS: ['ADMIN', 'PARTNER', 'INTEGRATOR'],
  END_SESSIONS: ['ADMIN', 'PARTNER', 'INTEGRATOR'],
  MANAGE_WEBHOOKS: ['ADMIN', 'PARTNER', 'INTEGRATOR'],
  FOLLOW_BY_EMAIL: ['ADMIN', 'PARTNER', 'INTEGRATOR'],
  DECIDE: ['ADMIN'],
  REGISTER_LATE: ['ADMIN'],
};

export function mayFor(viewer: Viewer, action: ProgrammeAction): boolean {
  return !viewer.feedOnly && ROLES[action].includes(viewer.role);
}

/** Refuses what the viewer's role doesn't allow. */
export function permitFor(viewer: Viewer, action: ProgrammeAction, path?: readonly string[]): void {
  if (!mayFor(viewer, action))
    refuse('FORBIDDEN', {
      ...(path && { path }),
      message: forbidden(viewer, ROLES[action].includes('PARTNER') ? WHO_ELSE.PARTNERS : WHO_ELSE.NOBODY),
    });
}

export const WHO_ELSE = {
  LEADS: { sv: 'idéns ägare, dess koordinator och ', en: "the idea's owner, its coordinator and " },
  OWNER: { sv: 'idéns ägare och ', en: "the idea's owner and " },
  OWN: { sv: 'partnern själv och ', en: 'the partner itself and ' },
  PARTNERS: { sv: 'partner och ', en: 'partners and ' },
  NOBODY: { sv: '', en: '' },
};

export function forbidden(viewer: Viewer, besides: { sv: string; en: string }) {
  if (!viewer.role) {
    return {
      sv: 'Det kräver en API-nyckel: skicka Authorization: Bearer ks3_….',
      en: 'This needs an API key: send Authorization: Bearer ks3_….',
    };
  }
  return {
    sv: `Det får bara ${besides.sv}Region Blekinge göra.`,
    en: `Only ${besides.en}Region Blekinge may do this.`,
  };
}
