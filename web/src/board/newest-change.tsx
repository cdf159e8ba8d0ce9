import { lazy, Suspense } from 'react';
import { useNewestChange } from '../frame/live';
import { useWords } from '../language/language';
import { boardWords } from './words';

const ChangeSaid = lazy(() => import('./change-said').then(({ ChangeSaid }) => ({ default: ChangeSaid })));

/** The newest change since the page was opened, as it arrives. */
export function NewestChange() {
  const t = useWords(boardWords);
  const change = useNewestChange();
  return (
    <p className="newest" role="status">
      {change && (
        <span key={change.id} className="newest-change">
          <span className="newest-when">{t.justNow}</span>{' '}
          <Suspense fallback={null}>
            <ChangeSaid change={change} />
          </Suspense>
        </span>
      )}
    </p>
  );
}
