import { useRef, useState, type ReactNode } from 'react';
import { useClient } from 'urql';
import { IdeaNowDocument, type RequirementRowFragment } from '../gql/graphql';
import { STAGE } from '../language/domain-words';
import { useLocale, useSay, useWords } from '../language/language';
import type { Problem } from '../parts/form/problems';
import { toast } from '../parts/toasts';
import { GateDialog } from './gate-dialog';
import { Moves, wayBack, type Move } from './move';
import { noteMoved } from './moved';
import { ReasonDialog } from './reason-dialog';
import { RefusedDialog } from './refused-dialog';
import { useDeeds, type Outcome, type Said } from './use-deeds';
import { moveWords } from './words';

/** What stands before the person: a question for a reason, a gate that isn't met, or a refusal. */
type Talk =
  | { about: 'REASON' | 'REFUSED'; move: Move; problems: readonly Problem[] }
  | { about: 'GATE'; move: Move; unmet: readonly RequirementRowFragment[]; problems: readonly Problem[] };

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
      {talk?.about === 'REFUSED' && <RefusedDialog {...talk} {...dialog} onAgain={() => void dialog.onSay({})} />}
    </Moves>
  );
}

function useCarryOut(setTalk: (talk: Talk | null) => void): (move: Move, said: Said) => Promise<void> {
  const t = useWords(moveWords);
  const say = useSay();
  const deeds = useDeeds();
  const newest = useNewest();
  const underWay = useRef(new Set<string>()).current;
  const carryOut = async (move: Move, said: Said) => {
    const name = `${move.deed} ${move.idea.id} ${move.to}`;
    // Pressed twice it is meant once.
    if (underWay.has(name)) return;
    underWay.add(name);
    const outcome = await deeds(move, said);
    underWay.delete(name);
    setTalk(next(await newest(move, outcome), said, outcome));
    if (outcome.problems.length > 0 || !outcome.idea) return;
    const { code, stage } = outcome.idea;
    noteMoved(outcome.idea);
    const back = wayBack(move, outcome.idea);
    toast({
      text: move.to ? t.moved(code, say(STAGE, stage)) : t.changed(code),
      link: { href: `/ideas/${code}`, name: t.openIdea },
      undo: back && (() => void carryOut(back, { reason: t.undone })),
    });
  };
  return carryOut;
}

/** The move of the idea as it is now, where somebody else was quicker; tried again it builds on that. */
function useNewest(): (move: Move, outcome: Outcome) => Promise<Move> {
  const client = useClient();
  const locale = useLocale();
  return async (move, { problems }) => {
    if (!problems.some(({ code }) => code === 'CONFLICT')) return move;
    const asked = client.query(IdeaNowDocument, { code: move.idea.code, locale }, { requestPolicy: 'network-only' });
    const { data } = await asked.toPromise();
    return { ...move, idea: data?.idea ?? move.idea };
  };
}

/** What to talk about after a try; nothing once it went through. */
function next(move: Move, said: Said, { unmet = [], problems }: Outcome): Talk | null {
  if (problems.length === 0) return null;
  if (unmet.length > 0) return { about: 'GATE', move, unmet, problems: said.waive ? problems : [] };
  return { about: said.reason ? 'REASON' : 'REFUSED', move, problems };
}
