import { useState } from 'react';
import { useQuery } from 'urql';
import { useAdmin } from '../calls/use-admin';
import { ProgrammesDocument, UpdateProgrammeDocument } from '../gql/graphql';
import { useWords } from '../language/language';
import { useChange } from '../parts/form/use-change';
import { Icon } from '../parts/icon';
import { Page } from '../parts/page';
import { Answered } from '../parts/states';
import { toast } from '../parts/toasts';
import { AddDialog } from './add-dialog';
import { EditDialog } from './edit-dialog';
import { type ListedProgramme, ProgrammeRow } from './programme-row';
import { programmeWords } from './words';
import '../styles/board.css';
import '../styles/idea.css';
import '../styles/keeping/focus-areas.css';

/** The programmes and what each asks; administrators add, edit, close and open them. */
export function ProgrammesPage() {
  const t = useWords(programmeWords);
  const [answer, again] = useQuery({ query: ProgrammesDocument, requestPolicy: 'cache-and-network' });
  return (
    <Page title={t.title}>
      <p className="lead">{t.lead}</p>
      <Answered answer={answer} again={() => again({ requestPolicy: 'network-only' })} lines={4}>
        {({ programmes }) => <Programmes programmes={programmes} />}
      </Answered>
    </Page>
  );
}

function Programmes({ programmes }: { programmes: readonly ListedProgramme[] }) {
  const t = useWords(programmeWords);
  const admin = useAdmin();
  const [doing, setDoing] = useState<'ADD' | ListedProgramme | null>(null);
  const close = () => setDoing(null);
  const onTurn = useTurn();
  return (
    <>
      {admin && (
        <p className="deeds">
          <button type="button" className="main-deed" onClick={() => setDoing('ADD')}>
            <Icon name="plus" />
            {t.add}
          </button>
        </p>
      )}
      <ul className="area-tree">
        {programmes.map(programme => (
          <ProgrammeRow
            key={programme.id}
            programme={programme}
            deeds={admin ? { onEdit: setDoing, onTurn } : undefined}
          />
        ))}
      </ul>
      {doing === 'ADD' && <AddDialog onClose={close} />}
      {doing && doing !== 'ADD' && <EditDialog programme={doing} onClose={close} />}
    </>
  );
}

/** Closes an open programme to new ideas, or opens a closed one, with the way back. */
function useTurn() {
  const t = useWords(programmeWords);
  const { send } = useChange(UpdateProgrammeDocument);
  const undo = async (code: string, open: boolean) => {
    const undone = await send({ code, open });
    toast({ text: undone ? t.undone : t.notUndone });
  };
  return ({ code, open }: ListedProgramme) =>
    void send({ code, open: !open }).then(payload => {
      if (!payload?.programme) return;
      const { name } = payload.programme;
      toast({ text: (open ? t.closed : t.opened)(name), undo: () => void undo(code, open) });
    });
}
