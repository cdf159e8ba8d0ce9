import { useState } from 'react';
import { useQuery } from 'urql';
import { UpdateMemberDocument, ViewerDocument, type ConsortiumRole, type MemberFragment } from '../../gql/graphql';
import { useWords } from '../../language/language';
import type { Problem } from '../../parts/form/problems';
import { useSending } from '../../parts/form/use-change';
import { toast } from '../../parts/toasts';
import type { ShownIdea } from '../idea-page';
import { consortiumWords } from './words';

/** Who coordinates now, if anyone does. */
export const coordinatorOf = ({ consortium }: ShownIdea): MemberFragment | undefined =>
  consortium.memberships.find(({ role }) => role === 'COORDINATOR');

/**
 * Whether the viewer may appoint another coordinator. A coordinator that steps down no longer leads the idea, and so
 * can't appoint the next unless it owns the idea.
 */
export function useMayHandOver(idea: ShownIdea): boolean {
  const [{ data }] = useQuery({ query: ViewerDocument });
  const leadsAnyway = data?.viewer.role === 'ADMIN' || data?.viewer.partner?.id === idea.owner.id;
  return idea.viewerCan.includes('MANAGE_CONSORTIUM') && (leadsAnyway || !coordinatorOf(idea));
}

/** Makes a member the coordinator: there may be one only, so the one before steps down first. */
export function useHandOver(idea: ShownIdea, onDone: () => void) {
  const t = useWords(consortiumWords);
  const sending = useSending(UpdateMemberDocument);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const now = coordinatorOf(idea);
  const take = async (member: MemberFragment, role: ConsortiumRole) => (await sending({ id: member.id, role })).refused;
  const exchange = async (from: MemberFragment | undefined, to: MemberFragment, role: ConsortiumRole) => {
    const steppedDown = from ? await take(from, role) : [];
    if (steppedDown.length > 0) return steppedDown;
    const refused = await take(to, 'COORDINATOR');
    // The idea is not left without one because the other could not take over.
    if (refused.length > 0 && from) await take(from, 'COORDINATOR');
    return refused;
  };
  const undo = async (member: MemberFragment) => {
    const refused = now ? await exchange(member, now, member.role) : await take(member, member.role);
    toast({ text: refused[0]?.message ?? t.restored(member.partner.name) });
  };
  const appoint = async (member: MemberFragment) => {
    const refused = await exchange(now, member, 'BENEFICIARY');
    setProblems(refused);
    if (refused.length > 0) return;
    toast({ text: t.appointed(member.partner.name), undo: () => void undo(member) });
    onDone();
  };
  return { problems, appoint };
}
