import { useState } from 'react';
import { useClient } from 'urql';
import { IdeaDescriptionDocument, UpdateIdeaDocument } from '../../gql/graphql';
import { useWords } from '../../language/language';
import type { Problem } from '../../parts/form/problems';
import { useSending } from '../../parts/form/use-change';
import { toast } from '../../parts/toasts';
import { changesIn, descriptionOf, differing, merged, type Description, type FieldName } from './description';
import { describingWords } from './words';

/** A description and the version it is of. */
export interface Known {
  id: string;
  version: number;
  description: Description;
}

/** What somebody else saved while this was written, and the fields in which it says otherwise. */
export interface Clash {
  mine: Description;
  theirs: Known;
  fields: readonly FieldName[];
}

/** Reads the idea as it is at the service now. */
export function useReading(code: string): () => Promise<Known | undefined> {
  const client = useClient();
  return async () => {
    const { data } = await client
      .query(IdeaDescriptionDocument, { code }, { requestPolicy: 'network-only' })
      .toPromise();
    return data?.idea ? { ...data.idea, description: descriptionOf(data.idea) } : undefined;
  };
}

/** Saves what has been written of an idea; where somebody else has saved the same meanwhile, nothing is lost. */
export function useSave(code: string, name: string, onDone: () => void) {
  const sending = useSending(UpdateIdeaDocument);
  const reading = useReading(code);
  const offerUndo = useUndo(name);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [clash, setClash] = useState<Clash | null>(null);
  const [busy, setBusy] = useState(false);

  const save = async (mine: Description, before: Known): Promise<void> => {
    if (differing(mine, before.description).length === 0) return onDone();
    const { id, version, description } = before;
    const { payload, refused } = await sending({ id, expectedVersion: version, ...changesIn(mine, description) });
    if (payload?.idea) return (offerUndo(mine, { id, version: payload.idea.version, description }), onDone());
    const theirs = refused.some(problem => problem.code === 'CONFLICT') && (await reading());
    if (!theirs) return setProblems(refused);
    const both = merged(description, mine, theirs.description);
    if (both.clashes.length === 0) return save(both.description, theirs);
    setClash({ mine, theirs, fields: both.clashes });
  };
  const once = async (mine: Description, before: Known) => {
    if (busy) return;
    setBusy(true);
    setClash(null);
    await save(mine, before);
    setBusy(false);
  };
  return { save: (mine: Description, before: Known) => void once(mine, before), problems, clash, busy };
}

/** Tells that it is saved, with the way back to what was. */
function useUndo(name: string) {
  const t = useWords(describingWords);
  const sending = useSending(UpdateIdeaDocument);
  return (now: Description, { id, version, description: before }: Known) => {
    const undo = async () => {
      const { refused } = await sending({ id, expectedVersion: version, ...changesIn(before, now) });
      const conflict = refused.some(({ code }) => code === 'CONFLICT');
      toast({ text: conflict ? t.undoneByOther : (refused[0]?.message ?? t.undone(name)) });
    };
    toast({ text: t.saved(name), undo: () => void undo() });
  };
}
