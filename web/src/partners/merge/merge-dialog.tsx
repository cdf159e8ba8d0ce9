import { useState } from 'react';
import { useLocation } from 'wouter';
import { MergePartnersDocument } from '../../gql/graphql';
import { PartnerBox } from '../../idea/consortium/partner-box';
import { useWords } from '../../language/language';
import { ForGood } from '../../parts/for-good';
import { Text } from '../../parts/form/fields';
import { FormDialog } from '../../parts/form/form-dialog';
import { textOf } from '../../parts/form/form-text';
import { useChange } from '../../parts/form/use-change';
import { toast } from '../../parts/toasts';
import { MergeMoves } from './merge-moves';
import { mergeWords } from './words';

interface MergeDialogProps {
  partner: { id: string; slug: string; name: string };
  onClose: () => void;
}

/** Merges a partner that was added twice into the other, and goes there. */
export function MergeDialog({ partner, onClose }: MergeDialogProps) {
  const t = useWords(mergeWords);
  const [, go] = useLocation();
  const [into, setInto] = useState<string>();
  const { send, problems, busy } = useChange(MergePartnersDocument);
  const save = async (form: FormData) => {
    const input = { fromId: partner.id, intoId: textOf(form, 'intoId'), reason: textOf(form, 'reason') };
    const other = (await send(input))?.partner;
    if (!other) return;
    toast({ text: t.merged(other.name) });
    go(`/partners/${other.slug}`);
  };
  return (
    <FormDialog
      title={t.title(partner.name)}
      deed={t.deed}
      {...{ problems, busy, onClose }}
      onSave={form => void save(form)}
      wide
    >
      <p>{t.means(partner.name)}</p>
      <PartnerBox
        name="intoId"
        label={t.into}
        hint={t.intoHint}
        without={[partner.id]}
        onChoose={chosen => setInto(chosen?.id)}
      />
      <MergeMoves from={partner} into={into} />
      <Text name="reason" label={t.why} hint={t.whyHint} rows={3} maxLength={2_000} required />
      <ForGood>{t.forGood}</ForGood>
    </FormDialog>
  );
}
