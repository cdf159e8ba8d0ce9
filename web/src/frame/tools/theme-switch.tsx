import { useState } from 'react';
import { store, stored } from '../../client/stored';
import { useWords } from '../../language/language';
import { Icon, type IconName } from '../../parts/icon';

type Theme = 'system' | 'light' | 'dark';
const NEXT: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const ICON: Record<Theme, IconName> = { system: 'half', light: 'sun', dark: 'moon' };

const words = {
  system: { sv: 'Tema: som systemet', en: 'Theme: as the system' },
  light: { sv: 'Tema: ljust', en: 'Theme: light' },
  dark: { sv: 'Tema: mörkt', en: 'Theme: dark' },
};

function firstTheme(): Theme {
  const chosen = stored(() => localStorage, 'theme');
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

/** The system's colours, or light or dark ones of one's own choice. */
export function ThemeSwitch() {
  const t = useWords(words);
  const [theme, setTheme] = useState(firstTheme);
  const turn = () => {
    const next = NEXT[theme];
    store(() => localStorage, 'theme', next === 'system' ? null : next);
    if (next === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    setTheme(next);
  };
  return (
    <button type="button" className="tool" onClick={turn} aria-label={t[theme]} title={t[theme]}>
      <Icon name={ICON[theme]} />
    </button>
  );
}
