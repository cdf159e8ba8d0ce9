import { OBJECTIVE, SECTOR } from '../language/domain-words';
import { useFormat } from '../language/format';
import { useSay, useWords } from '../language/language';
import type { ShownCall } from './call-page';
import { callWords } from './words';

/** What a call asks of those who apply, and where it was read. */
export function Rules({ call }: { call: ShownCall }) {
  const t = useWords(callWords);
  const format = useFormat();
  const rows = useRows(call);
  return (
    <section className="panel facts" aria-labelledby="rules">
      <h2 id="rules">{t.rules}</h2>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {call.source && (
        <p className="soft source">{t.importedFrom(call.source.system, format.shortDate(call.source.importedAt))}</p>
      )}
    </section>
  );
}

function useRows(call: ShownCall): (readonly [string, string])[] {
  const t = useWords(callWords);
  const say = useSay();
  const { trlMin, trlMax } = call;
  const rows: (readonly [string, string | null | undefined | false])[] = [
    [t.minPartners, call.minPartners?.toString()],
    [t.minCountries, call.minCountries?.toString()],
    [t.requiredSectors, call.requiredSectors.map(sector => say(SECTOR, sector)).join(', ')],
    [t.trl, (trlMin ?? trlMax) != null && `${trlMin ?? 1}–${trlMax ?? 9}`],
    [t.focusAreas, call.focusAreas.map(({ name }) => name).join(', ')],
    [t.environmentalObjectives, call.environmentalObjectives.map(code => say(OBJECTIVE, code)).join(', ')],
  ];
  return rows.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}
