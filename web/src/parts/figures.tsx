import type { ReactNode } from 'react';

/** A name and its value; where there is no value nothing stands. */
export type Figure = readonly [name: string, value: ReactNode];

/** Values by their names. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className="figures">
      {figures.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
