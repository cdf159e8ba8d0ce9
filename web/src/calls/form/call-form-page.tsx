import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Link, useLocation } from 'wouter';
import { NotFound } from '../../frame/not-found';
import { CallPageDocument, CallTextsDocument, CreateCallDocument, UpdateCallDocument } from '../../gql/graphql';
import { useLocale, useWords } from '../../language/language';
import { announce } from '../../parts/announcer';
import { Page } from '../../parts/page';
import { Loading } from '../../parts/states';
import type { Problem } from '../../parts/form/problems';
import { useProblems } from '../../parts/form/use-problems';
import { AdminOnly } from '../admin-only';
import { CallForm } from './call-form';
import { callInput } from './call-input';
import type { ShownCall } from '../call-page';
import { formWords } from './form-words';
import '../../styles/idea.css';
import '../../styles/calls.css';

/** Adds a call. */
export function NewCallPage() {
  const { problems, create } = useSave();
  const t = useWords(formWords);
  return (
    <Page title={t.addTitle}>
      <AdminOnly>
        <CallForm problems={problems} onSave={create} />
      </AdminOnly>
    </Page>
  );
}

/** Edits a call, in both its languages. */
export function EditCallPage({ identifier }: { identifier: string }) {
  const t = useWords(formWords);
  const locale = useLocale();
  const [{ data }] = useQuery({ query: CallPageDocument, variables: { identifier, locale } });
  const [{ data: texts }] = useQuery({ query: CallTextsDocument, variables: { identifier } });
  const { problems, update } = useSave();
  if (!data || !texts) return <Loading />;
  const call = data.fundingCall;
  if (!call || !texts.fundingCall) return <NotFound />;
  return (
    <Page title={t.editTitle}>
      <p>
        <Link href={`/calls/${encodeURIComponent(identifier)}`}>{call.title}</Link>
      </p>
      <AdminOnly>
        <CallForm call={call} texts={texts.fundingCall} problems={problems} onSave={form => update(call, form)} />
      </AdminOnly>
    </Page>
  );
}

function useSave() {
  const problemsOf = useProblems();
  const { saved } = useWords(formWords);
  const locale = useLocale();
  const [, go] = useLocation();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [, add] = useMutation(CreateCallDocument);
  const [, change] = useMutation(UpdateCallDocument);
  const end = (refused: readonly Problem[], identifier: string) => {
    setProblems(refused);
    if (refused.length > 0) return;
    announce(saved);
    go(`/calls/${encodeURIComponent(identifier)}`);
  };
  const create = async (form: FormData) => {
    const input = { ...callInput(form), publish: form.has('publish') };
    const { data, error } = await add({ input, locale });
    end(problemsOf(data?.createFundingCall.userErrors, error), input.identifier);
  };
  const update = async ({ id, version }: ShownCall, form: FormData) => {
    const { identifier, ...input } = callInput(form);
    const { data, error } = await change({ input: { id, expectedVersion: version, ...input }, locale });
    end(problemsOf(data?.updateFundingCall.userErrors, error), identifier);
  };
  return {
    problems,
    create: (form: FormData) => void create(form),
    update: (call: ShownCall, form: FormData) => void update(call, form),
  };
}
