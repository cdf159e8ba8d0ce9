import { useQuery } from 'urql';
import { PlanTextsDocument, type PlanTextsQuery } from '../../../gql/graphql';
import { Answered } from '../../../parts/states';
import type { ShownIdea } from '../../idea-page';
import { PlanForm } from './plan-form';
import type { Both } from './row-fields';

interface PlanPartProps {
  idea: ShownIdea;
  onClose: () => void;
}

/** Plans the project, or plans it anew with what the plan says in both languages. */
export function PlanPart({ idea, onClose }: PlanPartProps) {
  const [answer, again] = useQuery({ query: PlanTextsDocument, variables: { code: idea.code }, pause: !idea.project });
  if (!idea.project) return <PlanForm idea={idea} texts={new Map()} onClose={onClose} />;
  return (
    <Answered answer={answer} again={again}>
      {data => <PlanForm idea={idea} texts={textsOf(data)} onClose={onClose} />}
    </Answered>
  );
}

/** The texts by the id of their part. Reading falls back to Swedish; a text that is the same in both was never translated. */
export function textsOf({ idea }: PlanTextsQuery): ReadonlyMap<string, Both> {
  const { milestones = [], outcomes = [], indicators = [] } = idea?.project ?? {};
  return new Map(
    [...milestones, ...outcomes, ...indicators].map(({ id, sv, en }) => [id, { sv, en: en === sv ? '' : en }]),
  );
}
