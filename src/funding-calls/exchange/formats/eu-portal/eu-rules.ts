import type { CallDraft } from '../../draft/call-draft.js';
import type { Readings } from '../../draft/readings.js';

const COLLABORATIVE = /^HORIZON(?:-\S+)? +(?:HORIZON +)?(?:Research and Innovation|Innovation) Actions?\b/i;

/**
 * The least consortium of a Horizon Europe research and innovation or innovation action: one entity in a Member State
 * and two more in other Member States or associated countries (Regulation (EU) 2021/695, article 22).
 */
export function collaborationRules(
  readings: Readings,
  action: string | undefined,
): Pick<CallDraft, 'minPartners' | 'minCountries'> {
  if (action === undefined || !COLLABORATIVE.test(action)) return {};
  readings.assume('minCountries');
  readings.assume('minPartners', {
    sv: `Minst tre partner från tre länder antas, som Horisont Europa kräver av ${action}.`,
    en: `At least three partners from three countries are assumed, as Horizon Europe demands of ${action}.`,
  });
  return { minPartners: 3, minCountries: 3 };
}
