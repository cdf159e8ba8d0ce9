import { useState } from 'react';
import { CreateFeedTokenDocument } from '../gql/graphql';
import { useWords } from '../language/language';
import { Line } from '../parts/form/fields';
import { FormDialog } from '../parts/form/form-dialog';
import { textOf } from '../parts/form/form-text';
import { useChange } from '../parts/form/use-change';
import { CopyField } from './copy-field';
import { dayAhead, endOf, lastDayOf } from './expiry';
import { SecretDialog } from './secret-dialog';
import { keyWords } from './words';

const words = {
  intro: {
    sv: 'För kalendrar och kalkylark som inte kan logga in. Den står i adressen de hämtar från.',
    en: 'For calendars and spreadsheets that cannot sign in. It stands in the address they fetch from.',
  },
  can: {
    sv: 'Läser kalendern, exporterna och flödena, med de idéer och utlysningar som du ser.',
    en: 'Reads the calendar, the exports and the feeds, with the ideas and calls that you see.',
  },
  cannot: {
    sv: 'Läser aldrig belopp eller avsiktsförklaringar, ändrar inget och loggar inte in någon.',
    en: 'Never reads money or letters of intent, changes nothing and signs nobody in.',
  },
  ends: {
    sv: 'Gäller högst ett år, och faller med nyckeln du är inloggad med.',
    en: 'Works for a year at most, and falls with the key you are signed in with.',
  },
  lapses: {
    sv: 'Gäller högst ett år, och inte längre än 180 dagar efter att du senast loggade in.',
    en: 'Works for a year at most, and no longer than 180 days after you last signed in.',
  },
  name: { sv: 'Var den används', en: 'Where it is used' },
  nameHint: {
    sv: 'Till exempel Avdelningens kalender. Inga personnamn.',
    en: "Such as The department's calendar. No personal names.",
  },
  expires: { sv: 'Gäller till och med', en: 'Works until' },
  deed: { sv: 'Skapa prenumerationsnyckeln', en: 'Make the feed token' },
  made: { sv: 'Prenumerationsnyckeln är skapad', en: 'The feed token is made' },
  addresses: {
    sv: 'Färdiga adresser. Den som har adressen kan läsa det du läser, så dela den inte.',
    en: 'Ready addresses. Whoever has the address reads what you read, so keep it to yourself.',
  },
  calendar: { sv: 'Kalender', en: 'Calendar' },
  ideas: { sv: 'Idéer i Excel', en: 'Ideas in Excel' },
  calls: { sv: 'Utlysningar i Excel', en: 'Calls in Excel' },
  pipeline: { sv: 'Översikten som CSV', en: 'The pipeline as CSV' },
  ideaFeed: { sv: 'Idéer som flöde', en: 'Ideas as a feed' },
  callFeed: { sv: 'Utlysningar som flöde', en: 'Calls as a feed' },
};

const ADDRESSES = [
  ['calendar', '/calendar.ics'],
  ['ideas', '/export/ideas.xlsx'],
  ['calls', '/export/calls.xlsx'],
  ['pipeline', '/export/pipeline.csv'],
  ['ideaFeed', '/feeds/ideas.atom'],
  ['callFeed', '/feeds/calls.atom'],
] as const;

interface TokenDialogProps {
  /** The key that is signed in with, of which the token comes; none at an organisation, where it comes of oneself. */
  maker: { expiresAt?: string | null | undefined } | null | undefined;
  onClose: () => void;
}

/** Makes a feed token and gives the addresses that carry it, this once. */
export function TokenDialog({ maker, onClose }: TokenDialogProps) {
  const t = useWords(words);
  const { newToken, feed } = useWords(keyWords);
  const { send, problems, busy } = useChange(CreateFeedTokenDocument);
  const [secret, setSecret] = useState<string>();
  const last = lastDayOf(maker ?? {});
  const save = async (form: FormData) => {
    const day = textOf(form, 'expiresAt');
    // On the last day it ends at the moment that the service allows, which may be before midnight.
    const payload = await send({ name: textOf(form, 'name'), expiresAt: day && day !== last ? endOf(day) : null });
    if (payload?.secret) setSecret(payload.secret);
  };
  if (secret) {
    return (
      <SecretDialog title={t.made} label={feed} secret={secret} onClose={onClose}>
        <p>{t.addresses}</p>
        {ADDRESSES.map(([name, path]) => (
          <CopyField key={name} label={t[name]} value={`${location.origin}${path}?key=${secret}`} />
        ))}
      </SecretDialog>
    );
  }
  return (
    <FormDialog title={newToken} deed={t.deed} {...{ problems, busy, onClose }} onSave={form => void save(form)}>
      <p>{t.intro}</p>
      <ul className="plain-list">
        <li>{t.can}</li>
        <li>{t.cannot}</li>
        <li>{maker ? t.ends : t.lapses}</li>
      </ul>
      <Line name="name" label={t.name} hint={t.nameHint} maxLength={200} required />
      <Line name="expiresAt" type="date" label={t.expires} defaultValue={last} min={dayAhead(0)} max={last} required />
    </FormDialog>
  );
}
