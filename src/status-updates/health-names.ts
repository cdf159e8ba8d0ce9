import type { Bilingual } from '../shared/text/wording.js';
import type { Health } from './health.js';

/** What a status update's judgement is called. */
export const HEALTH_NAMES: Readonly<Record<Health, Bilingual>> = {
  ON_TRACK: { sv: 'Enligt plan', en: 'On track' },
  AT_RISK: { sv: 'Vissa risker', en: 'At risk' },
  OFF_TRACK: { sv: 'Avviker från planen', en: 'Off track' },
};
