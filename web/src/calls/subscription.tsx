import { useState } from 'react';
import { useMutation } from 'urql';
import { useSignedIn } from '../client/session';
import { CreateFeedTokenDocument } from '../gql/graphql';
import { useFormat } from '../language/format';
import { useWords } from '../language/language';
import { Dialog } from '../parts/dialog';
import { Field } from '../parts/form/field';
import { Icon } from '../parts/icon';
import { type Problem, Problems } from '../parts/form/problems';
import { useProblems } from '../parts/form/use-problems';

const CALENDAR = '/calendar.ics';

const words = {
  subscribe: { sv: 'Prenumerera på kalendern', en: 'Subscribe to the calendar' },
  intro: {
    sv: 'Kalendern visar utlysningarnas sista ansökningsdagar. Med en egen adress visar den också era ansökningar och milstolpar.',
    en: 'The calendar shows the deadlines of calls. With an address of your own it also shows your applications and milestones.',
  },
  care: {
    sv: 'Adressen innehåller en nyckel som ger rätt att läsa kalendern och filerna, men aldrig belopp eller avsiktsförklaringar. Den som har adressen kan läsa det ni läser, så dela den inte.',
    en: 'The address carries a key that reads the calendar and the files, but never money or letters of intent. Whoever has the address reads what you read, so keep it to yourselves.',
  },
  make: { sv: 'Skapa en egen adress', en: 'Make an address' },
  address: { sv: 'Adress att prenumerera på', en: 'Address to subscribe to' },
  until: {
    sv: (day: string) => `Gäller till ${day}. Den visas bara nu.`,
    en: (day: string) => `Works until ${day}. It is shown only now.`,
  },
  everybody: { sv: 'Kalendern för alla', en: 'The calendar for everybody' },
  /** What the key is called in the list of keys. */
  name: { sv: 'Kalenderprenumeration', en: 'Calendar subscription' },
};

/** How to have the deadlines in a calendar of one's own: as everybody sees them or, signed in, by an address of one's own. */
export function Subscription() {
  const t = useWords(words);
  const signedIn = useSignedIn();
  const [open, setOpen] = useState(false);
  const label = (
    <>
      <Icon name="calendar" /> {t.subscribe}
    </>
  );
  if (!signedIn) return <a href={CALENDAR}>{label}</a>;
  return (
    <>
      <button type="button" className="quiet" onClick={() => setOpen(true)}>
        {label}
      </button>
      {open && <SubscriptionDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function SubscriptionDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(words);
  const { made, problems, make } = useAddress();
  return (
    <Dialog title={t.subscribe} onClose={onClose}>
      <p>{t.intro}</p>
      <p className="soft">{t.care}</p>
      <Problems problems={problems} />
      {made ? (
        <Address {...made} />
      ) : (
        <button type="button" className="main-deed" onClick={make}>
          {t.make}
        </button>
      )}
      <p className="feed">
        <a href={CALENDAR}>{t.everybody}</a>
      </p>
    </Dialog>
  );
}

interface Made {
  address: string;
  expiresAt: string;
}

function Address({ address, expiresAt }: Made) {
  const t = useWords(words);
  const format = useFormat();
  return (
    <Field label={t.address} hint={t.until(format.date(expiresAt))}>
      {wiring => <input {...wiring} value={address} readOnly onFocus={event => event.target.select()} />}
    </Field>
  );
}

/** Makes a feed token, since the key that one is signed in with must stand in no address. */
function useAddress() {
  const t = useWords(words);
  const [made, setMade] = useState<Made>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const problemsOf = useProblems();
  const [, create] = useMutation(CreateFeedTokenDocument);
  const make = async () => {
    const { data, error } = await create({ input: { name: t.name } });
    const { apiKey, secret, userErrors } = data?.createFeedToken ?? {};
    setProblems(problemsOf(userErrors, error));
    if (!secret || !apiKey?.expiresAt) return;
    setMade({ address: `${location.origin}${CALENDAR}?key=${secret}`, expiresAt: apiKey.expiresAt });
  };
  return { made, problems, make: () => void make() };
}
