import { Link } from 'wouter';
import { useFormat } from '../language/format';
import { useLanguage, useWords } from '../language/language';
import type { AreaOfTree } from './focus-areas-page';
import { areaWords } from './words';

interface AreaRowProps {
  area: AreaOfTree;
  /** What may be done; nothing for those who only read. */
  deeds: Deeds | undefined;
}

/** What each area's buttons do. */
interface Deeds {
  onAdd: (parent: AreaOfTree) => void;
  onEdit: (area: AreaOfTree) => void;
  onRetire: (area: AreaOfTree) => void;
}

/** One area in both languages, and its parts. */
export function AreaRow({ area, deeds }: AreaRowProps) {
  const t = useWords(areaWords);
  const format = useFormat();
  const { code, nameSv, nameEn, ideas, children, retiredAt } = area;
  return (
    <li>
      <div className="panel area">
        <div>
          <h2>
            <span lang="sv">{nameSv}</span>
            {nameEn !== nameSv && (
              <>
                {' / '}
                <span lang="en">{nameEn}</span>
              </>
            )}
          </h2>
          <p className="soft">
            <span className="code">{code}</span> ·{' '}
            <Link href={`/?area=${code}&state=all`}>{ideas ? t.ideas(ideas.totalCount) : t.itsIdeas}</Link>
            {retiredAt && ` · ${t.outOfUse(format.shortDate(retiredAt))}`}
          </p>
          <Description area={area} />
        </div>
        {deeds && (
          <p className="deeds">
            <button type="button" aria-label={t.edit(nameSv)} onClick={() => deeds.onEdit(area)}>
              {t.editShort}
            </button>
            {children && !retiredAt && (
              <button type="button" aria-label={t.addPart(nameSv)} onClick={() => deeds.onAdd(area)}>
                {t.addPartShort}
              </button>
            )}
            {!retiredAt && (
              <button type="button" aria-label={t.retire(nameSv)} onClick={() => deeds.onRetire(area)}>
                {t.retireShort}
              </button>
            )}
          </p>
        )}
      </div>
      {children && children.length > 0 && (
        <ul>
          {children.map(child => (
            <AreaRow key={child.id} area={child} deeds={deeds} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Description({ area: { descriptionSv, descriptionEn } }: Pick<AreaRowProps, 'area'>) {
  const tongue = useLanguage();
  const shown = tongue === 'en' ? descriptionEn : descriptionSv;
  return shown ? <p>{shown}</p> : null;
}
