import type { ShownApplicationFragment } from '../../gql/graphql';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { applicationWords } from './application-words';
import { isBeingWritten, obstacleOf } from './possible-deeds';

/** Why the next step of an application isn't offered, where one would look for it. */
export function useExplained(application: ShownApplicationFragment, admin: boolean): string | undefined {
  const t = useWords(applicationWords);
  const format = useFormat();
  const { status, call } = application;
  if (status === 'SUBMITTED') return admin ? t.waitForReview : t.regionDecides;
  if (status === 'UNDER_REVIEW') return admin ? undefined : t.regionDecides;
  const obstacle = isBeingWritten(application) ? obstacleOf(application, admin) : undefined;
  if (obstacle === 'notOpenYet') return t.notOpenYet(call.opensAt ? format.shortDate(call.opensAt) : '');
  return obstacle && t[obstacle];
}
