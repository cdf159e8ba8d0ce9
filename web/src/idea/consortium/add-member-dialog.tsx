import { useState } from 'react';
import { Link } from 'wouter';
import { useAdmin } from '../../calls/use-admin';
import type { ConsortiumRole, LetterOfIntent, Sector } from '../../gql/graphql';
import { ROLE_IN_CONSORTIUM, SECTOR } from '../../language/domain-words';
import { useFormat } from '../../language/format';
import { useSay, useWords } from '../../language/language';
import { SECTOR_OR_BUSINESS, soughtSectors } from '../../language/sectors';
import { FormDialog } from '../../parts/form/form-dialog';
import { Select, type Named } from '../../parts/form/fields';
import { moneyOf, textOf } from '../../parts/form/form-text';
import { MoneyField } from '../../parts/form/money-field';
import type { ShownIdea } from '../idea-page';
import { coordinatorOf } from './hand-over';
import { useAddMember } from './member-deeds';
import { LetterSelect, RoleSelect } from './member-fields';
import { PartnerBox } from './partner-box';
import { consortiumWords } from './words';

/** In the address: the sectors that the consortium lacks, whichever they are. */
export const MISSING = 'missing';

interface AddMemberDialogProps {
  idea: ShownIdea;
  /** A sector to choose from, `missing`, or the role that the new member shall have. */
  about: string;
  onClose: () => void;
}

/** A partner joins the consortium. */
export function AddMemberDialog({ idea, about, onClose }: AddMemberDialogProps) {
  const t = useWords(consortiumWords);
  const { add, problems, busy } = useAddMember();
  const missing = idea.consortium.missingSectors;
  const [chosen, setChosen] = useState(about in SECTOR_OR_BUSINESS || about === MISSING ? about : '');
  const members = idea.consortium.memberships.map(({ partner }) => partner.id);
  const save = async (form: FormData) => {
    const done = await add({
      ideaId: idea.id,
      partnerId: textOf(form, 'partnerId'),
      role: textOf(form, 'role') as ConsortiumRole,
      letterOfIntent: textOf(form, 'letterOfIntent') as LetterOfIntent,
      commitment: moneyOf(form, 'commitment'),
    });
    if (done) onClose();
  };
  return (
    <FormDialog
      title={t.addTitle}
      deed={t.addDo}
      problems={problems}
      busy={busy}
      onSave={form => void save(form)}
      onClose={onClose}
    >
      <SectorSelect missing={missing} chosen={chosen} onChoose={setChosen} />
      <PartnerBox
        key={chosen}
        name="partnerId"
        label={t.partner}
        hint={t.partnerHint}
        sectors={sectorsOf(chosen, missing)}
        without={members}
      />
      <NotListed />
      <RoleSelect coordinated={Boolean(coordinatorOf(idea))} chosen={about in ROLE_IN_CONSORTIUM ? about : undefined} />
      <LetterSelect />
      <MoneyField name="commitment" label={t.commitment} hint={t.commitmentHint} />
    </FormDialog>
  );
}

/** The sectors that a choice stands for; none where any will do. */
function sectorsOf(chosen: string, missing: readonly Sector[]): readonly Sector[] {
  if (chosen === MISSING) return missing;
  if (chosen === 'BUSINESS') return ['BUSINESS_SME', 'BUSINESS_LARGE'];
  return chosen === '' ? [] : [chosen as Sector];
}

interface SectorSelectProps {
  missing: readonly Sector[];
  chosen: string;
  onChoose: (chosen: string) => void;
}

/** Narrows the partners to those of a sector; it is no part of what is saved. */
function SectorSelect({ missing, chosen, onChoose }: SectorSelectProps) {
  const t = useWords(consortiumWords);
  const say = useSay();
  const format = useFormat();
  const sought = soughtSectors(missing).map(sector => say(SECTOR_OR_BUSINESS, sector).toLowerCase());
  const choices: Named[] = [
    ...(missing.length > 0 ? [[MISSING, t.missing(format.list(sought))] as const] : []),
    ['BUSINESS', t.business],
    ...Object.keys(SECTOR).map(code => [code, say(SECTOR, code)] as const),
  ];
  return (
    <Select
      name="sector"
      label={t.sector}
      none={t.anySector}
      choices={choices}
      defaultValue={chosen}
      onChange={onChoose}
    />
  );
}

/** Who enters a partner that the service doesn't know yet. */
function NotListed() {
  const t = useWords(consortiumWords);
  const admin = useAdmin();
  return (
    <p className="soft">
      {t.notListed} {admin ? <Link href="/partners/new">{t.newPartner}</Link> : t.whoAddsPartners}
    </p>
  );
}
