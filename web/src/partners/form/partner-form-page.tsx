import { useState } from 'react';
import { useQuery } from 'urql';
import { Link, useLocation } from 'wouter';
import { AdminOnly } from '../../calls/admin-only';
import { useOwnPartner } from '../../calls/use-admin';
import { NotFound } from '../../frame/not-found';
import {
  CreatePartnerDocument,
  PartnerFormDocument,
  UpdatePartnerDocument,
  type PartnerTextsFragment,
} from '../../gql/graphql';
import { useWords } from '../../language/language';
import { useChange } from '../../parts/form/use-change';
import { Page } from '../../parts/page';
import { Answered } from '../../parts/states';
import { toast } from '../../parts/toasts';
import { OwnProfileForm, PartnerForm } from './partner-form';
import { changedPartner, changedProfile, formerPartner, formerProfile, newPartner } from './partner-input';
import { partnerFormWords } from './words';
import '../../styles/forms.css';
import '../../styles/idea.css';

/** Adds a partner. */
export function NewPartnerPage() {
  const t = useWords(partnerFormWords);
  const [, go] = useLocation();
  const { send, problems, busy } = useChange(CreatePartnerDocument);
  const create = async (form: FormData) => {
    const partner = (await send(newPartner(form)))?.partner;
    if (!partner) return;
    toast({ text: t.added(partner.name) });
    go(`/partners/${partner.slug}`);
  };
  return (
    <Page title={t.addTitle}>
      <AdminOnly>
        <PartnerForm {...{ problems, busy }} onSave={form => void create(form)} />
      </AdminOnly>
    </Page>
  );
}

/** Edits a partner, in both its languages. */
export function EditPartnerPage({ slug }: { slug: string }) {
  const [answer, again] = useQuery({ query: PartnerFormDocument, variables: { slug }, requestPolicy: 'network-only' });
  return (
    <Answered answer={answer} again={() => again({ requestPolicy: 'network-only' })} lines={4}>
      {({ partner }) => (partner ? <Editing partner={partner} /> : <NotFound />)}
    </Answered>
  );
}

function Editing({ partner: newest }: { partner: PartnerTextsFragment }) {
  const t = useWords(partnerFormWords);
  // The form stands for what was read: what others change meanwhile is a conflict, and not to be overwritten unseen.
  const [partner] = useState(newest);
  const own = useOwnPartner() === partner.id;
  const { save, problems, busy } = useSave(partner, own);
  const given = { partner, problems, busy, onSave: (form: FormData) => void save(form) };
  return (
    <Page title={t.editTitle}>
      <p>
        <Link href={`/partners/${partner.slug}`}>{partner.name}</Link>
      </p>
      {own ? (
        <OwnProfileForm {...given} />
      ) : (
        <AdminOnly>
          <PartnerForm {...given} />
        </AdminOnly>
      )}
    </Page>
  );
}

/** Saves what was written, with the way back for a while. */
function useSave(partner: PartnerTextsFragment, own: boolean) {
  const t = useWords(partnerFormWords);
  const [, go] = useLocation();
  const { send, problems, busy } = useChange(UpdatePartnerDocument);
  const undo = async (version: number) => {
    const undone = await send(own ? formerProfile(partner, version) : formerPartner(partner, version));
    toast({ text: undone ? t.undone : t.notUndone });
  };
  const save = async (form: FormData) => {
    const saved = (await send(own ? changedProfile(partner, form) : changedPartner(partner, form)))?.partner;
    if (!saved) return;
    const changed = saved.version !== partner.version;
    toast({ text: t.saved(saved.name), ...(changed && { undo: () => void undo(saved.version) }) });
    go(`/partners/${saved.slug}`);
  };
  return { save, problems, busy };
}
