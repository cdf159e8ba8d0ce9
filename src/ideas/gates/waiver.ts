import type { Localized } from '../../shared/text/localized-text.js';
import { type Fault, fault } from '../../shared/refuse.js';
import type { RequirementCode } from './gates.js';

export const WAIVER_NEEDS_REASON: Localized = {
  sv: 'Den som medger undantag från ett krav måste ange skälet.',
  en: 'Whoever waives a requirement must say why.',
};

/** Only requirements of the gate ahead can be waived. */
export function waiverFaults(waive: readonly RequirementCode[], ahead: readonly RequirementCode[]): Fault[] {
  const strange = waive.filter(code => !ahead.includes(code));
  if (strange.length === 0) return [];
  return [
    fault('INVALID', ['waive'], {
      sv: `Hör inte till kraven för nästa steg: ${strange.join(', ')}. De är ${ahead.join(', ')}.`,
      en: `Not among the requirements ahead: ${strange.join(', ')}. They are ${ahead.join(', ')}.`,
    }),
  ];
}
