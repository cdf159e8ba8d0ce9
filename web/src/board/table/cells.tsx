import type { ReactNode } from 'react';
import type { IdeaRowFragment } from '../../gql/graphql';
import { STAGE, STATE } from '../../language/domain-words';
import { useFormat } from '../../language/format';
import { useSay } from '../../language/language';
import { useMissingSectors } from '../../language/sectors';
import { Deadline } from '../../parts/deadline';
import { namesOf } from '../card/people';
import { Readiness } from '../readiness';
import type { FieldName } from './fields';
import { askedFor } from './sums';

/** What stands in a row for each field but the title, which heads the row. */
export function useCells(idea: IdeaRowFragment): Record<Exclude<FieldName, 'title'>, ReactNode> {
  const say = useSay();
  const format = useFormat();
  const named = useMissingSectors();
  return {
    code: <span className="code">{idea.code}</span>,
    stage: (
      <>
        <span className={`stage-dot stage-${idea.stage.toLowerCase()}`} aria-hidden="true" /> {say(STAGE, idea.stage)}
      </>
    ),
    state: say(STATE, idea.state),
    owner: idea.owner.name,
    members: namesOf(idea).slice(1).join(', ') || '–',
    areas: idea.focusAreas.map(({ name }) => name).join(', ') || '–',
    ready: <Readiness readiness={idea.readiness} />,
    missing: named(idea.consortium.missingSectors).join(', ') || '–',
    days: format.number(idea.daysInStage),
    deadline: idea.nextDeadline ? <Deadline at={idea.nextDeadline} /> : '–',
    asked:
      askedFor(idea.applications ?? [])
        .map(format.bigMoney)
        .join(' + ') || '–',
    trl: idea.technologyReadinessLevel ?? '–',
    updated: format.shortDate(idea.updatedAt),
    created: format.shortDate(idea.createdAt),
  };
}
