import { useFormat } from '../../language/format';
import { useSay, useWords } from '../../language/language';
import { SECTOR_OR_BUSINESS, soughtSectors, type SectorOrBusiness } from '../../language/sectors';
import { Icon } from '../../parts/icon';
import { useOpenedBy, useReachedBy } from '../../parts/opened-by';
import { Empty } from '../../parts/states';
import type { ShownIdea } from '../idea-page';
import { ideaWords } from '../words';
import { JoiningPart } from '../joining/joining-part';
import { AddMemberDialog } from './add-member-dialog';
import { CoordinatorDialog } from './coordinator-dialog';
import { MemberRow } from './member-row';
import { consortiumWords } from './words';

/** Who is in, and an empty chair for each sector that isn't; who may, fills and changes them. */
export function ConsortiumPart({ idea }: { idea: ShownIdea }) {
  const t = useWords(ideaWords);
  const { add } = useWords(consortiumWords);
  const adding = useOpenedBy('add-member');
  const appointing = useOpenedBy('coordinator');
  const may = idea.viewerCan.includes('MANAGE_CONSORTIUM');
  const { memberships, missingSectors } = idea.consortium;
  return (
    <section className="panel" aria-labelledby="consortium">
      <div className="panel-head">
        <h2 id="consortium" tabIndex={-1} ref={useReachedBy<HTMLHeadingElement>('consortium')}>
          {t.consortium}
        </h2>
        <Sums consortium={idea.consortium} />
      </div>
      {memberships.length === 0 && (
        <Empty title={t.noMembers}>
          <p>{t.noMembersMore}</p>
        </Empty>
      )}
      <Places>
        {memberships.map(member => (
          <MemberRow key={member.id} idea={idea} member={member} onHandOver={() => appointing.show()} />
        ))}
        {soughtSectors(missingSectors).map(sector => (
          <EmptyChair key={sector} sector={sector} onFill={may ? () => adding.show(sector) : undefined} />
        ))}
      </Places>
      {may && (
        <button type="button" onClick={() => adding.show()}>
          <Icon name="plus" />
          {add}
        </button>
      )}
      <JoiningPart idea={idea} />
      {may && adding.open && <AddMemberDialog idea={idea} about={adding.about} onClose={adding.close} />}
      {may && appointing.open && <CoordinatorDialog idea={idea} onClose={appointing.close} />}
    </section>
  );
}

/** The places round the table. Letters and commitments stand there, so their addresses lead there. */
function Places({ children }: { children: React.ReactNode }) {
  const t = useWords(ideaWords);
  const letters = useReachedBy<HTMLUListElement>('letters');
  const commitments = useReachedBy<HTMLDivElement>('commitments');
  return (
    <div id="commitments" tabIndex={-1} ref={commitments}>
      <ul id="letters" className="members" tabIndex={-1} ref={letters} aria-label={t.members}>
        {children}
      </ul>
    </div>
  );
}

function Sums({ consortium: { countries, commitments } }: Pick<ShownIdea, 'consortium'>) {
  const t = useWords(ideaWords);
  const format = useFormat();
  return (
    <p className="soft">
      {countries.length > 0 && `${t.countries}: ${format.list(countries.map(format.country))}`}
      {commitments.length > 0 && ` · ${t.committed}: ${format.list(commitments.map(format.money))}`}
    </p>
  );
}

function EmptyChair({ sector, onFill }: { sector: SectorOrBusiness; onFill: (() => void) | undefined }) {
  const t = useWords(ideaWords);
  const say = useSay();
  const told = (
    <>
      <Icon name="plus" />
      <span>
        {t.missingSector}: <strong>{say(SECTOR_OR_BUSINESS, sector)}</strong>
      </span>
    </>
  );
  if (!onFill) return <li className="member empty-chair">{told}</li>;
  return (
    <li>
      <button type="button" className="member empty-chair" onClick={onFill}>
        {told}
      </button>
    </li>
  );
}
