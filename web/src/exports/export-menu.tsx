import { useRef } from 'react';
import { useLanguage, useWords } from '../language/language';
import { Icon } from '../parts/icon';
import '../styles/keeping/exports.css';

const words = {
  export: { sv: 'Exportera', en: 'Export' },
  excel: { sv: 'Öppna i Excel', en: 'Open in Excel' },
  semicolons: { sv: 'CSV med semikolon', en: 'CSV with semicolons' },
  csv: { sv: 'CSV för program', en: 'CSV for programs' },
  gdp: { sv: 'JSON enligt GDP (utan filter)', en: 'JSON by GDP (not filtered)' },
  commonGrants: { sv: 'JSON enligt CommonGrants (utan filter)', en: 'JSON by CommonGrants (not filtered)' },
  memberships: { sv: 'Konsortiernas partner i Excel', en: 'Partners of the consortia in Excel' },
  applications: { sv: 'Ansökningar i Excel', en: 'Applications in Excel' },
  projects: { sv: 'Projekt i Excel', en: 'Projects in Excel' },
  milestones: { sv: 'Milstolpar i Excel', en: 'Milestones in Excel' },
  indicators: { sv: 'Indikatorer i Excel', en: 'Indicators in Excel' },
};

/** Tables that the service exports, by the names of their files. */
type Table = 'ideas' | 'calls' | 'partners' | 'pipeline';

/** What narrows the list on the page, by the names of the export's own parameters; what is empty narrows nothing. */
export type Conditions = Readonly<Record<string, string | readonly string[] | undefined>>;

interface ExportMenuProps {
  table: Table;
  conditions?: Conditions;
}

/** The address of a file with what the page shows. */
export function exportAddress(file: string, conditions: Conditions, more: Readonly<Record<string, string>>): string {
  const given = Object.entries(conditions).map(([name, value]) => [name, String(value ?? '')]);
  const parameters = new URLSearchParams([...given.filter(([, value]) => value), ...Object.entries(more)]);
  return `/export/${file}?${parameters.toString()}`;
}

/** What a list shows, to take away: the same rows, as far as who asks may see them. */
export function ExportMenu({ table, conditions = {} }: ExportMenuProps) {
  const t = useWords(words);
  const locale = useLanguage();
  const details = useRef<HTMLDetailsElement>(null);
  const close = () => details.current?.removeAttribute('open');
  const fileOf = (name: string, ending: string, more = {}) =>
    exportAddress(`${name}.${ending}`, conditions, { ...more, locale });
  const address = (ending: string, more = {}) => fileOf(table, ending, more);
  const links = [
    [t.excel, address('xlsx')],
    [t.semicolons, address('csv', { dialect: 'excel-sv' })],
    [t.csv, address('csv')],
    ...(table === 'calls' ? OF_CALLS.map(([name, href]) => [t[name], href] as const) : []),
    ...(table === 'ideas' ? INSIDE_IDEAS.map(name => [t[name], fileOf(name, 'xlsx')] as const) : []),
  ] as const;
  return (
    <details
      ref={details}
      className="exports"
      onBlur={event => event.currentTarget.contains(event.relatedTarget) || close()}
      onKeyDown={event => event.key === 'Escape' && (close(), details.current?.querySelector('summary')?.focus())}
    >
      <summary className="button">
        <Icon name="download" />
        {t.export}
      </summary>
      <ul>
        {links.map(([name, href]) => (
          <li key={name}>
            <a href={href} download onClick={close}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Standards of open data, each in its longest page. */
const OF_CALLS = [
  ['gdp', '/gdp/utlysningar?limit=1000'],
  ['commonGrants', '/common-grants/opportunities?pageSize=1000'],
] as const;

/** Tables of what is inside ideas, narrowed as they are. */
const INSIDE_IDEAS = ['memberships', 'applications', 'projects', 'milestones', 'indicators'] as const;
