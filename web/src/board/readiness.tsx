import type { IdeaCardFragment } from '../gql/graphql';
import { STAGE } from '../language/domain-words';
import { useSay, useWords } from '../language/language';
import { Icon } from '../parts/icon';
import { Ring } from '../parts/ring';
import { boardWords } from './words';

/** How ready an idea is for its next stage; a flag once it is a project. */
export function Readiness({ readiness }: { readiness: IdeaCardFragment['readiness'] }) {
  const t = useWords(boardWords);
  const say = useSay();
  if (!readiness) {
    return (
      <span className="arrived" title={t.atEnd}>
        <Icon name="flag" />
        <span className="unseen">{t.atEnd}</span>
      </span>
    );
  }
  const met = readiness.requirements.filter(requirement => requirement.met).length;
  const withheld = readiness.withheld.length;
  const of = readiness.requirements.length + withheld;
  const label = t.ready(met, of, say(STAGE, readiness.to));
  return (
    <Ring met={met} of={of} withheld={withheld} label={withheld > 0 ? `${label}, ${t.withheld(withheld)}` : label} />
  );
}
