import type { ReactNode } from 'react';
import type { PartnerTextsFragment } from '../../gql/graphql';
import { useCountries } from '../../language/countries';
import { SECTOR } from '../../language/domain-words';
import { useLanguage, useWords } from '../../language/language';
import { Form } from '../../parts/form/form';
import { Line, Select, Text } from '../../parts/form/fields';
import type { Problem } from '../../parts/form/problems';
import { englishOf } from './partner-input';
import { partnerFormWords } from './words';

interface PartnerFormProps {
  partner?: PartnerTextsFragment;
  problems: readonly Problem[];
  busy: boolean;
  onSave: (form: FormData) => void;
}

interface PartProps {
  partner: PartnerTextsFragment | undefined;
}

/** Everything there is to say of a partner. */
export function PartnerForm({ partner, ...form }: PartnerFormProps) {
  return (
    <Saved {...form}>
      <Who partner={partner} />
      <Numbers partner={partner} />
      <Reached partner={partner} />
      <About partner={partner} />
    </Saved>
  );
}

/** What a partner says of itself; the rest is Region Blekinge's to say. */
export function OwnProfileForm({ partner, ...form }: PartnerFormProps) {
  const t = useWords(partnerFormWords);
  return (
    <Saved {...form} unmarked>
      <p className="hint">{t.ownHint}</p>
      <Reached partner={partner}>
        <Region partner={partner} />
      </Reached>
      <About partner={partner} />
    </Saved>
  );
}

type SavedProps = Omit<PartnerFormProps, 'partner'> & { children: ReactNode; unmarked?: true };

function Saved({ problems, busy, onSave, children, unmarked }: SavedProps) {
  const t = useWords(partnerFormWords);
  return (
    <Form problems={problems} onSave={onSave} unmarked={unmarked}>
      {children}
      <div className="form-end">
        <button type="submit" className="main-deed" aria-disabled={busy}>
          {t.save}
        </button>
      </div>
    </Form>
  );
}

function Who({ partner }: PartProps) {
  const t = useWords(partnerFormWords);
  const tongue = useLanguage();
  const sectors = Object.entries(SECTOR).map(([code, name]) => [code, name[tongue]] as const);
  return (
    <fieldset>
      <legend>{t.who}</legend>
      <Line name="name" label={t.name} defaultValue={partner?.name} maxLength={200} required />
      <Select
        name="sector"
        label={t.sector}
        choices={sectors}
        defaultValue={partner?.sector ?? ''}
        {...(!partner && { none: '' })}
        required
      />
      {!partner && <Line name="slug" label={t.slug} hint={t.slugHint} autoComplete="off" />}
    </fieldset>
  );
}

function Numbers({ partner }: PartProps) {
  const t = useWords(partnerFormWords);
  const countries = useCountries();
  return (
    <fieldset>
      <legend>{t.numbers}</legend>
      <Select name="country" label={t.country} choices={countries} defaultValue={partner?.country ?? 'SE'} required />
      <Region partner={partner} />
      <Line
        name="organisationNumber"
        label={t.organisationNumber}
        hint={t.organisationHint}
        defaultValue={partner?.organisationNumber ?? ''}
        inputMode="numeric"
      />
      <Line name="pic" label={t.pic} hint={t.picHint} defaultValue={partner?.pic ?? ''} inputMode="numeric" />
    </fieldset>
  );
}

function Region({ partner }: PartProps) {
  const t = useWords(partnerFormWords);
  return <Line name="nutsCode" label={t.nutsCode} hint={t.nutsHint} defaultValue={partner?.nutsCode ?? ''} />;
}

function Reached({ partner, children }: PartProps & { children?: ReactNode }) {
  const t = useWords(partnerFormWords);
  return (
    <fieldset>
      <legend>{t.reached}</legend>
      <Line name="website" type="url" label={t.website} defaultValue={partner?.website ?? ''} placeholder="https://" />
      <Line
        name="contactEmail"
        type="email"
        label={t.contactEmail}
        hint={t.contactHint}
        defaultValue={partner?.contactEmail ?? ''}
        maxLength={254}
      />
      {children}
    </fieldset>
  );
}

function About({ partner }: PartProps) {
  const t = useWords(partnerFormWords);
  return (
    <fieldset>
      <legend>{t.about}</legend>
      <Text name="description.sv" label={t.descriptionSv} defaultValue={partner?.descriptionSv ?? ''} />
      <Text name="description.en" label={t.descriptionEn} defaultValue={(partner && englishOf(partner)) ?? ''} />
    </fieldset>
  );
}
