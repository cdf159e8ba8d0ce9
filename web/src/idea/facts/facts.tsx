import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { MISSION, OBJECTIVE } from '../../language/domain-words';
import { useSay, useWords } from '../../language/language';
import { useOpenedBy } from '../../parts/opened-by';
import { Editable } from '../describing/editable';
import type { PartName } from '../describing/parts';
import type { ShownIdea } from '../idea-page';
import { TransferDialog } from '../joining/transfer-dialog';
import { joiningWords } from '../joining/words';
import { ideaWords } from '../words';

/** What the idea is about and whose it is; each part can be edited where it stands by those who may. */
export function Facts({ idea }: { idea: ShownIdea }) {
  const t = useWords(ideaWords);
  const say = useSay();
  return (
    <section className="panel facts" aria-label={t.stands}>
      <Challenge idea={idea} />
      <Fact name={t.owner}>
        <Link href={`/partners/${idea.owner.slug}`}>{idea.owner.name}</Link>
        <Transfer idea={idea} />
      </Fact>
      <Fact name={t.programme}>{idea.programme.name}</Fact>
      <EditableFact idea={idea} part="focus-areas" name={t.areas}>
        {idea.focusAreas.map(({ name }) => name).join(', ')}
      </EditableFact>
      <EditableFact idea={idea} part="objectives" name={t.objectives}>
        {idea.environmentalObjectives.map(code => say(OBJECTIVE, code)).join(', ')}
      </EditableFact>
      <EditableFact idea={idea} part="missions" name={t.missions}>
        {idea.missions.map(code => say(MISSION, code)).join(', ')}
      </EditableFact>
      <EditableFact idea={idea} part="trl" name={t.trl}>
        {idea.technologyReadinessLevel && t.trlOf(idea.technologyReadinessLevel)}
      </EditableFact>
      <EditableFact idea={idea} part="contact" name={t.contact}>
        {idea.contactEmail && <a href={`mailto:${idea.contactEmail}`}>{idea.contactEmail}</a>}
      </EditableFact>
      <EditableFact idea={idea} part="visibility" name={t.seenBy}>
        {t.visibility[idea.visibility]}
      </EditableFact>
    </section>
  );
}

/** The way to another owner, for those who may take it. */
function Transfer({ idea }: { idea: ShownIdea }) {
  const t = useWords(joiningWords);
  const transferring = useOpenedBy('transfer');
  if (!idea.viewerCan.includes('TRANSFER')) return null;
  return (
    <>
      {' '}
      <button type="button" className="quiet small" onClick={() => transferring.show()}>
        {t.transfer}
      </button>
      {transferring.open && <TransferDialog idea={idea} onClose={transferring.close} />}
    </>
  );
}

function Challenge({ idea }: { idea: ShownIdea }) {
  const t = useWords(ideaWords);
  if (!idea.challenge && !idea.viewerCan.includes('UPDATE')) return null;
  return (
    <div className="challenge">
      <Editable idea={idea} part="challenge">
        <h2>{t.challenge}</h2>
        <p className={idea.challenge ? '' : 'soft'}>{idea.challenge ?? t.nothingYet}</p>
      </Editable>
    </div>
  );
}

interface EditableFactProps {
  idea: ShownIdea;
  part: PartName;
  name: string;
  children: ReactNode;
}

/** A fact with its pen. What isn't there yet is named only for those who may fill it in. */
function EditableFact({ idea, part, name, children }: EditableFactProps) {
  const t = useWords(ideaWords);
  if (!children && !idea.viewerCan.includes('UPDATE')) return null;
  return (
    <Editable idea={idea} part={part}>
      <Fact name={name}>{children || <span className="soft">{t.nothingYet}</span>}</Fact>
    </Editable>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <dl className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </dl>
  );
}
