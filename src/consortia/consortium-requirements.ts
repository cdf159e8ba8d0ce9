import type { Finding, GateFacts } from '../ideas/gates/gate-facts.js';
import { type Bilingual, counted } from '../shared/text/wording.js';
import { countedMembers, PARTNERS } from './member-facts.js';

/** Exactly one current member coordinates. */
export function coordinatorAppointed({ members }: GateFacts): Finding {
  const count = members.filter(({ role }) => role === 'COORDINATOR').length;
  return { met: count === 1, message: coordinators(count), actual: String(count), required: '1' };
}

function coordinators(count: number): Bilingual {
  if (count === 0) return { sv: 'Konsortiet saknar koordinator.', en: 'The consortium has no coordinator.' };
  if (count === 1) return { sv: 'En koordinator är utsedd.', en: 'A coordinator is appointed.' };
  return {
    sv: `${count} koordinatorer är utsedda; det ska vara en.`,
    en: `${count} coordinators are appointed; one is right.`,
  };
}

/** Enough current members take part, associated partners not counted. */
export function enoughPartners({ members, policy: { minPartners } }: GateFacts): Finding {
  const count = countedMembers(members).length;
  const [has, lacks] = [counted(count, PARTNERS), counted(minPartners - count, PARTNERS)];
  return {
    met: count >= minPartners,
    message:
      count >= minPartners
        ? { sv: `Konsortiet har ${has.sv}.`, en: `The consortium has ${has.en}.` }
        : {
            sv: `Konsortiet har ${has.sv} (associerade räknas inte); ${lacks.sv} saknas.`,
            en: `The consortium has ${has.en} (associated ones not counted); it lacks ${lacks.en}.`,
          },
    actual: String(count),
    required: String(minPartners),
  };
}

const LETTERS = {
  one: { sv: 'avsiktsförklaring', en: 'letter of intent' },
  many: { sv: 'avsiktsförklaringar', en: 'letters of intent' },
};

/** Every counted member has signed its letter of intent; a consortium without members has none to show. */
export function lettersOfIntent({ members }: GateFacts): Finding {
  const those = countedMembers(members);
  const signed = those.filter(({ letterOfIntent }) => letterOfIntent === 'SIGNED').length;
  return {
    met: those.length > 0 && signed === those.length,
    message: letters(signed, those.length),
    actual: String(signed),
    required: String(those.length),
  };
}

function letters(signed: number, wanted: number): Bilingual {
  if (wanted === 0) return { sv: 'Konsortiet har inga partner ännu.', en: 'The consortium has no partners yet.' };
  const all = counted(wanted, LETTERS);
  if (signed === wanted)
    return { sv: `${all.sv} ${wanted === 1 ? 'undertecknad' : 'undertecknade'}.`, en: `${all.en} signed.` };
  return { sv: `${wanted - signed} av ${all.sv} saknas.`, en: `${wanted - signed} of ${all.en} missing.` };
}
