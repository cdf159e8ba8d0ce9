import type { ReactNode } from 'react';
import { useWords } from '../../language/language';
import { useOpenedBy, useReachedBy } from '../../parts/opened-by';
import { Empty } from '../../parts/states';
import type { ShownIdea } from '../idea-page';
import { Indicators } from './follow/indicators';
import { Milestones } from './follow/milestones';
import { Outcomes } from './follow/outcomes';
import { Progress } from './follow/progress';
import { Timeline } from './follow/timeline';
import { Revisions } from './follow/revisions';
import { PlanPart } from './plan/plan-part';
import { projectWords } from './project-words';
import { RevisePart } from './revise/revise-part';
import '../../styles/idea/project.css';

/** A project as its idea's page shows it. */
export type ShownProject = NonNullable<ShownIdea['project']>;

/** The project an idea has become, or plans to: its plan, and how far it has come. */
export function ProjectPart({ idea }: { idea: ShownIdea }) {
  const t = useWords(projectWords);
  const plan = useOpenedBy('plan');
  const revise = useOpenedBy('revise');
  const may = useMay(idea);
  // Where the plan can be written it opens, and the address leads into it.
  const heading = useReachedBy<HTMLHeadingElement>(may.plan ? 'project' : 'plan');
  if (!idea.project && !may.plan) return null;
  return (
    <section className="panel project" aria-labelledby="project">
      <div className="panel-head">
        <h2 id="project" ref={heading} tabIndex={-1}>
          {t.project}
        </h2>
        {may.plan && !plan.open && (
          <button type="button" className="small" onClick={() => plan.show()}>
            {idea.project ? t.planAnew : t.plan}
          </button>
        )}
        {may.revise && !revise.open && (
          <button type="button" className="small" onClick={() => revise.show()}>
            {t.revise}
          </button>
        )}
      </div>
      {plan.open && may.plan ? (
        <PlanPart idea={idea} onClose={plan.close} />
      ) : revise.open && may.revise && idea.project ? (
        <RevisePart idea={idea} project={idea.project} onClose={revise.close} />
      ) : idea.project ? (
        <Followed project={idea.project} may={may} note={may.note} />
      ) : (
        <Empty title={t.none}>
          <p>{t.noneMore}</p>
        </Empty>
      )}
    </section>
  );
}

/** Whether anything of a plan is done: then it isn't replaced any more. */
const hasBegun = ({ milestones, outcomes, indicators }: ShownProject) =>
  milestones.some(({ completedOn }) => completedOn) ||
  outcomes.some(({ status }) => status !== 'PLANNED') ||
  indicators.some(({ measurements }) => measurements.length > 0);

/** What the viewer may do to the project now, and why not the rest. */
function useMay({ viewerCan, stage, project }: ShownIdea) {
  const t = useWords(projectWords);
  const manages = viewerCan.includes('MANAGE_PROJECT');
  const isProject = stage === 'PROJECT';
  const revise = manages && !!project && (isProject || (stage === 'FUNDING_APPLICATION' && !!project.baseline));
  const plan = manages && !revise && (!project || (!isProject && !hasBegun(project)));
  const note = !manages ? undefined : isProject ? t.fixed : t.followLater;
  return { plan, revise, follow: manages && isProject, note };
}

/** What the viewer may do to the parts of a plan under way. */
export interface MayFollow {
  /** Say how far they have come. */
  follow: boolean;
  /** Amend them. */
  revise: boolean;
}

interface FollowedProps {
  project: ShownProject;
  may: MayFollow;
  note: ReactNode;
}

function Followed({ project, may, note }: FollowedProps) {
  return (
    <>
      {note && <p className="soft">{note}</p>}
      <Progress project={project} />
      <Timeline project={project} />
      <Milestones project={project} may={may} />
      <Outcomes project={project} may={may} />
      {project.indicators.length > 0 && <Indicators project={project} may={may} />}
      <Revisions project={project} />
    </>
  );
}
