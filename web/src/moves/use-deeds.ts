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
import type { Problem } from '../parts/form/problems';
import { useProblems } from '../parts/form/use-problems';
import type { Move } from './move';

/** What came of a move. */
export interface Outcome {
  idea?: MovedIdeaFragment | null | undefined;
  unmet?: readonly RequirementRowFragment[];
  problems: readonly Problem[];
}

/** What the service answers. */
interface Answer extends Omit<Outcome, 'problems'> {
  userErrors: readonly RefusedFragment[];
}

/** What a person adds to a move. */
export interface Said {
  reason?: string;
  waive?: RequirementCode[];
}

/** Carries a move out at the service. */
export function useDeeds(): (move: Move, said: Said) => Promise<Outcome> {
  const locale = useLocale();
  const of = useOutcome();
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

function useOutcome() {
  const problemsOf = useProblems();
  return <K extends string, T extends Record<K, Answer>, V extends AnyVariables>(
    { data, error }: OperationResult<T, V>,
    name: K,
  ): Outcome => {
    const answer = data?.[name];
    return { ...answer, problems: problemsOf(answer?.userErrors, error) };
  };
}
