import { Icon } from '../icon';

/** One thing that was refused, in the reader's language; `path` leads to the field it is about. */
export interface Problem {
  message: string;
  path?: readonly string[] | null | undefined;
  /** The service's word for it, where it was the service that refused. */
  code?: string | undefined;
}

/** What the service refused and why. */
export function Problems({ problems }: { problems: readonly Problem[] }) {
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
