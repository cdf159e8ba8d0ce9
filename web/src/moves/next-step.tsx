import { Link } from 'wouter';
import type { IdeaAction, RequirementCode } from '../gql/graphql';
import { useLanguage } from '../language/language';
import { Icon } from '../parts/icon';
import { REMEDY } from './remedies';

interface NextStepProps {
  code: RequirementCode;
  idea: { code: string; viewerCan: readonly IdeaAction[] };
  onGo?: (() => void) | undefined;
}

/** The way to what a requirement asks for, for whoever may go there. */
export function NextStep({ code, idea, onGo }: NextStepProps) {
  const tongue = useLanguage();
  const { may, hash, deed } = REMEDY[code];
  if (!idea.viewerCan.includes(may)) return null;
  return (
    <Link href={`/ideas/${idea.code}#${hash}`} className="next-step" onClick={onGo}>
      {deed[tongue]}
      <Icon name="forward" />
    </Link>
  );
}
