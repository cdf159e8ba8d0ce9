import { useState } from 'react';
import { useQuery } from 'urql';
import { useAdmin } from '../calls/use-admin';
import { FocusAreasDocument, type AreaRowFragment, type AreaTextsFragment } from '../gql/graphql';
import { useWords } from '../language/language';
import { Icon } from '../parts/icon';
import { Page } from '../parts/page';
import { Answered, Empty } from '../parts/states';
import { AddDialog } from './add-dialog';
import { AreaRow } from './area-row';
import { EditDialog } from './edit-dialog';
import { RetireDialog } from './retire-dialog';
import { areaWords } from './words';
import '../styles/board.css';
import '../styles/idea.css';
import '../styles/keeping/focus-areas.css';

/** An area with its parts, as far down as the page shows them. */
export type AreaOfTree = AreaTextsFragment & Partial<AreaRowFragment> & { children?: readonly AreaOfTree[] };

/** What an administrator is about to do. */
type Doing = { add: AreaOfTree | null } | { edit: AreaOfTree } | { retire: AreaOfTree };

/** The tree of focus areas; administrators add to it, edit it and take areas out of use. */
export function FocusAreasPage() {
  const t = useWords(areaWords);
  const [answer, again] = useQuery({ query: FocusAreasDocument, requestPolicy: 'cache-and-network' });
  return (
    <Page title={t.title}>
      <p className="lead">{t.lead}</p>
      <Answered answer={answer} again={() => again({ requestPolicy: 'network-only' })} lines={4}>
        {({ focusAreas }) => <Tree areas={focusAreas} />}
      </Answered>
    </Page>
  );
}

function Tree({ areas }: { areas: readonly AreaOfTree[] }) {
  const t = useWords(areaWords);
  const admin = useAdmin();
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  const deeds = admin
    ? {
        onAdd: (add: AreaOfTree) => setDoing({ add }),
        onEdit: (edit: AreaOfTree) => setDoing({ edit }),
        onRetire: (retire: AreaOfTree) => setDoing({ retire }),
      }
    : undefined;
  return (
    <>
      {admin && (
        <p className="deeds">
          <button type="button" className="main-deed" onClick={() => setDoing({ add: null })}>
            <Icon name="plus" />
            {t.add}
          </button>
        </p>
      )}
      {areas.length === 0 && <Empty title={t.none} />}
      <ul className="area-tree">
        {areas.map(area => (
          <AreaRow key={area.id} area={area} deeds={deeds} />
        ))}
      </ul>
      {doing && 'add' in doing && <AddDialog parent={doing.add} onClose={close} />}
      {doing && 'edit' in doing && <EditDialog area={doing.edit} onClose={close} />}
      {doing && 'retire' in doing && <RetireDialog area={doing.retire} onClose={close} />}
    </>
  );
}
