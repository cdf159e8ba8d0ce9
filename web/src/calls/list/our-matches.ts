import { useQuery } from 'urql';
import { OurMatchesDocument, ViewerDocument } from '../../gql/graphql';

/** How many of the viewer's own ideas a call matches, and how many of those could apply. */
export interface OurCount {
  matching: number;
  eligible: number;
}

/** By the id of the call; null for whoever has no ideas of their own, undefined until known. */
export type OurMatches = ReadonlyMap<string, OurCount> | null | undefined;

/** Which calls match the viewer's own ideas. */
export function useOurMatches(): OurMatches {
  const [{ data: viewer }] = useQuery({ query: ViewerDocument });
  const [{ data }] = useQuery({ query: OurMatchesDocument, pause: !viewer?.viewer.partner });
  if (viewer && !viewer.viewer.partner) return null;
  if (!data) return undefined;
  const counts = new Map<string, OurCount>();
  for (const { call, eligible } of data.ideas.nodes.flatMap(({ callMatches }) => callMatches)) {
    const { matching, eligible: could } = counts.get(call.id) ?? { matching: 0, eligible: 0 };
    counts.set(call.id, { matching: matching + 1, eligible: could + Number(eligible) });
  }
  return counts;
}
