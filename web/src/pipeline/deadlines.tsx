import { Link } from 'wouter';
import { REQUIREMENT, RISK } from '../language/domain-words';
import { useFormat } from '../language/format';
import { useSay, useWords } from '../language/language';
import { Deadline } from '../parts/deadline';
import { Empty } from '../parts/states';
import { Chart } from './chart/chart';
import type { ShownPipeline } from './pipeline-page';
import { pipelineWords } from './words';

type Warning = ShownPipeline['deadlines'][number];

/** What an idea still lacks, in words; of what is withheld it is said that it is. */
function useMissing() {
  const t = useWords(pipelineWords);
  const say = useSay();
  const named = (codes: readonly Warning['withheld'][number][]) => codes.map(code => say(REQUIREMENT, code)).join('; ');
  return ({ unmet, withheld }: Warning) =>
    [named(unmet.map(({ code }) => code)), withheld.length > 0 ? t.withheld(named(withheld)) : '']
      .filter(part => part !== '')
      .join('; ') || t.nothing;
}

/** What is due within ninety days, and how likely it is to be missed. */
export function Deadlines({ deadlines }: Pick<ShownPipeline, 'deadlines'>) {
  const t = useWords(pipelineWords);
  const say = useSay();
  const format = useFormat();
  const missing = useMissing();
  const figures = {
    columns: [t.deadline, t.daysLeft, t.idea, t.call, t.risk, t.unmet],
    rows: deadlines.map(warning => [
      format.shortDate(warning.at),
      warning.daysLeft,
      `${warning.idea.code} ${warning.idea.title}`,
      warning.call.identifier,
      say(RISK, warning.risk),
      missing(warning),
    ]),
  };
  return (
    <Chart title={t.deadlines} file="deadlines" figures={figures} className="whole" listed={deadlines.length}>
      {deadlines.length === 0 && <Empty title={t.noDeadlines} />}
      <ul className="rows">
        {deadlines.map(warning => (
          <WarningRow key={`${warning.idea.id} ${warning.call.id} ${warning.at}`} warning={warning} />
        ))}
      </ul>
    </Chart>
  );
}

function WarningRow({ warning }: { warning: Warning }) {
  const t = useWords(pipelineWords);
  const say = useSay();
  const missing = useMissing();
  const { at, risk, idea, call } = warning;
  return (
    <li className="warning">
      <span className={`pill risk-${risk.toLowerCase()}`}>{say(RISK, risk)}</span>
      <span>
        <Link href={`/ideas/${idea.code}`}>
          {idea.code} {idea.title}
        </Link>
        <br />
        <span className="soft">
          {t.unmet}: {missing(warning)}
        </span>
      </span>
      <span>
        <Link href={`/calls/${encodeURIComponent(call.identifier)}`}>{call.title}</Link>
        <br />
        <Deadline at={at} />
      </span>
    </li>
  );
}
