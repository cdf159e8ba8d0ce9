import type { AnyVariables, OperationResult } from '@urql/core';
import { useMutation } from 'urql';
import {
  AdvanceIdeaDocument,
  CompleteIdeaDocument,
  DiscontinueIdeaDocument,
  PauseIdeaDocument,
  ResumeIdeaDocument,
  ReturnIdeaDocument,
  type MovedIdeaFragment,
  type RefusedFragment,
  type RequirementCode,
  type RequirementRowFragment,
} from '../gql/graphql';
import { useLocale } from '../language/language';
import type { Move } from './move';

/** What came of a move; none when the service could not be reached or failed. */
export interface Outcome {
  idea?: MovedIdeaFragment | null | undefined;
  unmet?: readonly RequirementRowFragment[];
  userErrors: readonly RefusedFragment[];
}

/** What a person adds to a move. */
export interface Said {
  reason?: string;
  waive?: RequirementCode[];
}

/** Carries a move out at the service. */
export function useDeeds(): (move: Move, said: Said) => Promise<Outcome | undefined> {
  const locale = useLocale();
  const [, advance] = useMutation(AdvanceIdeaDocument);
  const [, back] = useMutation(ReturnIdeaDocument);
  const [, pause] = useMutation(PauseIdeaDocument);
  const [, resume] = useMutation(ResumeIdeaDocument);
  const [, discontinue] = useMutation(DiscontinueIdeaDocument);
  const [, complete] = useMutation(CompleteIdeaDocument);
  return async ({ deed, idea, to }, { reason = '', waive }) => {
    const input = { id: idea.id, expectedVersion: idea.version, reason };
    if (deed === 'ADVANCE')
      return of(await advance({ input: { ...input, reason: reason || null, to, waive }, locale }), 'advanceIdea');
    if (deed === 'RETURN') return of(await back({ input: { ...input, to: to! }, locale }), 'returnIdea');
    if (deed === 'PAUSE') return of(await pause({ input, locale }), 'pauseIdea');
    if (deed === 'RESUME') return of(await resume({ input, locale }), 'resumeIdea');
    if (deed === 'DISCONTINUE') return of(await discontinue({ input, locale }), 'discontinueIdea');
    return of(await complete({ input, locale }), 'completeIdea');
  };
}

function of<K extends string, T extends Record<K, Outcome>, V extends AnyVariables>(
  result: OperationResult<T, V>,
  name: K,
): Outcome | undefined {
  return result.data?.[name];
}
