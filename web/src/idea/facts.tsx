import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { MISSION, OBJECTIVE } from '../language/domain-words';
import { useSay, useWords } from '../language/language';
import type { ShownIdea } from './idea-page';
import { ideaWords } from './words';

/** What the idea is about and whose it is. */
export function Facts({ idea }: { idea: ShownIdea }) {
  const t = useWords(ideaWords);
  const say = useSay();
  return (
    <section className="panel facts" aria-label={t.stands}>
      {idea.challenge && (
        <div className="challenge">
          <h2>{t.challenge}</h2>
          <p>{idea.challenge}</p>
        </div>
      )}
      <dl>
        <Fact name={t.owner}>
          <Link href={`/partners/${idea.owner.slug}`}>{idea.owner.name}</Link>
        </Fact>
        <Fact name={t.areas}>{idea.focusAreas.map(({ name }) => name).join(', ')}</Fact>
        <Fact name={t.objectives}>{idea.environmentalObjectives.map(code => say(OBJECTIVE, code)).join(', ')}</Fact>
        <Fact name={t.missions}>{idea.missions.map(code => say(MISSION, code)).join(', ')}</Fact>
        <Fact name={t.trl}>{idea.technologyReadinessLevel && t.trlOf(idea.technologyReadinessLevel)}</Fact>
        <Fact name={t.seenBy}>{t.visibility[idea.visibility]}</Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
