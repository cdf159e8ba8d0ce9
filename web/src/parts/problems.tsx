import type { RefusedFragment } from '../gql/graphql';
import { Icon } from './icon';

/** What the service refused and why, in the reader's language. */
export function Problems({ problems }: { problems: readonly Pick<RefusedFragment, 'message' | 'path'>[] }) {
  if (problems.length === 0) return null;
  return (
    <div className="notice bad" role="alert">
      <Icon name="alert" />
      <ul>
        {problems.map(({ message, path }) => (
          <li key={`${path?.join('.')} ${message}`}>{message}</li>
        ))}
      </ul>
    </div>
  );
}
