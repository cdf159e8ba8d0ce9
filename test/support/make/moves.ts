import type { IdeaMove } from '../../../src/ideas/moves/path.js';
import type { Stage } from '../../../src/ideas/stages.js';
import type { Caller } from '../service/service.js';

const MUTATIONS: Readonly<Record<IdeaMove, { name: string; input: string }>> = {
  ADVANCE: { name: 'advanceIdea', input: 'AdvanceIdeaInput' },
  RETURN: { name: 'returnIdea', input: 'ReturnIdeaInput' },
  PAUSE: { name: 'pauseIdea', input: 'IdeaStateInput' },
  RESUME: { name: 'resumeIdea', input: 'IdeaStateInput' },
  DISCONTINUE: { name: 'discontinueIdea', input: 'IdeaStateInput' },
  COMPLETE: { name: 'completeIdea', input: 'IdeaStateInput' },
};

export interface Moved {
  idea: {
    stage: Stage;
    state: string;
    version: number;
    enteredStageAt: string;
    transitions: {
      from: Stage | null;
      to: Stage;
      fromState: string | null;
      toState: string;
      reason: string | null;
      waived: string[];
    }[];
  } | null;
  userErrors: { code: string; message: string; path: string[] | null }[];
}

/** Asks for a move of an idea over the API; a reason is given where the contract needs one, unless told otherwise. */
export async function move(
  caller: Caller,
  kind: IdeaMove,
  input: { id: string } & Record<string, unknown>,
): Promise<Moved> {
  const { name, input: type } = MUTATIONS[kind];
  const reason = kind === 'ADVANCE' ? {} : { reason: 'Därför.' };
  const answer = await caller.run<{ moved: Moved }, object>(
    `mutation Move($input: ${type}!) { moved: ${name}(input: $input) {
      idea { stage state version enteredStageAt transitions { from to fromState toState reason waived } }
      userErrors { code message path } } }`,
    { input: { ...reason, ...input } },
  );
  return answer.moved;
}
