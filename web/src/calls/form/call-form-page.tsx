import { useState } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { NotFound } from '../../frame/not-found';
import { CallPageDocument, CallTextsDocument } from '../../gql/graphql';
import { useLocale, useWords } from '../../language/language';
import { Page } from '../../parts/page';
import { Loading } from '../../parts/states';
import { AdminOnly } from '../admin-only';
import { FromText } from '../from-text/from-text';
import { type CallDefaults, defaultsOf } from './call-defaults';
import { CallForm } from './call-form';
import { formWords } from './form-words';
import { useSave } from './use-save';
import '../../styles/idea.css';
import '../../styles/calls.css';

/** Adds a call, from nothing or from a text about it. */
export function NewCallPage() {
  const t = useWords(formWords);
  return (
    <Page title={t.addTitle}>
      <AdminOnly>
        <NewCall />
      </AdminOnly>
    </Page>
  );
}

function NewCall() {
  const { problems, busy, create } = useSave();
  const [read, setRead] = useState<{ defaults: CallDefaults; times: number }>({ defaults: {}, times: 0 });
  return (
    <>
      <FromText onRead={defaults => setRead(({ times }) => ({ defaults, times: times + 1 }))} />
      <CallForm key={read.times} about="NEW" {...{ ...read, problems, busy }} onSave={create} />
    </>
  );
}

/** Edits a call, in both its languages. */
export function EditCallPage({ identifier }: { identifier: string }) {
  const t = useWords(formWords);
  const locale = useLocale();
  const [{ data }] = useQuery({ query: CallPageDocument, variables: { identifier, locale } });
  const [{ data: texts }] = useQuery({ query: CallTextsDocument, variables: { identifier } });
  const { problems, busy, update } = useSave();
  if (!data || !texts) return <Loading />;
  const call = data.fundingCall;
  if (!call || !texts.fundingCall) return <NotFound />;
  return (
    <Page title={t.editTitle}>
      <p>
        <Link href={`/calls/${encodeURIComponent(identifier)}`}>{call.title}</Link>
      </p>
      <AdminOnly>
        <CallForm
          about="KNOWN"
          defaults={defaultsOf(call, texts.fundingCall)}
          problems={problems}
          busy={busy}
          onSave={form => update(call, form)}
        />
      </AdminOnly>
    </Page>
  );
}
