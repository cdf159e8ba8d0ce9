import { useState } from 'react';
import { CreateKeyDocument, type CreateApiKeyInput, type KeyGrant, type Role } from '../gql/graphql';
import { VIEWER_ROLE } from '../language/domain-words';
import { useLanguage, useWords } from '../language/language';
import { ComboBox } from '../parts/form/combo-box';
import { Choices, Line, Select, type Named } from '../parts/form/fields';
import { FormDialog } from '../parts/form/form-dialog';
import { someOf, textOf } from '../parts/form/form-text';
import { useChange } from '../parts/form/use-change';
import { usePartnerOptions } from '../partners/use-partner-options';
import { dayAhead, endOf, inAYear, lastDayOf } from './expiry';
import type { KeyKeeper } from './keys-page';
import { SecretDialog } from './secret-dialog';
import { ToolsField } from './tools-field';
import { GRANT, keyWords } from './words';

const words = {
  name: { sv: 'Namn', en: 'Name' },
  nameHint: {
    sv: 'Vad nyckeln är till för. Det står som den som gjort vad nyckeln gör. Inga personnamn.',
    en: 'What the key is for. It stands as the one who did what the key does. No personal names.',
  },
  role: { sv: 'Roll', en: 'Role' },
  partner: { sv: 'Partner', en: 'Partner' },
  partnerHint: { sv: 'Den som nyckeln handlar för.', en: 'The one the key acts for.' },
  grants: { sv: 'Får också se', en: 'May also see' },
  grantsHint: {
    sv: 'Utan detta ser nyckeln idéer som är offentliga eller visas för partner, utan belopp.',
    en: 'Without this the key sees ideas that are public or shown to partners, without money.',
  },
  expires: { sv: 'Gäller till och med', en: 'Works until' },
  expiresHint: {
    sv: 'Tomt: tills den återkallas. Med ett slut glöms ingen nyckel bort.',
    en: 'Empty: until it is revoked. With an end no key is forgotten.',
  },
  own: {
    sv: 'Nyckeln handlar för din organisation: den får göra det du får.',
    en: 'The key acts for your organisation: it may do what you may.',
  },
  falls: {
    sv: 'Nyckeln handlar för din organisation: den får göra det du får. Den faller med nyckeln du är inloggad med.',
    en: 'The key acts for your organisation: it may do what you may. It falls with the key you are signed in with.',
  },
  endsHint: {
    sv: 'Den slutar gälla senast när nyckeln du är inloggad med gör det.',
    en: 'It ends at the latest when the key you are signed in with does.',
  },
  deed: { sv: 'Skapa nyckeln', en: 'Make the key' },
  made: { sv: (name: string) => `Nyckeln ${name} är skapad`, en: (name: string) => `The key ${name} is made` },
  label: { sv: 'API-nyckel', en: 'API key' },
  use: {
    sv: 'Ett program skickar den i varje anrop, och en person loggar in med den här på sidan:',
    en: 'A program sends it with each request, and a person signs in with it on these pages:',
  },
};

const ROLE_HINT = {
  ADMIN: {
    sv: 'Region Blekinge: ser allt, sköter utlysningar, partner och fokusområden, beslutar och gör undantag.',
    en: 'Region Blekinge: sees all, keeps calls, partners and focus areas, decides and waives.',
  },
  PARTNER: {
    sv: 'En partner: skapar idéer, och ändrar dem den äger eller koordinerar.',
    en: 'A partner: creates ideas, and edits those it owns or coordinates.',
  },
  INTEGRATOR: {
    sv: 'Ett program som läser, till exempel en instrumentpanel. Det ändrar aldrig något.',
    en: 'A program that reads, such as a dashboard. It never changes anything.',
  },
} as const;

/** A new key's secret, and what it belongs to. */
interface Made {
  name: string;
  secret: string;
}

