import type { ShownStatusFragment } from '../../gql/graphql';
import { HEALTH } from '../../language/domain-words';
import { useFormat } from '../../language/format';
import { useSay, useWords } from '../../language/language';
import { Icon } from '../../parts/icon';
import { useOpenedBy, useReachedBy } from '../../parts/opened-by';
import { Empty } from '../../parts/states';
import type { ShownIdea } from '../idea-page';
import { PostStatusDialog } from './post-status-dialog';
import { toldWords } from './words';

/** How the idea goes by its newest status update, and how it went before. Only who is inside it sees any. */
export function StatusPart({ idea }: { idea: ShownIdea }) {
  const t = useWords(toldWords);
  const heading = useReachedBy<HTMLHeadingElement>('status');
  const posting = useOpenedBy('post-status');
  const may = idea.viewerCan.includes('POST_STATUS_UPDATE');
  const [newest, ...earlier] = idea.statusUpdates.nodes;
  if (!newest && !may) return null;
  return (
    <section className="panel" aria-labelledby="status">
      <div className="panel-head">
        <h2 id="status" ref={heading} tabIndex={-1}>
          {t.status}
        </h2>
        {may && (
          <button type="button" className="small" onClick={() => posting.show()}>
            <Icon name="plus" />
            {t.post}
          </button>
        )}
      </div>
      {newest ? (
        <Told update={newest} />
      ) : (
        <Empty title={t.none}>
          <p>{t.noneMore}</p>
        </Empty>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{t.older(earlier.length)}</summary>
          {earlier.map(update => (
            <Told key={update.id} update={update} />
          ))}
        </details>
      )}
      {may && posting.open && <PostStatusDialog idea={idea} onClose={posting.close} />}
    </section>
  );
}

function Told({ update }: { update: ShownStatusFragment }) {
  const t = useWords(toldWords);
  const say = useSay();
  const format = useFormat();
  const { health, summary, nextStep, nextStepDueOn, at, by } = update;
  return (
    <article className="told">
      <p className="told-head">
        <span className={`health ${health.toLowerCase()}`}>{say(HEALTH, health)}</span>
        <span className="soft">
          <time dateTime={at}>{format.moment(at)}</time> · {by.name}
        </span>
      </p>
      <p className="told-text">{summary}</p>
      {nextStep && (
        <p className="told-text">
          <strong>{t.next}:</strong> {nextStep}
          {nextStepDueOn && <span className="soft"> ({t.dueOn(format.date(nextStepDueOn))})</span>}
        </p>
      )}
    </article>
  );
}
