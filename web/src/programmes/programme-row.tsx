import { Link } from 'wouter';
import type { ProgrammesQuery, Sector } from '../gql/graphql';
import { SECTOR } from '../language/domain-words';
import { useFormat } from '../language/format';
import { useLanguage, useSay, useWords } from '../language/language';
import { programmeWords } from './words';

export type ListedProgramme = ProgrammesQuery['programmes'][number];

interface ProgrammeRowProps {
  programme: ListedProgramme;
  /** What may be done; nothing for those who only read. */
  deeds: { onEdit: (programme: ListedProgramme) => void; onTurn: (programme: ListedProgramme) => void } | undefined;
}

/** One programme: what it is, what it has promised, and what it asks of ideas. */
export function ProgrammeRow({ programme, deeds }: ProgrammeRowProps) {
  const t = useWords(programmeWords);
  const english = useLanguage() === 'en';
  const { code, open, ideas, requiredProjects } = programme;
  const name = english ? programme.nameEn : programme.nameSv;
  const description = english ? programme.descriptionEn : programme.descriptionSv;
  return (
    <li className="panel area">
      <div>
        <h2>{name}</h2>
        <p className="soft">
          <span className="code">{code}</span> · {open ? t.isOpen : t.isClosed} · <Days programme={programme} />
          <Link href={`/?programme=${code}&state=all`}>{t.ideas(ideas.totalCount)}</Link> ·{' '}
          {t.promised(requiredProjects)}
        </p>
        {description && <p>{description}</p>}
        <Asks programme={programme} />
      </div>
      {deeds && (
        <p className="deeds">
          <button type="button" aria-label={t.edit(name)} onClick={() => deeds.onEdit(programme)}>
            {t.editShort}
          </button>
          <button type="button" aria-label={(open ? t.close : t.open)(name)} onClick={() => deeds.onTurn(programme)}>
            {open ? t.closeShort : t.openShort}
          </button>
        </p>
      )}
    </li>
  );
}

function Days({ programme: { startsOn, endsOn } }: Pick<ProgrammeRowProps, 'programme'>) {
  const format = useFormat();
  const day = (on: string | null) => (on ? format.date(on) : '');
  return startsOn || endsOn ? `${day(startsOn)} – ${day(endsOn)} · ` : null;
}

function Asks({ programme: { gatePolicy } }: Pick<ProgrammeRowProps, 'programme'>) {
  const t = useWords(programmeWords);
  const say = useSay();
  const format = useFormat();
  const group = (sectors: readonly Sector[]) => sectors.map(sector => say(SECTOR, sector)).join(' / ');
  const { summaryMinLength, minPartners, minSectors, requiredSectors, projectMinYears, projectMaxYears } = gatePolicy;
  return (
    <ul className="plain" aria-label={t.asks}>
      <li>{t.asksSummary(summaryMinLength)}</li>
      <li>{t.asksPartners(minPartners, minSectors)}</li>
      {requiredSectors.length > 0 && <li>{t.asksSector(requiredSectors.map(group).join('; '))}</li>}
      <li>{t.asksYears(format.number(projectMinYears), format.number(projectMaxYears))}</li>
    </ul>
  );
}
