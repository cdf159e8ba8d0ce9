import type { ReactNode } from 'react';
import { useWords } from '../../language/language';
import { useFormOfField } from '../../parts/form/form';

const words = { inEnglish: { sv: 'På engelska', en: 'In English' } };

interface EnglishProps {
  /** The fields that it holds: a fault in one of them unfolds it. */
  names: readonly string[];
  /** Whether something stands there already. */
  written: boolean;
  children: ReactNode;
}

/** The English of what must be written in Swedish, folded until there is some. */
export function English({ names, written, children }: EnglishProps) {
  const t = useWords(words);
  const { errorOf } = useFormOfField();
  return (
    <details className="english" open={written || names.some(name => errorOf(name) !== undefined)}>
      <summary>{t.inEnglish}</summary>
      <div className="english-fields">{children}</div>
    </details>
  );
}
