import {
  AddMemberDocument,
  EndMembershipDocument,
  UpdateMemberDocument,
  type AddMemberInput,
  type MemberFragment,
  type MoneyInput,
  type UpdateMemberInput,
} from '../../gql/graphql';
import { useWords } from '../../language/language';
import { useChange, useSending } from '../../parts/form/use-change';
import type { Problem } from '../../parts/form/problems';
import { toast } from '../../parts/toasts';
import { consortiumWords } from './words';

/** What of a membership can be changed. */
export type MemberChanges = Omit<UpdateMemberInput, 'id'>;

/** An amount as the service takes it. */
export const moneyInput = (money: MemberFragment['commitment']): MoneyInput | null =>
  money ? { amount: money.amount, currency: money.currency } : null;

/** What the changes replace. */
function before(member: MemberFragment, changes: MemberChanges): MemberChanges {
  const { role, letterOfIntent } = member;
  const was = { role, letterOfIntent, commitment: moneyInput(member.commitment) };
  return Object.fromEntries(Object.entries(was).filter(([name]) => name in changes));
}

/** Tells that the way back was taken, or why it could not be. */
function useBack(): (partner: string, sent: Promise<{ refused: readonly Problem[] }>) => void {
  const t = useWords(consortiumWords);
  return (partner, sent) =>
    void sent.then(({ refused }) => toast({ text: refused[0]?.message ?? t.restored(partner) }));
}

/** What the page's changes made of members, and of what, by the membership. */
const made = new Map<string, { of: MemberFragment; became: MemberFragment }>();

/** What a member is now: what stands on the page may have been read before the page's own change of it. */
function present(member: MemberFragment): MemberFragment {
  const known = made.get(member.id);
  return known && alike(member, known.of) ? known.became : member;
}

const alike = (one: MemberFragment, other: MemberFragment) =>
  JSON.stringify([one.role, one.letterOfIntent, one.commitment]) ===
  JSON.stringify([other.role, other.letterOfIntent, other.commitment]);

/** Changes a membership, and offers the way back. */
export function useUpdateMember() {
  const t = useWords(consortiumWords);
  const back = useBack();
  const change = useChange(UpdateMemberDocument);
  const sending = useSending(UpdateMemberDocument);
  const update = async (member: MemberFragment, changes: MemberChanges, text?: string): Promise<boolean> => {
    const { id, partner } = member;
    const now = present(member);
    const was = before(now, changes);
    const payload = await change.send({ id, ...changes });
    if (!payload) return false;
    if (payload.membership) made.set(id, { of: now, became: payload.membership });
    const undo = () => {
      made.delete(id);
      back(partner.name, sending({ id, ...was }));
    };
    toast({ text: text ?? t.changed(partner.name), undo });
    return true;
  };
  return { ...change, update };
}

/** Adds a partner, and offers the way back. */
export function useAddMember() {
  const t = useWords(consortiumWords);
  const back = useBack();
  const change = useChange(AddMemberDocument);
  const ending = useSending(EndMembershipDocument);
  const add = async (input: AddMemberInput): Promise<boolean> => {
    const membership = (await change.send(input))?.membership;
    if (!membership) return false;
    const { id, partner } = membership;
    toast({ text: t.added(partner.name), undo: () => back(partner.name, ending({ id, reason: t.undone })) });
    return true;
  };
  return { ...change, add };
}

/** Ends a membership. The way back is that the partner joins anew, as it was. */
export function useEndMembership(ideaId: string) {
  const t = useWords(consortiumWords);
  const back = useBack();
  const change = useChange(EndMembershipDocument);
  const adding = useSending(AddMemberDocument);
  const end = async (member: MemberFragment, reason: string | null): Promise<boolean> => {
    const { id, partner, role, letterOfIntent } = member;
    if (!(await change.send({ id, reason }))) return false;
    const again = { ideaId, partnerId: partner.id, role, letterOfIntent, commitment: moneyInput(member.commitment) };
    toast({ text: t.ended(partner.name), undo: () => back(partner.name, adding(again)) });
    return true;
  };
  return { ...change, end };
}
