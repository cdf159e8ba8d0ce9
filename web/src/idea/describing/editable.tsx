import { useEffect, useRef, type ReactNode } from 'react';
import { useLanguage, useWords } from '../../language/language';
import { Icon } from '../../parts/icon';
import { useOpenedBy, type Opened } from '../../parts/opened-by';
import type { ShownIdea } from '../idea-page';
import { EditForm } from './edit-form';
import { PARTS, type PartName } from './parts';
import { describingWords } from './words';

interface EditableProps {
  idea: ShownIdea;
  part: PartName;
  /** What shows while it is not being edited. */
  children: ReactNode;
  /** Whether that stays while it is. */
  stays?: true;
}

/** A part of the idea with a pen, for those who may write; the form stands where the part stood. */
export function Editable({ idea, part, children, stays }: EditableProps) {
  const opened = useOpenedBy(part);
  const pen = usePenFocused(opened);
  if (!idea.viewerCan.includes('UPDATE')) return <>{children}</>;
  return (
    <div className={opened.open ? 'editable open' : 'editable'}>
      {(!opened.open || stays) && <div className="editable-shown">{children}</div>}
      {opened.open ? (
        <EditForm idea={idea} part={part} onClose={opened.close} />
      ) : (
        <Pen part={part} pen={pen} onClick={() => opened.show()} />
      )}
    </div>
  );
}

interface PenProps {
  part: PartName;
  pen: React.RefObject<HTMLButtonElement | null>;
  onClick: () => void;
}

function Pen({ part, pen, onClick }: PenProps) {
  const t = useWords(describingWords);
  const name = t.edit(PARTS[part].name[useLanguage()]);
  return (
    <button ref={pen} type="button" className="quiet round pen" aria-label={name} title={name} onClick={onClick}>
      <Icon name="pen" />
    </button>
  );
}

/** When the form is gone the focus is where it was opened. */
function usePenFocused({ open }: Opened) {
  const pen = useRef<HTMLButtonElement>(null);
  const before = useRef(open);
  useEffect(() => {
    if (before.current && !open) pen.current?.focus();
    before.current = open;
  }, [open]);
  return pen;
}
