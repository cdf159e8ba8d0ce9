import type { ShownApplicationFragment } from '../../gql/graphql';
import { APPLICATION_STATUS } from '../../language/domain-words';
import { useFormat } from '../../language/format';
import { useSay, useWords } from '../../language/language';
import { applicationWords } from './application-words';

/** What the fields of an application say, as people read them. */
function useTold() {
  const t = useWords(applicationWords);
  const say = useSay();
  const format = useFormat();
  return ({ status, requested, coFinancing, granted, deadline, reference }: ShownApplicationFragment) =>
    [
      [t.status, say(APPLICATION_STATUS, status)],
      [t.requested, requested && format.money(requested)],
      [t.coFinancing, coFinancing && format.money(coFinancing)],
      [t.granted, granted && format.money(granted)],
      [t.deadline, deadline && format.moment(deadline)],
      [t.reference, reference],
    ].map(([name, value]) => [name!, value || t.nothing] as const);
}

interface ChangedMeanwhileProps {
  opened: ShownApplicationFragment;
  now: ShownApplicationFragment;
}

/** What others have changed since a dialog was opened, side by side. */
export function ChangedMeanwhile({ opened, now }: ChangedMeanwhileProps) {
  const t = useWords(applicationWords);
  const told = useTold();
  if (opened.version === now.version) return null;
  const present = told(now);
  const rows = told(opened).map(([name, before], index) => [name, before, present[index]![1]] as const);
  return (
    <div className="notice" role="alert">
      <div>
        <p>{t.changedMeanwhile}</p>
        <table>
          <thead>
            <tr>
              {[t.field, t.before, t.now].map(name => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows
              .filter(([, before, after]) => before !== after)
              .map(([name, before, after]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{before}</td>
                  <td>{after}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
