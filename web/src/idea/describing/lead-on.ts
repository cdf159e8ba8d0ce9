import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useOpenedBy } from '../../parts/opened-by';
import type { ShownIdea } from '../idea-page';

/** What the description lacks: the summary while it is too short, and then the challenge. */
function lacking({ readiness }: ShownIdea): string {
  const described = readiness?.requirements.find(({ code }) => code === 'DESCRIBED');
  return Number(described?.actual) < Number(described?.required) ? 'summary' : 'challenge';
}

/** `#describe` leads on to what the description lacks: those who link to it don't know which that is. */
export function useDescribeLeadsOn(idea: ShownIdea): void {
  const describe = useOpenedBy('describe');
  const [, go] = useLocation();
  useEffect(() => {
    if (!describe.open) return;
    describe.close();
    go(`/ideas/${idea.code}#${lacking(idea)}`, { replace: true });
  });
}
