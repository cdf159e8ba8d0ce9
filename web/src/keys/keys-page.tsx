import { useState } from 'react';
import { useQuery } from 'urql';
import { KeysDocument, type KeysQuery } from '../gql/graphql';
import { useWords } from '../language/language';
import { Icon } from '../parts/icon';
import { Page } from '../parts/page';
import { Answered, Empty } from '../parts/states';
import { KeyDialog } from './key-dialog';
import { KeyRow } from './key-row';
import { SignedInOnly } from './signed-in-only';
import { TokenDialog } from './token-dialog';
import { keyWords } from './words';
import '../styles/board.css';
import '../styles/idea.css';
import '../styles/keeping/keys.css';

/** Who asks for the keys, and what it may see of them. */
export type KeyKeeper = KeysQuery['viewer'];
/** A key as its row shows it. */
export type ShownKey = KeyKeeper['apiKeys'][number];

/** The keys that one may see; what each is for, when it was used, and the way to make and revoke them. */
export function KeysPage() {
  const t = useWords(keyWords);
  return (
    <Page title={t.title}>
      <p className="lead">{t.lead}</p>
      <SignedInOnly>
        <Shown />
      </SignedInOnly>
    </Page>
  );
}

function Shown() {
  const [answer, again] = useQuery({ query: KeysDocument, requestPolicy: 'cache-and-network' });
  return (
    <Answered answer={answer} again={() => again({ requestPolicy: 'network-only' })} lines={4}>
      {({ viewer }) => (
        <>
          <Deeds keeper={viewer} />
          <Lists keeper={viewer} />
        </>
      )}
    </Answered>
  );
}

function Deeds({ keeper }: { keeper: KeyKeeper }) {
  const t = useWords(keyWords);
  const [making, setMaking] = useState<'KEY' | 'TOKEN' | null>(null);
  const close = () => setMaking(null);
  return (
    <>
      <p className="deeds">
        {(keeper.role === 'ADMIN' || keeper.role === 'PARTNER') && (
          <button type="button" className="main-deed" onClick={() => setMaking('KEY')}>
            <Icon name="plus" />
            {t.newKey}
          </button>
        )}
        <button type="button" onClick={() => setMaking('TOKEN')}>
          <Icon name="calendar" />
          {t.newToken}
        </button>
      </p>
      {making === 'KEY' && <KeyDialog keeper={keeper} onClose={close} />}
      {making === 'TOKEN' && <TokenDialog maker={keeper.apiKey} onClose={close} />}
    </>
  );
}

/** When the key stops working: one that a sign-in made lapses unless its maker signs in again. */
export const endOfKey = ({ expiresAt, lapsesAt }: ShownKey): string | null =>
  [expiresAt, lapsesAt].filter(end => end != null).sort()[0] ?? null;

/** Whether the key lets anybody in. */
export function works(key: ShownKey): boolean {
  const end = endOfKey(key);
  return !key.revokedAt && (!end || Date.parse(end) > Date.now());
}

function Lists({ keeper }: { keeper: KeyKeeper }) {
  const t = useWords(keyWords);
  const working = keeper.apiKeys.filter(works);
  const ended = keeper.apiKeys.filter(key => !works(key));
  return (
    <>
      <section aria-labelledby="working">
        <h2 id="working" className="keys-heading">
          {t.working} <span className="count">{working.length}</span>
        </h2>
        {working.length === 0 && (
          <Empty title={t.none}>
            <p>{t.noneMore}</p>
          </Empty>
        )}
        <Rows keys={working} keeper={keeper} />
      </section>
      {ended.length > 0 && (
        <details className="ended">
          <summary>{t.ended(ended.length)}</summary>
          <Rows keys={ended} keeper={keeper} />
        </details>
      )}
    </>
  );
}

function Rows({ keys, keeper }: { keys: readonly ShownKey[]; keeper: KeyKeeper }) {
  return (
    <ul className="key-list">
      {keys.map(key => (
        <KeyRow key={key.id} shown={key} keeper={keeper} />
      ))}
    </ul>
  );
}
