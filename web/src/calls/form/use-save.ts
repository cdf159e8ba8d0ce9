import { useState } from 'react';
import { useLocation } from 'wouter';
import { CreateCallDocument, UpdateCallDocument } from '../../gql/graphql';
import { useWords } from '../../language/language';
import type { Problem } from '../../parts/form/problems';
import { useSending, type Sent } from '../../parts/form/use-change';
import { toast } from '../../parts/toasts';
import type { ShownCall } from '../call-page';
import { atTheirRows, callInput } from './call-input';
import { formWords } from './form-words';

/** Saves a call, new or known, and leads to its page. */
export function useSave() {
  const { saved } = useWords(formWords);
  const [, go] = useLocation();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const add = useSending(CreateCallDocument);
  const change = useSending(UpdateCallDocument);
  const save = async (form: FormData, send: () => Promise<Sent<unknown>>) => {
    if (busy) return;
    setBusy(true);
    const { refused } = await send();
    setBusy(false);
    setProblems(atTheirRows(refused, form));
    if (refused.length > 0) return;
    toast({ text: saved });
    go(`/calls/${encodeURIComponent(callInput(form).identifier)}`);
  };
  const create = (form: FormData) => void save(form, () => add({ ...callInput(form), publish: form.has('publish') }));
  const update = ({ id, version }: ShownCall, form: FormData) => {
    const { identifier: _known, ...input } = callInput(form);
    void save(form, () => change({ id, expectedVersion: version, ...input }));
  };
  return { problems, busy, create, update };
}
