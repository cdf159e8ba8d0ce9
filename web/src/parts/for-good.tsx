import type { ReactNode } from 'react';
import { Icon } from './icon';

/** Tells before the button of a dialog that what it does has no way back. */
export function ForGood({ children }: { children: ReactNode }) {
  return (
    <div className="notice">
      <Icon name="alert" />
      <p>
        <strong>{children}</strong>
      </p>
    </div>
  );
}
