import { useState, type ReactNode } from 'react';
import type { RequirementRowFragment } from '../gql/graphql';
import { STAGE } from '../language/domain-words';
import { useSay, useWords } from '../language/language';
import { announce } from '../parts/announcer';
import { GateDialog } from './gate-dialog';
import { Moves, type Move } from './move';
import { ReasonDialog } from './reason-dialog';
import { RefusedDialog } from './refused-dialog';
import { useDeeds, type Outcome, type Said } from './use-deeds';
import { moveWords } from './words';

/** What stands before the person: a question for a reason, a gate that isn't met, or a refusal. */
type Talk =
  | { about: 'REASON'; move: Move; problems: readonly string[] }
  | { about: 'GATE'; move: Move; unmet: readonly RequirementRowFragment[]; problems: readonly string[] }
  | { about: 'REFUSED'; move: Move; problems: readonly string[] };

/** Lets any card or page move an idea, and talks with the person about it. */
export function MovesProvider({ children }: { children: ReactNode }) {
  const [talk, setTalk] = useState<Talk | null>(null);
  const carryOut = useCarryOut(setTalk);
  const ask = (move: Move) =>
    move.deed === 'ADVANCE' ? void carryOut(move, {}) : setTalk({ about: 'REASON', move, problems: [] });
  const dialog = { onClose: () => setTalk(null), onSay: (said: Said) => carryOut(talk!.move, said) };
  return (
    <Moves value={ask}>
      {children}
      {talk?.about === 'REASON' && <ReasonDialog {...talk} {...dialog} />}
      {talk?.about === 'GATE' && <GateDialog {...talk} {...dialog} />}
      {talk?.about === 'REFUSED' && <RefusedDialog {...talk} {...dialog} />}
    </Moves>
  );
}

function useCarryOut(setTalk: (talk: Talk | null) => void): (move: Move, said: Said) => Promise<void> {
  const t = useWords(moveWords);
  const say = useSay();
  const deeds = useDeeds();
  return async (move, said) => {
    const outcome = await deeds(move, said);
    setTalk(next(move, said, outcome));
    if (outcome.problems.length > 0 || !outcome.idea) return;
    const { code, stage } = outcome.idea;
    announce(move.to ? t.moved(code, say(STAGE, stage)) : t.changed(code));
  };
}

/** What to talk about after a try; nothing once it went through. */
function next(move: Move, said: Said, { unmet = [], ...outcome }: Outcome): Talk | null {
  const problems = outcome.problems.map(({ message }) => message);
  if (problems.length === 0) return null;
  if (unmet.length > 0) return { about: 'GATE', move, unmet, problems: said.waive ? problems : [] };
  return { about: said.reason ? 'REASON' : 'REFUSED', move, problems };
}
