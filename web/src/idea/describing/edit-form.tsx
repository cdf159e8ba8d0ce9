import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useLanguage, useWords } from '../../language/language';
import { Form } from '../../parts/form/form';
import { beginAtFirstField } from '../../parts/focus/first-field';
import { mayLeave } from '../../parts/form/unsaved';
import { Loading } from '../../parts/states';
import type { ShownIdea } from '../idea-page';
import { ClashChoices, chosenIn } from './clash-choices';
import { writtenIn } from './description';
import { PARTS, type PartName } from './parts';
import { useReading, useSave, type Known } from './use-save';
import { describingWords } from './words';

interface EditFormProps {
  idea: ShownIdea;
  part: PartName;
  onClose: () => void;
}

/** The form of one part, in its place. Escape leaves it, and Ctrl + Enter saves from a field of several lines too. */
export function EditForm({ idea, part, onClose }: EditFormProps) {
  const known = useKnown(idea.code);
  const form = useRef<HTMLFormElement>(null);
  const t = useWords(describingWords);
  const tongue = useLanguage();
  const { name, fields, Fields } = PARTS[part];
  const { save, problems, clash, busy } = useSave(idea.code, name[tongue], onClose);
  const place = useFirstFocused(Boolean(known));
  if (!known) return <Loading lines={1} />;
  const leave = () => mayLeave(form.current) && onClose();
  const submit = (written: FormData) =>
    clash ? save(chosenIn(written, clash), clash.theirs) : save(writtenIn(written, fields, known.description), known);
  return (
    <div
      className="in-place"
      role="group"
      aria-label={t.edit(name[tongue])}
      tabIndex={-1}
      ref={place}
      onKeyDown={event => byKey(event, { leave, save: () => form.current?.requestSubmit() })}
    >
      <Form ref={form} problems={problems} onSave={submit} className="" unmarked>
        <div hidden={clash !== null} className="in-place-fields">
          <Fields from={known.description} needed={charactersNeeded(idea)} />
        </div>
        {clash && <ClashChoices clash={clash} />}
        <Ways busy={busy} clashing={clash !== null} onLeave={leave} />
      </Form>
    </div>
  );
}

function Ways({ busy, clashing, onLeave }: { busy: boolean; clashing: boolean; onLeave: () => void }) {
  const t = useWords(describingWords);
  return (
    <div className="form-end">
      <button type="submit" className="main-deed" aria-disabled={busy}>
        {clashing ? t.saveChosen : t.save}
      </button>
      <button type="button" onClick={onLeave}>
        {t.cancel}
      </button>
    </div>
  );
}

/** What the idea was described by when the form was opened: later changes by others are no part of it. */
function useKnown(code: string): Known | undefined {
  const reading = useReading(code);
  const read = useRef(reading);
  const [known, setKnown] = useState<Known>();
  useEffect(() => {
    void read.current().then(setKnown);
  }, [code]);
  return known;
}

/** One begins at the first field, or at the form itself while its fields are on their way. */
function useFirstFocused(shown: boolean) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => (shown ? beginAtFirstField(place.current!) : undefined), [shown]);
  return place;
}

function byKey(event: KeyboardEvent, ways: { leave: () => void; save: () => void }): void {
  if (event.key === 'Escape') ways.leave();
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) ways.save();
}

/** How long a summary the gate ahead asks for; nothing once that gate is passed. */
function charactersNeeded({ readiness }: ShownIdea): number | undefined {
  const described = readiness?.requirements.find(({ code }) => code === 'DESCRIBED');
  return described?.required ? Number(described.required) : undefined;
}
