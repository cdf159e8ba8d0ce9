import { useState } from 'react';
import { Link } from 'wouter';
import { VIEWER_ROLE } from '../language/domain-words';
import { useFormat } from '../language/format';
import { useSay, useWords } from '../language/language';
import { endOfKey, works, type KeyKeeper, type ShownKey } from './keys-page';
import { RevokeDialog } from './revoke-dialog';
import { RotateDialog } from './rotate-dialog';
import { GRANT, keyWords } from './words';

interface KeyRowProps {
  shown: ShownKey;
  keeper: KeyKeeper;
}

/** Administrators keep all keys, and partners those that act for them: a partner is shown no others of the role. */
function mayRotate(key: ShownKey, { role }: KeyKeeper): boolean {
  return works(key) && !key.feedOnly && (role === 'ADMIN' || (role === 'PARTNER' && key.role === 'PARTNER'));
}

/** Beside those, what one's own key or sign-in made; only what a sign-in made has no key that it comes of. */
function mayRevoke(key: ShownKey, keeper: KeyKeeper): boolean {
  const isOwn = keeper.apiKey ? key.parent?.id === keeper.apiKey.id : key.feedOnly && !key.parent;
  return works(key) && (isOwn || keeper.role === 'ADMIN' || mayRotate(key, keeper));
}

/** One key: whose it is, what it may, when it was used and how long it works. */
export function KeyRow({ shown, keeper }: KeyRowProps) {
  const t = useWords(keyWords);
  const [opened, setOpened] = useState<'ROTATE' | 'REVOKE' | null>(null);
  const close = () => setOpened(null);
  return (
    <li className="panel key-row">
      <div>
        <h3>{shown.name}</h3>
        <What shown={shown} />
        {shown.id === keeper.apiKey?.id && <span className="state">{t.own}</span>}
      </div>
      <Facts shown={shown} />
      <div className="key-deeds">
        {mayRotate(shown, keeper) && (
          <button type="button" aria-label={t.rotate(shown.name)} onClick={() => setOpened('ROTATE')}>
            {t.rotateShort}
          </button>
        )}
        {mayRevoke(shown, keeper) && (
          <button type="button" aria-label={t.revoke(shown.name)} onClick={() => setOpened('REVOKE')}>
            {t.revokeShort}
          </button>
        )}
      </div>
      {opened === 'ROTATE' && <RotateDialog rotated={shown} onClose={close} />}
      {opened === 'REVOKE' && <RevokeDialog revoked={shown} keeper={keeper} onClose={close} />}
    </li>
  );
}

function What({ shown: { feedOnly, role, partner, parent, grants, toolsMayWrite } }: { shown: ShownKey }) {
  const t = useWords(keyWords);
  const say = useSay();
  return (
    <>
      <p className="soft">
        {feedOnly ? t.feed : <span className="first-letter">{say(VIEWER_ROLE, role)}</span>}
        {partner && (
          <>
            {' · '}
            <Link href={`/partners/${partner.slug}`}>{partner.name}</Link>
          </>
        )}
        {parent && ` · ${t.madeBy(parent.name)}`}
      </p>
      {(grants.length > 0 || toolsMayWrite) && (
        <ul className="grants">
          {toolsMayWrite && <li>{t.tools}</li>}
          {grants.map(grant => (
            <li key={grant}>{say(GRANT, grant)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Facts({ shown }: { shown: ShownKey }) {
  const t = useWords(keyWords);
  const format = useFormat();
  const { prefix, createdAt, lastUsedAt, revokedAt, previousEndsAt } = shown;
  const overlaps = works(shown) && previousEndsAt && Date.parse(previousEndsAt) > Date.now();
  const ended = revokedAt ? t.revokedAt : works(shown) ? undefined : t.expiredAt;
  const end = revokedAt ?? endOfKey(shown);
  const facts = [
    [t.begins, <span className="code">{prefix}…</span>],
    [t.created, format.shortDate(createdAt)],
    [t.lastUsed, lastUsedAt ? format.moment(lastUsedAt) : t.never],
    [ended ?? t.expires, end ? format.shortDate(end) : t.endless],
    ...(overlaps ? [[t.previousEnds, format.moment(previousEndsAt)] as const] : []),
  ] as const;
  return (
    <dl className="key-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
