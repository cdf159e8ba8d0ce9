import type { Localized } from '../../shared/text/localized-text.js';
import { type Fault, fault } from '../../shared/refuse.js';
import type { RequirementCode } from './gates.js';

export const WAIVER_NEEDS_REASON: Localized = {
  sv: 'Den som släpper igenom ett krav måste säga varför.',
  en: 'Whoever waives a requirement must say why.',
};

/** Only requirements of the gate ahead can be waived. */
export function waiverFaults(waive: readonly RequirementCode[], ahead: readonly RequirementCode[]): Fault[] {
  const strange = waive.filter(code => !ahead.includes(code));
  if (strange.length === 0) return [];
  return [
    fault('INVALID', ['waive'], {
      sv: `${strange.join(', ')} hör inte till nästa grind. Där finns ${ahead.join(', ')}.`,
      en: `${strange.join(', ')} is not part of the gate ahead. It has ${ahead.join(', ')}.`,
    }),
  ];
}
