import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../language/language';
import { Dialog } from '../../parts/dialog';
import { Icon } from '../../parts/icon';
import { COMMAND, useShortcuts } from './shortcuts';

const PaletteBox = lazy(() => import('./palette-box').then(({ PaletteBox }) => ({ default: PaletteBox })));
const KeyList = lazy(() => import('./key-list').then(({ KeyList }) => ({ default: KeyList })));

const words = {
  open: { sv: 'Sök eller gör något', en: 'Search or do something' },
};

/** The way to the palette and to the list of keys, by hand or by key. */
export function PaletteButton() {
  const t = useWords(words);
  const [open, setOpen] = useState<'PALETTE' | 'KEYS' | null>(null);
  const close = () => setOpen(null);
  useShortcuts({
    palette: () => setOpen('PALETTE'),
    list: () => setOpen('KEYS'),
    search: () => {
      const box = document.querySelector<HTMLInputElement>('main input[type=search]');
      if (box) box.select();
      else setOpen('PALETTE');
    },
  });
  return (
    <>
      <button
        type="button"
        className="tool"
        aria-keyshortcuts="Control+K Meta+K"
        title={`${t.open} (${COMMAND}K)`}
        onClick={() => setOpen('PALETTE')}
      >
        <Icon name="search" />
        <span className="unseen">{t.open} </span>
        <kbd className="on-wide">{COMMAND}K</kbd>
      </button>
      {open === 'PALETTE' && <Palette onClose={close} onKeys={() => setOpen('KEYS')} />}
      <Suspense>{open === 'KEYS' && <KeyList onClose={close} />}</Suspense>
    </>
  );
}

/** What is written counts from the first key on, also while the rest of the palette is still on its way. */
function Palette({ onClose, onKeys }: { onClose: () => void; onKeys: () => void }) {
  const t = useWords(words);
  const [text, setText] = useState('');
  const waiting = <input aria-label={t.open} value={text} onChange={event => setText(event.target.value)} />;
  return (
    <Dialog title={t.open} onClose={onClose} wide>
      <div className="palette">
        <Suspense fallback={waiting}>
          <PaletteBox text={text} setText={setText} onClose={onClose} onKeys={onKeys} />
        </Suspense>
      </div>
    </Dialog>
  );
}
