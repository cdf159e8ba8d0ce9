import { useQuery } from 'urql';
import { PlanTextsDocument } from '../../../gql/graphql';
import { Answered } from '../../../parts/states';
import type { ShownIdea } from '../../idea-page';
import { textsOf } from '../plan/plan-part';
import type { ShownProject } from '../project-part';
import { ReviseForm } from './revise-form';

interface RevisePartProps {
  idea: ShownIdea;
  project: ShownProject;
  onClose: () => void;
}

/** Amends a project under way, with what its plan says in both languages. */
export function RevisePart({ idea, project, onClose }: RevisePartProps) {
  const [answer, again] = useQuery({ query: PlanTextsDocument, variables: { code: idea.code } });
  return (
    <Answered answer={answer} again={again}>
      {data => (
        <ReviseForm project={project} years={idea.programme.gatePolicy} texts={textsOf(data)} onClose={onClose} />
      )}
    </Answered>
  );
}
