import { StartReviewDocument } from '../../gql/graphql';
import { useWords } from '../../language/language';
import { FormDialog } from '../../parts/form/form-dialog';
import type { ApplicationDialogProps } from './application-deeds';
import { applicationWords } from './application-words';
import { ChangedMeanwhile } from './changed-meanwhile';
import { useDeed } from './use-deed';

/** Records that the funder has begun to assess an application. */
export function ReviewDialog(props: ApplicationDialogProps) {
  const t = useWords(applicationWords);
  const { opened, problems, busy, make } = useDeed(StartReviewDocument, t.reviewed, props);
  return (
    <FormDialog
      title={t.reviewTitle}
      deed={t.reviewDeed}
      problems={problems}
      busy={busy}
      onSave={() => make({})}
      onClose={props.onClose}
      unmarked
    >
      <p>{t.reviewIntro}</p>
      <ChangedMeanwhile opened={opened} now={props.application} />
    </FormDialog>
  );
}
