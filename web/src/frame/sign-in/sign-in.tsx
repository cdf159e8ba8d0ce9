import { useState } from 'react';
import { useQuery } from 'urql';
import { Link, useLocation } from 'wouter';
import { signOut, useSignedIn } from '../../client/session';
import { ViewerDocument } from '../../gql/graphql';
import { VIEWER_ROLE } from '../../language/domain-words';
import { useLanguage, useSay, useWords } from '../../language/language';
import { Icon } from '../../parts/icon';
import { Menu } from '../../parts/menu';
import { ownPages } from '../places/places';
import { SignInDialog } from './sign-in-dialog';

const words = {
  signIn: { sv: 'Logga in', en: 'Sign in' },
  signedIn: { sv: (who: string) => `Inloggad som ${who}`, en: (who: string) => `Signed in as ${who}` },
  signOut: { sv: 'Logga ut', en: 'Sign out' },
  mine: { sv: 'Våra idéer', en: 'Our ideas' },
};

/** Who is signed in, or the way in. */
export function SignIn() {
  const t = useWords(words);
  const [open, setOpen] = useState(false);
  if (useSignedIn()) return <SignedIn />;
  return (
    <>
      <button type="button" className="tool strong" onClick={() => setOpen(true)}>
        <Icon name="person" />
        {t.signIn}
      </button>
      {open && <SignInDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function SignedIn() {
  const t = useWords(words);
  const say = useSay();
  const [{ data }] = useQuery({ query: ViewerDocument });
  const viewer = data?.viewer;
  const [, go] = useLocation();
  const partner = viewer?.partner;
  const mine = partner && { name: t.mine, icon: <Icon name="flag" />, choose: () => go(`/partners/${partner.slug}`) };
  const tongue = useLanguage();
  const pages = ownPages(viewer?.role).map(({ href, name, icon }) => ({
    name: name[tongue],
    icon: <Icon name={icon} />,
    choose: () => go(href),
  }));
  return (
    <div className="signed-in">
      {viewer && (
        <span className="viewer">
          {viewer.partner ? <Link href={`/partners/${viewer.partner.slug}`}>{viewer.name}</Link> : viewer.name}
          {viewer.role && <small>{say(VIEWER_ROLE, viewer.role)}</small>}
        </span>
      )}
      <Menu
        label={t.signedIn(viewer?.name ?? '…')}
        icon={<Icon name="person" />}
        items={[
          ...(mine ? [mine] : []),
          ...pages,
          { name: t.signOut, icon: <Icon name="back" />, choose: () => void signOut() },
        ]}
      />
    </div>
  );
}
