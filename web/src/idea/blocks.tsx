import { Readiness } from '../board/readiness';
import { REQUIREMENT, STAGE } from '../language/domain-words';
import { useSay, useWords } from '../language/language';
import { Requirements } from '../moves/requirements';
import type { ShownIdea } from './idea-page';
import { ideaWords } from './words';

/** The gate ahead: what is missing first, then what is met. */
export function Blocks({ idea: { readiness } }: { idea: ShownIdea }) {
  const t = useWords(ideaWords);
  const say = useSay();
  if (!readiness) {
    return (
      <section className="panel arrived-panel">
        <p>{t.atEnd}</p>
      </section>
    );
  }
  const unmet = readiness.requirements.filter(({ met }) => !met);
  const met = readiness.requirements.filter(requirement => requirement.met);
  const stage = say(STAGE, readiness.to);
  return (
    <section className="panel" aria-labelledby="blocks">
      <div className="panel-head">
        <div>
          <h2 id="blocks">{unmet.length > 0 ? t.blocks : readiness.ready ? t.blocksNothing : t.blocksNothingShown}</h2>
          <p className="soft">
            {unmet.length > 0 ? t.left(unmet.length, stage) : readiness.ready ? t.readyFor(stage) : t.shownMet(stage)}
          </p>
          {readiness.withheld.length > 0 && (
            <p className="soft">{t.withheld(readiness.withheld.map(code => say(REQUIREMENT, code)).join(', '))}</p>
          )}
        </div>
        <Readiness readiness={readiness} />
      </div>
      <Requirements requirements={[...unmet, ...met]} />
    </section>
  );
}
