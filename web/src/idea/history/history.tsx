import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { IdeaActivityDocument, type IdeaActivityQuery } from '../../gql/graphql';
import { useLocale, useWords } from '../../language/language';
import { ActivityEntry } from './activity-entry';
import type { ShownIdea } from '../idea-page';
import { TransitionEntry } from './transition-entry';
import { ideaWords } from '../words';

/** An activity as the timeline shows it. */
export type ShownActivity = NonNullable<IdeaActivityQuery['idea']>['activity']['nodes'][number];
/** A change of stage or state as the timeline shows it. */
export type ShownTransition = ShownIdea['transitions'][number];

/** The path's own steps tell of these, and of more. */
const TOLD_BY_STEPS = new Set(['IDEA_CREATED', 'IDEA_ADVANCED', 'IDEA_RETURNED']);
const SHOWN_FIRST = 12;
/** On paper only steps stand below these; the same number as in idea.css. */
const ON_PAPER = 3;

type Entry = { at: string } & ({ step: ShownTransition } | { activity: ShownActivity });

function entriesOf(steps: readonly ShownTransition[], activities: readonly ShownActivity[]): Entry[] {
  const others = activities.filter(({ kind }) => !TOLD_BY_STEPS.has(kind));
  const moves = steps.filter(({ from, to }) => from !== to || activities.length === 0);
  return [
    ...moves.map(step => ({ at: step.at, step })),
    ...others.map(activity => ({ at: activity.at, activity })),
  ].toSorted((a, b) => b.at.localeCompare(a.at));
}

/** How long after a step the log tells of it at most. */
const TOLD_WITHIN_MS = 60_000;

/** The first that the log tells after a step was taken. */
function toldOf({ at }: ShownTransition, activities: readonly ShownActivity[]): ShownActivity | undefined {
  const since = (each: ShownActivity) => Date.parse(each.at) - Date.parse(at);
  return activities
    .filter(each => TOLD_BY_STEPS.has(each.kind) && since(each) >= 0 && since(each) < TOLD_WITHIN_MS)
    .toSorted((a, b) => since(a) - since(b))[0];
}

/** What has happened, newest first: the steps along the path, and between them every other change one may see. */
export function History({ idea }: { idea: ShownIdea }) {
  const t = useWords(ideaWords);
  const locale = useLocale();
  const [all, setAll] = useState(false);
  const [{ data }] = useQuery({ query: IdeaActivityDocument, variables: { code: idea.code, locale } });
  const activities = data?.idea?.activity.nodes;
  const entries = useMemo(() => entriesOf(idea.transitions, activities ?? []), [idea.transitions, activities]);
  const shown = all ? entries : entries.slice(0, SHOWN_FIRST);
  return (
    <section className="panel" aria-labelledby="history">
      <h2 id="history">{t.history}</h2>
      <ol className="timeline">
        {shown.map(entry =>
          'step' in entry ? (
            <TransitionEntry key={entry.step.id} step={entry.step} told={toldOf(entry.step, activities ?? [])} />
          ) : (
            <ActivityEntry key={entry.activity.id} activity={entry.activity} />
          ),
        )}
      </ol>
      {shown.length > ON_PAPER && <p className="on-paper">{t.restOnScreen}</p>}
      {shown.length < entries.length && (
        <button type="button" onClick={() => setAll(true)}>
          {t.older}
        </button>
      )}
    </section>
  );
}
