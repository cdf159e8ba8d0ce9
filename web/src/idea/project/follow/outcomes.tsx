import { useState } from 'react';
import { OBJECTIVE, OUTCOME_KIND, OUTCOME_STATUS } from '../../../language/domain-words';
import { useFormat } from '../../../language/format';
import { useSay, useWords } from '../../../language/language';
import { Icon } from '../../../parts/icon';
import type { MayFollow, ShownProject } from '../project-part';
import { projectWords } from '../project-words';
import { AmendDialog, type SmallAmendment } from './amend-dialog';
import { Dropped } from './dropped';
import { OutcomeDialog } from './outcome-dialog';

export type ShownOutcome = ShownProject['outcomes'][number];

interface OutcomesProps {
  project: ShownProject;
  may: MayFollow;
}

/** What the project shall bring forth, and how far each has come. */
export function Outcomes({ project, may }: OutcomesProps) {
  const { outcomes } = project;
  const t = useWords(projectWords);
  const [changing, setChanging] = useState<ShownOutcome>();
  const [amending, setAmending] = useState<SmallAmendment>();
  const planned = outcomes.filter(({ droppedAt }) => !droppedAt);
  return (
    <>
      <h3 id="outcomes">{t.outcomes}</h3>
      {outcomes.length === 0 && <p className="soft">{t.noOutcomes}</p>}
      <ul className="rows" aria-labelledby="outcomes">
        {planned.map(outcome => (
          <OutcomeRow
            key={outcome.id}
            outcome={outcome}
            onChange={may.follow ? () => setChanging(outcome) : undefined}
          />
        ))}
        <Dropped list="outcomes" parts={outcomes} onTakeBack={may.revise ? setAmending : undefined} />
      </ul>
      {amending && <AmendDialog project={project} amendment={amending} onClose={() => setAmending(undefined)} />}
      {changing && <OutcomeDialog outcome={changing} onClose={() => setChanging(undefined)} />}
    </>
  );
}

interface OutcomeRowProps {
  outcome: ShownOutcome;
  onChange: (() => void) | undefined;
}

function OutcomeRow({ outcome, onChange }: OutcomeRowProps) {
  const t = useWords(projectWords);
  const say = useSay();
  const format = useFormat();
  const { kind, title, status, deliveredOn, environmentalObjectives: objectives } = outcome;
  const isDelivered = status === 'DELIVERED';
  const told = [
    say(OUTCOME_STATUS, status) + (deliveredOn ? ` ${format.shortDate(deliveredOn)}` : ''),
    ...objectives.map(code => say(OBJECTIVE, code)),
  ];
  return (
    <li className={`followed ${isDelivered ? 'done' : ''}`}>
      <span className="number" aria-hidden="true">
        <Icon name={isDelivered ? 'check' : status === 'IN_DEVELOPMENT' ? 'play' : 'circle'} />
      </span>
      <div>
        <span className="soft">{say(OUTCOME_KIND, kind)}:</span> {title}
        <p className="soft">{told.join(' · ')}</p>
      </div>
      {onChange && (
        <button type="button" className="small" onClick={onChange}>
          {t.changeStatus}
          <span className="unseen"> {title}</span>
        </button>
      )}
    </li>
  );
}
