import { followed, useFollowed } from '../client/stored';

const said = followed('');

/** Tells those who don't see the page what just happened. */
export function announce(text: string): void {
  said.write(text);
}

/** The place that screen readers listen to. */
export function Announcer() {
  return (
    <div className="unseen" role="status">
      {useFollowed(said)}
    </div>
  );
}
