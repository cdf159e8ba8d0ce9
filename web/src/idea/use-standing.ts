import { useQuery } from 'urql';
import { ViewerDocument } from '../gql/graphql';
import type { ShownIdea } from './idea-page';

/** Who the viewer is beside an idea. */
export interface Standing {
  /** Whether it owns the programme. */
  admin: boolean;
  /** Whether it sees inside the idea: owner, current member or the programme's owner. */
  inside: boolean;
}

/** Who the viewer is beside the idea; until that is known somebody who sees all, so that nothing is said wrongly. */
export function useStanding({ owner, consortium }: Pick<ShownIdea, 'owner' | 'consortium'>): Standing {
  const [{ data }] = useQuery({ query: ViewerDocument });
  if (!data) return { admin: false, inside: true };
  const { role, partner } = data.viewer;
  const members = consortium.memberships.filter(({ leftAt }) => !leftAt).map(({ partner: { id } }) => id);
  const admin = role === 'ADMIN';
  return { admin, inside: admin || (!!partner && [owner.id, ...members].includes(partner.id)) };
}
