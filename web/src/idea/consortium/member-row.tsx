import { useState } from 'react';
import { Link } from 'wouter';
import { useOwnPartner } from '../../calls/use-admin';
import type { MemberFragment } from '../../gql/graphql';
import { ROLE_IN_CONSORTIUM, SECTOR } from '../../language/domain-words';
import { useFormat } from '../../language/format';
import { useSay, useWords } from '../../language/language';
import { Icon } from '../../parts/icon';
import { Menu } from '../../parts/menu';
import type { ShownIdea } from '../idea-page';
import { LetterCell } from './letter-cell';
import { ChangeMemberDialog, EndMembershipDialog } from './member-dialogs';
import { consortiumWords } from './words';

interface MemberRowProps {
  idea: ShownIdea;
  member: MemberFragment;
  onHandOver: () => void;
}

/** A member with its part, its letter and its commitment, and what can be changed of them. */
export function MemberRow({ idea, member, onHandOver }: MemberRowProps) {
  const say = useSay();
  const format = useFormat();
  const { partner, role, commitment } = member;
  const leads = idea.viewerCan.includes('MANAGE_CONSORTIUM');
  const isOwn = useIsOwn(idea, member);
  const may = leads || isOwn;
  return (
    <li className={role === 'COORDINATOR' ? 'member coordinator' : 'member'}>
      <div>
        <Link href={`/partners/${partner.slug}`}>{partner.name}</Link>
        <p className="soft">
          {say(SECTOR, partner.sector)}
          {partner.country !== 'SE' && ` · ${format.country(partner.country)}`}
        </p>
      </div>
      <span className="role">{say(ROLE_IN_CONSORTIUM, role)}</span>
      <LetterCell member={member} may={may} />
      <span className="figure">{commitment && format.money(commitment)}</span>
      {may && <MemberMenu {...{ idea, member, onHandOver, isOwn }} />}
    </li>
  );
}

/** Whether it is the viewer's own partner's place in the consortium. */
function useIsOwn({ viewerCan }: ShownIdea, { partner }: MemberFragment): boolean {
  const own = useOwnPartner();
  return viewerCan.includes('MANAGE_OWN_MEMBERSHIP') && own === partner.id;
}

function MemberMenu({ idea, member, onHandOver, isOwn }: MemberRowProps & { isOwn: boolean }) {
  const t = useWords(consortiumWords);
  const [dialog, setDialog] = useState<'CHANGE' | 'END' | null>(null);
  const shown = { idea, member, onClose: () => setDialog(null) };
  const items = [
    { name: t.change, icon: <Icon name="pen" />, choose: () => setDialog('CHANGE') },
    ...(member.role === 'COORDINATOR' ? [{ name: t.handOver, icon: <Icon name="people" />, choose: onHandOver }] : []),
    // Who coordinates hands that over before leaving.
    ...(isOwn && member.role === 'COORDINATOR'
      ? []
      : [{ name: isOwn ? t.leave : t.end, icon: <Icon name="cross" />, choose: () => setDialog('END') }]),
  ];
  return (
    <>
      <Menu label={t.menu(member.partner.name)} icon={<Icon name="more" />} items={items} />
      {dialog === 'CHANGE' && <ChangeMemberDialog {...shown} />}
      {dialog === 'END' && <EndMembershipDialog {...shown} />}
    </>
  );
}
