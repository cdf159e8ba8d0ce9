import { useOwnPartner } from '../../calls/use-admin';
import { useWords } from '../../language/language';
import { Icon } from '../../parts/icon';
import { useOpenedBy } from '../../parts/opened-by';
import type { ShownIdea } from '../idea-page';
import { AskDialog, InviteDialog } from './ask-dialogs';
import { PartnerMatches } from './partner-matches';
import { RequestRow } from './request-row';
import { joiningWords } from './words';

/** What waits for an answer between the idea and partners outside it, and the ways to ask and to invite. */
export function JoiningPart({ idea }: { idea: ShownIdea }) {
  const t = useWords(joiningWords);
  const asking = useOpenedBy('ask-to-join');
  const inviting = useOpenedBy('invite');
  const own = useOwnPartner();
  const waiting = idea.consortium.joinRequests.filter(({ status }) => status === 'PENDING');
  const mayAsk = idea.viewerCan.includes('ASK_TO_JOIN');
  const leads = idea.viewerCan.includes('MANAGE_CONSORTIUM');
  return (
    <>
      {waiting.length > 0 && (
        <ul className="requests" aria-label={t.requests}>
          {waiting.map(request => (
            <RequestRow key={request.id} request={request} isOwn={request.partner.id === own} leads={leads} />
          ))}
        </ul>
      )}
      {mayAsk && (
        <button type="button" onClick={() => asking.show()}>
          <Icon name="people" />
          {t.ask}
        </button>
      )}
      {leads && (
        <button type="button" className="quiet" onClick={() => inviting.show()}>
          <Icon name="people" />
          {t.invite}
        </button>
      )}
      {leads && <PartnerMatches idea={idea} onInvite={inviting.show} />}
      {mayAsk && asking.open && <AskDialog idea={idea} onClose={asking.close} />}
      {leads && inviting.open && <InviteDialog idea={idea} partnerId={inviting.about} onClose={inviting.close} />}
    </>
  );
}
