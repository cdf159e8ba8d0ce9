import type { TypedDocumentNode } from '@urql/core';
import { useState } from 'react';
import { useClient } from 'urql';
import { IdeaPageDocument, type ShownApplicationFragment } from '../../gql/graphql';
import { useLocale } from '../../language/language';
import { useChange, type Sendable } from '../../parts/form/use-change';
import { toast } from '../../parts/toasts';
import type { ApplicationDialogProps } from './application-deeds';

/** Which application a change is about, and the version that its maker has seen. */
interface About {
  id: string;
  expectedVersion?: number | null | undefined;
}

/** The way back from a change, where there is one. */
type WayBack = (now: ShownApplicationFragment) => void;

/**
 * A change of an application that tells what happened and closes its dialog. `opened` is the application as the dialog
 * was opened on it; what others change meanwhile is shown beside, so that the newest version may be built on.
 */
export function useDeed<Data, Input>(
  document: TypedDocumentNode<Data, Sendable<Input>>,
  told: string,
  { application, code, onClose }: ApplicationDialogProps,
) {
  const client = useClient();
  const locale = useLocale();
  const [opened] = useState<ShownApplicationFragment>(application);
  const { send, problems, busy } = useChange(document);
  const make = async (said: Omit<Input, keyof About>, back?: WayBack) => {
    const input = { ...said, id: application.id, expectedVersion: application.version } as Input;
    const answer = (await send(input)) as { application?: ShownApplicationFragment | null } | undefined;
    const now = answer?.application;
    // Perhaps somebody else was first: what is shown beside is then what there is now.
    if (!now) return client.query(IdeaPageDocument, { code, locale }, { requestPolicy: 'network-only' }).toPromise();
    toast({ text: told, undo: back && (() => back(now)) });
    onClose();
  };
  return {
    opened,
    problems,
    busy,
    send,
    make: (said: Omit<Input, keyof About>, back?: WayBack) => void make(said, back),
  };
}