function inputOf(form: FormData, { role, apiKey }: KeyKeeper): CreateApiKeyInput {
  const day = textOf(form, 'expiresAt');
  if (role === 'PARTNER') {
    // On its last day the key ends with the one that makes it, which may be before midnight.
    const ends = day && !(apiKey?.expiresAt && day === lastDayOf(apiKey)) ? endOf(day) : null;
    return { name: textOf(form, 'name'), role, expiresAt: ends, toolsMayWrite: form.has('toolsMayWrite') };
  }
  return {
    name: textOf(form, 'name'),
    role: textOf(form, 'role') as Role,
    partnerId: someOf(form, 'partnerId'),
    grants: form.getAll('grants') as KeyGrant[],
    toolsMayWrite: form.has('toolsMayWrite'),
    expiresAt: day ? endOf(day) : null,
  };
}

interface KeyDialogProps {
  keeper: KeyKeeper;
  onClose: () => void;
}

/** Makes a key and shows its secret, this once. */
export function KeyDialog({ keeper, onClose }: KeyDialogProps) {
  const t = useWords(words);
  const { newKey } = useWords(keyWords);
  const { send, problems, busy } = useChange(CreateKeyDocument);
  const [made, setMade] = useState<Made>();
  const save = async (form: FormData) => {
    const payload = await send(inputOf(form, keeper));
    if (payload?.secret && payload.apiKey) setMade({ name: payload.apiKey.name, secret: payload.secret });
  };
  if (made) {
    return (
      <SecretDialog title={t.made(made.name)} label={t.label} secret={made.secret} onClose={onClose}>
        <div>
          <p>{t.use}</p>
          <pre className="snippet">Authorization: Bearer ks3_…</pre>
        </div>
      </SecretDialog>
    );
  }
  return (
    <FormDialog title={newKey} deed={t.deed} {...{ problems, busy, onClose }} onSave={form => void save(form)} wide>
      {keeper.role === 'PARTNER' ? <OwnKeyFields keeper={keeper} /> : <KeyFields />}
    </FormDialog>
  );
}

function KeyFields() {
  const t = useWords(words);
  const hints = useWords(ROLE_HINT);
  const tongue = useLanguage();
  const [role, setRole] = useState<Role>('PARTNER');
  const named = (names: Record<string, { sv: string; en: string }>): Named[] =>
    Object.entries(names).map(([code, name]) => [code, name[tongue]]);
  const roles = named(VIEWER_ROLE).map(([code, name]) => [code, name.charAt(0).toUpperCase() + name.slice(1)] as const);
  return (
    <>
      <Line name="name" label={t.name} hint={t.nameHint} maxLength={200} required />
      <Select
        name="role"
        label={t.role}
        hint={hints[role]}
        choices={roles}
        defaultValue={role}
        onChange={code => setRole(code as Role)}
      />
      {role === 'PARTNER' && <PartnerBox />}
      {role === 'INTEGRATOR' && (
        <Choices name="grants" label={t.grants} hint={t.grantsHint} choices={named(GRANT)} chosen={[]} />
      )}
      {role !== 'INTEGRATOR' && <ToolsField />}
      <Line
        name="expiresAt"
        type="date"
        label={t.expires}
        hint={t.expiresHint}
        defaultValue={inAYear()}
        min={dayAhead(1)}
      />
    </>
  );
}

/** The fields of a key that acts for one's own partner. */
function OwnKeyFields({ keeper: { apiKey } }: { keeper: KeyKeeper }) {
  const t = useWords(words);
  return (
    <>
      <p>{apiKey ? t.falls : t.own}</p>
      <Line name="name" label={t.name} hint={t.nameHint} maxLength={200} required />
      <ToolsField />
      <Line
        name="expiresAt"
        type="date"
        label={t.expires}
        hint={apiKey?.expiresAt ? t.endsHint : t.expiresHint}
        defaultValue={lastDayOf(apiKey ?? {})}
        min={dayAhead(apiKey?.expiresAt ? 0 : 1)}
        max={apiKey?.expiresAt ? lastDayOf(apiKey) : undefined}
      />
    </>
  );
}

function PartnerBox() {
  const t = useWords(words);
  const { options, search } = usePartnerOptions();
  return (
    <ComboBox
      name="partnerId"
      label={t.partner}
      hint={t.partnerHint}
      options={options}
      onSearch={search}
      searched
      required
    />
  );
}
