import { aPartnerRow } from '../rows/rows.js';
import type { Tables } from '../service/stored-rows.js';
import { calls, deletedDraft } from './calls.js';
import { Chance } from './chance.js';
import { activities, transitions } from './history.js';
import { applications, ideas, memberships } from './ideas.js';
import { projects } from './projects.js';
import { focusAreas, keys, partners, programmes } from './society.js';
import { joinRequests, links, statusUpdates } from './told.js';

const IDEAS = 26;
const ACTIVITIES = 140;

/**
 * A small world in which everything occurs that an answer may depend on: every visibility, ended memberships, drafts,
 * cancelled calls, ties and gaps in whatever is ordered by, letters beyond z, and texts without English.
 */
export function smallWorld(seed: number): Tables {
  const chance = new Chance(seed);
  const programme = programmes();
  const [partner, focus_area, funding_call] = [partners(chance), focusAreas(), calls(chance)];
  const idea = ideas(chance, partner.slice(0, 5), programme, IDEAS);
  const planned = idea.filter(({ stage }, index) => stage === 'PROJECT' || (stage !== 'CONCEPT' && index % 3 === 0));
  const areasOf = (most: number) => chance.some(focus_area, most);
  const merged = aPartnerRow({ name: 'Åkern (dubblett)', merged_into_id: partner[0]!.id });
  const past = {
    programme,
    partner,
    focus_area,
    funding_call,
    funding_call_focus_area: funding_call.flatMap(({ id: funding_call_id }) =>
      areasOf(3).map(({ id: focus_area_id }) => ({ funding_call_id, focus_area_id })),
    ),
    idea,
    idea_focus_area: idea.flatMap(({ id: idea_id }) =>
      areasOf(3).map(({ id: focus_area_id }) => ({ idea_id, focus_area_id })),
    ),
    membership: idea.flatMap(each => memberships(chance, each, partner)),
    application: idea.flatMap(each => applications(chance, each, funding_call)),
    ...projects(chance, planned),
    stage_transition: transitions(chance, { idea, partner }),
    api_key: keys({ partner }),
  };
  const told = {
    join_request: joinRequests(chance, past),
    status_update: statusUpdates(chance, past),
    link: links(chance, past),
  };
  const unseen = { partner: [...partner, merged], funding_call: [...funding_call, deletedDraft()] };
  return { ...past, ...told, ...unseen, activity: activities(chance, { ...past, ...told }, ACTIVITIES) };
}
