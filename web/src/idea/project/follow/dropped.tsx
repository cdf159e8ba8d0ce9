import { useFormat } from '../../../language/format';
import { useWords } from '../../../language/language';
import { Icon } from '../../../parts/icon';
import { projectWords } from '../project-words';
import type { SmallAmendment } from './amend-dialog';

interface DroppedProps {
  list: 'milestones' | 'outcomes' | 'indicators';
  parts: readonly ({ id: string; droppedAt?: string | null } & ({ title: string } | { name: string }))[];
  onTakeBack: ((amendment: SmallAmendment) => void) | undefined;
}

/** What amendments have dropped: it stands last, and can be taken back. */
export function Dropped({ list, parts, onTakeBack }: DroppedProps) {
  const t = useWords(projectWords);
  const format = useFormat();
  const dropped = parts.filter(({ droppedAt }) => droppedAt);
  const takeBack = (id: string, name: string): SmallAmendment => ({
    ...{ name, title: t.takeBackTitle, told: t.takenBack(name) },
    change: { [list]: [{ id, drop: false }] },
  });
  return dropped.map(part => {
    const name = 'title' in part ? part.title : part.name;
    return (
      <li key={part.id} className="followed dropped">
        <span className="number" aria-hidden="true">
          <Icon name="cross" />
        </span>
        <div>
          <del>{name}</del>
          <p className="soft">{t.dropped(format.shortDate(part.droppedAt!))}</p>
        </div>
        {onTakeBack && (
          <button type="button" className="small quiet" onClick={() => onTakeBack(takeBack(part.id, name))}>
            {t.takeBack}
            <span className="unseen"> {name}</span>
          </button>
        )}
      </li>
    );
  });
}
