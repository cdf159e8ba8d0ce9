import { type Fault, fault } from '../shared/refuse.js';
import { alikeInBoth, alternatives, type Bilingual, inQuotes } from '../shared/text/wording.js';

/** What is asked of an area here. */
interface Area {
  readonly code: string;
  readonly retiredAt?: Date | null;
}

export const RETIRED_ALREADY: Bilingual = {
  sv: 'Fokusområdet är redan taget ur bruk.',
  en: 'The focus area has been retired already.',
};

export const NO_NEW_PARTS: Bilingual = {
  sv: 'Fokusområdet är taget ur bruk och får inga nya delar.',
  en: 'The focus area has been retired and takes no new parts.',
};

export function noSuchArea(code: string): Bilingual {
  return {
    sv: `Det finns inget fokusområde med koden ”${code}”.`,
    en: `There is no focus area with the code "${code}".`,
  };
}

/** Why the areas out of use among those chosen cannot be, and which of all areas can in the place of each. */
export function retiredFaults(chosen: readonly Area[], all: readonly Area[], path: readonly string[]): Fault[] {
  return chosen.filter(({ retiredAt }) => retiredAt).map(area => fault('INVALID', path, outOfUse(area, all)));
}

function outOfUse({ code }: Area, all: readonly Area[]): Bilingual {
  const { sv, en } = inQuotes(code);
  const others = insteadOf(code, all).map(alikeInBoth);
  return {
    sv: `Fokusområdet ${sv} är taget ur bruk och kan inte väljas.${others.length > 0 ? ` Välj ${alternatives(others).sv}.` : ''}`,
    en: `The focus area ${en} has been retired and can't be chosen.${others.length > 0 ? ` Choose ${alternatives(others).en}.` : ''}`,
  };
}

/** The areas in use nearest to one: those beside it and what they are parts of, else those of the level above. */
function insteadOf(code: string, all: readonly Area[]): string[] {
  const above = parentOf(code);
  const isBeside = (other: string) => other === above || parentOf(other) === above;
  const near = all
    .filter(({ code: other, retiredAt }) => !retiredAt && isBeside(other))
    .map(({ code: other }) => other);
  return near.length > 0 || above === '' ? near.sort() : insteadOf(above, all);
}

/** The code of what an area is a part of; empty at the top level. */
const parentOf = (code: string) => code.slice(0, Math.max(0, code.lastIndexOf('.')));
