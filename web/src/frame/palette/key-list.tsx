import { Fragment } from 'react';
import { useFollowed } from '../../client/stored';
import { useWords } from '../../language/language';
import { Dialog } from '../../parts/dialog';
import { chooseSingleKeys, COMMAND, singleKeys } from './shortcuts';
import '../../styles/frame/palette.css';

const words = {
  title: { sv: 'Kortkommandon', en: 'Keys' },
  palette: {
    sv: 'Sök överallt, gå till en sida eller gör något på sidan',
    en: 'Search everywhere, go to a page or do something on this one',
  },
  search: { sv: 'Sök på sidan', en: 'Search on the page' },
  list: { sv: 'Visa den här listan', en: 'Show this list' },
  menu: { sv: 'Gå i en meny, en lista eller en kolumn', en: 'Move in a menu, a list or a column' },
  close: { sv: 'Stäng en dialogruta eller en meny', en: 'Close a dialog or a menu' },
  single: { sv: 'Använd / och ? som genvägar', en: 'Use / and ? as shortcuts' },
  singleHint: {
    sv: 'Stäng av dem om de stör, till exempel när du talar in text.',
    en: 'Turn them off if they get in the way, such as when you speak your text.',
  },
};

/** Which keys do what; those without Ctrl or ⌘ can be turned off. */
export function KeyList({ onClose }: { onClose: () => void }) {
  const t = useWords(words);
  const keys = [
    [`${COMMAND}K`, t.palette],
    ['/', t.search],
    ['?', t.list],
    ['↑ ↓ Home End', t.menu],
    ['Esc', t.close],
  ] as const;
  return (
    <Dialog title={t.title} onClose={onClose}>
      <dl className="key-list">
        {keys.map(([key, what]) => (
          <Fragment key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </Fragment>
        ))}
      </dl>
      <div className="key-choice">
        <label className="check">
          <input
            type="checkbox"
            checked={useFollowed(singleKeys)}
            onChange={event => chooseSingleKeys(event.target.checked)}
          />
          {t.single}
        </label>
        <p className="hint">{t.singleHint}</p>
      </div>
    </Dialog>
  );
}
