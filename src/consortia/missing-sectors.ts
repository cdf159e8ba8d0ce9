import { isBusiness, Sector } from '../partners/sectors.js';
import { SECTOR_NAMES } from '../partners/sector-names.js';
import type { Finding, GateFacts } from '../ideas/gates/gate-facts.js';
import { GATE_POLICY, type GatePolicy } from '../ideas/gates/gate-policy.js';
import { wordsOf } from '../shared/described-enum.js';
import { type Bilingual, counted, joined, listed } from '../shared/text/wording.js';

/**
 * The sectors to look for next, in the enum's order; empty exactly when SECTORS_REPRESENTED is met. Every sector
 * listed brings the consortium nearer, and none that takes part is listed.
 *
 * First what must be there: ACADEMIA, and both BUSINESS_SME and BUSINESS_LARGE when there is no business. Those two
 * are alternatives: one of them is enough, and listing both keeps a search for partners open to either. Only once
 * these are in place and the number of sectors is still short does it list every sector that doesn't take part yet,
 * since any of them will do.
 */
export function missingSectors(
  present: readonly Sector[],
  { sectors }: Pick<GatePolicy, 'sectors'> = GATE_POLICY,
): Sector[] {
  const all = wordsOf(Sector);
  const demanded = all.filter(sector => lacks(present, sector));
  if (demanded.length > 0) return demanded;
  return new Set(present).size < sectors ? all.filter(sector => !present.includes(sector)) : [];
}

function lacks(present: readonly Sector[], sector: Sector): boolean {
  if (sector === 'ACADEMIA') return !present.includes(sector);
  return isBusiness(sector) && !present.some(isBusiness);
}

/**
 * Enough sectors take part, among them academia and business. Associated partners are counted here: the breadth of
 * the consortium is asked for, not its size. Small and large business are two sectors.
 */
export function sectorsRepresented({ members }: GateFacts, policy: GatePolicy): Finding {
  const present = wordsOf(Sector).filter(sector => members.some(member => member.sector === sector));
  const met = missingSectors(present, policy).length === 0;
  return {
    met,
    message: met ? takePart(present) : sectorsMissing(present, policy.sectors),
    actual: present.join(', '),
    required: `${policy.sectors}, ACADEMIA, BUSINESS_SME | BUSINESS_LARGE`,
  };
}

function takePart(present: readonly Sector[]): Bilingual {
  const names = listed(present.map(sector => SECTOR_NAMES[sector]));
  return { sv: `Medverkar: ${names.sv}.`, en: `Taking part: ${names.en}.` };
}

const MORE = {
  one: { sv: 'sektor till', en: 'more sector' },
  many: { sv: 'sektorer till', en: 'more sectors' },
};

/** Names what must be there, and how many sectors beyond that are needed to reach the number. */
function sectorsMissing(present: readonly Sector[], required: number): Bilingual {
  const demanded: Bilingual[] = [
    ...(lacks(present, 'ACADEMIA') ? [SECTOR_NAMES.ACADEMIA] : []),
    ...(lacks(present, 'BUSINESS_SME')
      ? [{ sv: 'ett företag, litet eller stort', en: 'a business, small or large' }]
      : []),
  ];
  const beyond = required - present.length - demanded.length;
  const missing = [...demanded, ...(beyond > 0 ? [counted(beyond, MORE)] : [])];
  const names = joined(missing, '; ');
  return { sv: `Saknas: ${names.sv}.`, en: `Missing: ${names.en}.` };
}
