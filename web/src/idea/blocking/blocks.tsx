import { Readiness } from '../../board/readiness';
import { STAGE } from '../../language/domain-words';
import { useSay, useWords } from '../../language/language';
import { REMEDY } from '../../moves/remedies';
import { Requirements } from '../../moves/requirements';
import type { ShownIdea } from '../idea-page';
import { ideaWords } from '../words';
import { Remedy } from './remedy';
import { WhoMay } from './who-may';

/** The gate ahead: what is missing first, each with its way to being met, then what is met. */
export function Blocks({ idea }: { idea: ShownIdea }) {
  const t = useWords(ideaWords);
  const say = useSay();
  const { readiness } = idea;
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
          <h2 id="blocks" tabIndex={-1}>
            {unmet.length > 0 ? t.blocks : readiness.ready ? t.blocksNothing : t.blocksNothingShown}
          </h2>
          <p className="soft">
            {unmet.length > 0 ? t.left(unmet.length, stage) : readiness.ready ? t.readyFor(stage) : t.shownMet(stage)}
          </p>
        </div>
        <Readiness readiness={readiness} />
      </div>
      <Requirements
        requirements={[...unmet, ...met]}
        withheld={readiness.withheld}
        remedy={code => <Remedy code={code} idea={idea} />}
      />
      {unmet.some(({ code }) => !idea.viewerCan.includes(REMEDY[code].may)) && <WhoMay idea={idea} />}
    </section>
  );
}
