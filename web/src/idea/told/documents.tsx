import { AddLinkDocument, RemoveLinkDocument, type ShownLinkFragment } from '../../gql/graphql';
import { LINK_KIND } from '../../language/domain-words';
import { useSay, useWords } from '../../language/language';
import { useSending, useChange } from '../../parts/form/use-change';
import { Problems } from '../../parts/form/problems';
import { Icon } from '../../parts/icon';
import { useOpenedBy, useReachedBy } from '../../parts/opened-by';
import { toast } from '../../parts/toasts';
import type { ShownIdea } from '../idea-page';
import { AddLinkDialog } from './add-link-dialog';
import { toldWords } from './words';

/** Documents where they lie. Only who is inside the idea sees any. */
export function Documents({ idea }: { idea: ShownIdea }) {
  const t = useWords(toldWords);
  const heading = useReachedBy<HTMLHeadingElement>('documents');
  const adding = useOpenedBy('add-link');
  const may = idea.viewerCan.includes('MANAGE_LINKS');
  if (idea.links.length === 0 && !may) return null;
  return (
    <section className="panel" aria-labelledby="documents">
      <h2 id="documents" ref={heading} tabIndex={-1}>
        {t.documents}
      </h2>
      {idea.links.length === 0 && <p className="soft">{t.noDocuments}</p>}
      <ul className="documents">
        {idea.links.map(link => (
          <LinkRow key={link.id} idea={idea} link={link} mayRemove={may} />
        ))}
      </ul>
      {may && (
        <button type="button" className="small" onClick={() => adding.show()}>
          <Icon name="plus" />
          {t.addLink}
        </button>
      )}
      {may && adding.open && <AddLinkDialog idea={idea} onClose={adding.close} />}
    </section>
  );
}

interface LinkRowProps {
  idea: ShownIdea;
  link: ShownLinkFragment;
  mayRemove: boolean;
}

function LinkRow({ idea, link, mayRemove }: LinkRowProps) {
  const t = useWords(toldWords);
  const say = useSay();
  const { remove, problems } = useRemove(idea);
  const about = nameOf(link.about);
  return (
    <li>
      <div>
        <a href={link.url} target="_blank" rel="noopener noreferrer nofollow">
          {link.title}
        </a>
        <p className="soft">
          {say(LINK_KIND, link.kind)}
          {about && ` · ${about}`}
        </p>
        <Problems problems={problems} />
      </div>
      {mayRemove && (
        <button
          type="button"
          className="quiet round"
          aria-label={t.remove(link.title)}
          onClick={() => void remove(link)}
        >
          <Icon name="cross" />
        </button>
      )}
    </li>
  );
}

/** What of an idea a document is about, as people call it. */
export function nameOf(about: ShownLinkFragment['about']): string | undefined {
  if (about?.__typename === 'Membership') return about.partner.name;
  if (about?.__typename === 'Application') return about.call.identifier;
  if (about?.__typename === 'Milestone' || about?.__typename === 'Outcome') return about.title;
  return undefined;
}

/** Removes a link; the way back is the same link added anew. */
function useRemove({ id: ideaId }: ShownIdea) {
  const t = useWords(toldWords);
  const change = useChange(RemoveLinkDocument);
  const adding = useSending(AddLinkDocument);
  const remove = async ({ id, kind, title, url, about }: ShownLinkFragment) => {
    if (!(await change.send(id))) return;
    const again = { ideaId, kind, title, url, aboutId: about?.id ?? null };
    const back = async () => {
      const { refused } = await adding(again);
      toast({ text: refused[0]?.message ?? t.restored });
    };
    toast({ text: t.removed(title), undo: () => void back() });
  };
  return { ...change, remove };
}
