import type { SaidActivityFragment } from '../../gql/graphql';
import { useSay, useWords } from '../../language/language';
import { useWritten } from '../../language/written';
import { ideaWords } from '../words';
import { projectWords } from '../project/project-words';
import { CHANGED } from './change-words';
import { partsOf } from './parts-changed';
import { useAreaNames } from './use-area-names';

type Change = SaidActivityFragment['changes'][number];

/** Characters of a value that stand on the event's own line; longer ones are folded. */
const SHORT = 60;

interface Told {
  field: string;
  /** What the field is of, where that is a part of what is told of. */
  of: string | undefined;
  before: string;
  after: string;
  /** Whether the field was empty before, as all fields of a new thing are. */
  isNew: boolean;
}

/** Which fields changed, from what to what; long texts are folded under the field's name. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  const say = useSay();
  const told = useTold(changes);
  const isShort = ({ before, after }: Told) => Math.max(before.length, after.length) <= SHORT;
  const [short, long] = [told.filter(isShort), told.filter(each => !isShort(each))];
  return (
    <>
      {short.length > 0 && (
        <p className="changed">
          {short.map(({ field, of, before, after, isNew }, place) => (
            <span key={`${field} ${of}`}>
              {place > 0 && ' · '}
              {of && `${of}, `}
              {say(CHANGED, field)}: {!isNew && <FromTo before={before} />}
              <ins>{after}</ins>
            </span>
          ))}
        </p>
      )}
      {long.map(({ field, of, before, after, isNew }) => (
        <details key={`${field} ${of}`} className="changed">
          <summary>{[of, say(CHANGED, field)].filter(Boolean).join(', ')}</summary>
          {!isNew && (
            <p>
              <del>{before}</del>
            </p>
          )}
          <p>
            <ins>{after}</ins>
          </p>
        </details>
      ))}
    </>
  );
}

function FromTo({ before }: Pick<Told, 'before'>) {
  const t = useWords(ideaWords);
  return (
    <>
      <del>{before}</del> <span aria-label={t.became}>→</span>{' '}
    </>
  );
}

/** The changes in words: fields that people know, and values as the page writes them. */
function useTold(changes: readonly Change[]): Told[] {
  const t = useWords(ideaWords);
  const write = useWritten();
  const areaName = useAreaNames(changes.some(({ field }) => field === 'focusAreas'));
  const { waivedTold } = useWords(projectWords);
  const named = (field: string, value: unknown) => {
    if (field === 'waiveDuration') return waivedTold;
    if (field === 'visibility') return t.visibility[value as keyof typeof t.visibility];
    if (field === 'letterOfIntent') return t.letterShort[value as keyof typeof t.letterShort];
    return field === 'focusAreas' && Array.isArray(value) ? value.map(areaName) : value;
  };
  const written = (field: string, value: unknown) => write(field, value == null ? value : named(field, value));
  return changes
    .flatMap(partsOf)
    .filter(({ field, before, after }) => field in CHANGED && !(isEmpty(before) && isEmpty(after)))
    .map(({ field, of, before, after }) => ({
      field,
      of: of == null ? undefined : write('title', of),
      before: written(field, before),
      after: written(field, after),
      isNew: isEmpty(before),
    }));
}

const isEmpty = (value: unknown) => value == null || (Array.isArray(value) && value.length === 0);
