import { useEffect, type ReactNode } from 'react';

/** A page: its title in the tab, and its heading. */
export function Page({ title, children, heading }: { title: string; children: ReactNode; heading?: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Kickstart S3 Blekinge`;
  }, [title]);
  return (
    <>
      {heading ?? <h1>{title}</h1>}
      {children}
    </>
  );
}
