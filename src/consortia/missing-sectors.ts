import { isBusiness, Sector } from '../partners/sectors.js';
import { SECTOR_NAMES } from '../partners/sector-names.js';
import type { Finding, GateFacts } from '../ideas/gates/gate-facts.js';
import type { GatePolicy } from '../programmes/gate-policy.js';
import { wordsOf } from '../shared/described-enum.js';
import { alternatives, type Bilingual, counted, joined, listed } from '../shared/text/wording.js';

type SectorPolicy = Readonly<Pick<GatePolicy, 'minSectors' | 'requiredSectors'>>;

/**
 * The sectors to look for next, in the enum's order; empty exactly when SECTORS_REPRESENTED is met. Every sector
 * listed brings the consortium nearer, and none that takes part is listed.
 *
 * First what must be there: all sectors of each group that has nobody, such as both BUSINESS_SME and BUSINESS_LARGE
 * when there is no business. Those are alternatives: one of them is enough, and listing them all keeps a search for
 * partners open to any. Only once these are in place and the number of sectors is still short does it list every
 * sector that doesn't take part yet, since any of them will do.
 */
export function missingSectors(present: readonly Sector[], { minSectors, requiredSectors }: SectorPolicy): Sector[] {
  const all = wordsOf(Sector);
  const lacking = groupsWithoutAny(present, requiredSectors).flat();
  if (lacking.length > 0) return all.filter(sector => lacking.includes(sector));
  return new Set(present).size < minSectors ? all.filter(sector => !present.includes(sector)) : [];
}

function groupsWithoutAny(present: readonly Sector[], groups: SectorPolicy['requiredSectors']) {
  return groups.filter(group => !group.some(sector => present.includes(sector)));
}

/**
 * Enough sectors take part, among them those that the programme requires. Associated partners are counted here: the
 * breadth of the consortium is asked for, not its size. Small and large business are two sectors.
 */
export function sectorsRepresented({ members, policy }: GateFacts): Finding {
  const present = wordsOf(Sector).filter(sector => members.some(member => member.sector === sector));
  const met = missingSectors(present, policy).length === 0;
  return {
    met,
    message: met ? takePart(present) : sectorsMissing(present, policy),
    actual: present.join(', '),
    required: [policy.minSectors, ...policy.requiredSectors.map(group => group.join(' | '))].join(', '),
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
function sectorsMissing(present: readonly Sector[], { minSectors, requiredSectors }: SectorPolicy): Bilingual {
  const lacking = groupsWithoutAny(present, requiredSectors);
  const beyond = minSectors - present.length - lacking.length;
  const missing = [...lacking.map(oneOf), ...(beyond > 0 ? [counted(beyond, MORE)] : [])];
  const names = joined(missing, '; ');
  return { sv: `Saknas: ${names.sv}.`, en: `Missing: ${names.en}.` };
}

/** One of the sectors, in words. */
function oneOf(group: readonly Sector[]): Bilingual {
  if (group.length === 2 && group.every(isBusiness))
    return { sv: 'ett företag, litet eller stort', en: 'a business, small or large' };
  return alternatives(group.map(sector => SECTOR_NAMES[sector]));
}
