import type { ReactNode } from 'react';
import { useWords } from '../language/language';
import { Empty, Loading } from '../parts/states';
import { useAdmin } from './use-admin';
import { callWords } from './words';

/** What only the programme's owner can do; the service decides, this only says so beforehand. */
export function AdminOnly({ children }: { children: ReactNode }) {
  const t = useWords(callWords);
  const admin = useAdmin();
  if (admin === undefined) return <Loading />;
  if (admin) return <>{children}</>;
  return (
    <Empty title={t.adminOnly}>
      <p>{t.adminOnlyMore}</p>
    </Empty>
  );
}
