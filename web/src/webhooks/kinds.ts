import type { ActivityKind } from '../gql/graphql';
import { HAPPENED } from '../language/activity-words';
import type { Bilingual } from '../language/language';

/** What only administrators are told of. */
const OF_KEYS = {
  ACTIVITY_REDACTED: { sv: 'Uppgifter togs bort ur loggen', en: 'Values were taken out of the log' },
  API_KEY_CREATED: { sv: 'En nyckel skapades', en: 'A key was made' },
  API_KEY_ROTATED: { sv: 'En nyckel fick en ny hemlighet', en: 'A key got a new secret' },
  API_KEY_REVOKED: { sv: 'En nyckel återkallades', en: 'A key was revoked' },
  WEBHOOK_CREATED: { sv: 'En webhook skapades', en: 'A webhook was made' },
  WEBHOOK_DISABLED: { sv: 'En webhook stängdes av', en: 'A webhook was disabled' },
  WEBHOOK_UPDATED: { sv: 'En webhook ändrades', en: 'A webhook was changed' },
  WEBHOOK_ENABLED: { sv: 'En webhook fortsatte', en: 'A webhook went on' },
  WEBHOOK_DELETED: { sv: 'En webhook togs bort', en: 'A webhook was deleted' },
} as const;

/** What happened, of all that a webhook can be told. */
export const KIND: Record<ActivityKind, Bilingual> = { ...HAPPENED, ...OF_KEYS };

/** The kinds as people think of them. */
const GROUPS = {
  ideas: { sv: 'Idéer', en: 'Ideas' },
  consortia: { sv: 'Konsortier', en: 'Consortia' },
  applications: { sv: 'Ansökningar', en: 'Applications' },
  projects: { sv: 'Projekt', en: 'Projects' },
  calls: { sv: 'Utlysningar', en: 'Calls' },
  reference: { sv: 'Partner, fokusområden och program', en: 'Partners, focus areas and programmes' },
  /** Only administrators are told of these. */
  keys: { sv: 'Nycklar, webhookar och loggen', en: 'Keys, webhooks and the log' },
};

type FirstWord<Kind = ActivityKind> = Kind extends `${infer Word}_${string}` ? Word : never;

/** The group of each kind, by its first word: one that stands nowhere doesn't compile, and could not be chosen. */
const GROUP_OF: Record<FirstWord, keyof typeof GROUPS> = {
  IDEA: 'ideas',
  STATUS: 'ideas',
  LINK: 'ideas',
  MEMBERSHIP: 'consortia',
  JOIN: 'consortia',
  APPLICATION: 'applications',
  DECISION: 'applications',
  PROJECT: 'projects',
  MILESTONE: 'projects',
  OUTCOME: 'projects',
  INDICATOR: 'projects',
  MEASUREMENT: 'projects',
  CALL: 'calls',
  PARTNER: 'reference',
  FOCUS: 'reference',
  PROGRAMME: 'reference',
  ACTIVITY: 'keys',
  API: 'keys',
  WEBHOOK: 'keys',
};

/** A group of kinds. */
export interface KindGroup {
  name: Bilingual;
  kinds: readonly ActivityKind[];
}

/** The kinds that somebody of the role can be told of, in groups. */
export function kindGroups(role: string | null | undefined): KindGroup[] {
  const all = Object.keys(KIND) as ActivityKind[];
  const names = Object.keys(GROUPS) as (keyof typeof GROUPS)[];
  return names
    .filter(name => name !== 'keys' || role === 'ADMIN')
    .map(name => ({
      name: GROUPS[name],
      kinds: all.filter(kind => GROUP_OF[kind.split('_')[0] as FirstWord] === name),
    }));
}
