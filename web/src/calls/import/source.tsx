import { useRef, useState, type DragEvent } from 'react';
import { useLanguage, useWords } from '../../language/language';
import { Field } from '../../parts/form/field';
import { Icon } from '../../parts/icon';
import type { CallFormat } from '../../gql/graphql';
import type { ImportKind } from './import-kind';
import { importWords } from './import-words';
import { templateIn } from './template';

/** A file, chosen or dropped, or a text: the one that was given last counts. */
export function Source({ kind, onSource }: { kind: ImportKind; onSource: () => void }) {
  const heading = useWords({ heading: kind.heading }).heading;
  const t = useWords(importWords);
  const [content, setContent] = useState('');
  const [hasFile, setHasFile] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const format = useRef<HTMLSelectElement>(null);
  const dropped = useDrop(file);
  return (
    <fieldset {...dropped.target} className={dropped.isOver ? 'drop over' : 'drop'}>
      <legend className="unseen">{heading}</legend>
      <Field label={t.format}>
        {wiring => (
          <select {...wiring} name="format" ref={format} onChange={onSource}>
            {kind.formats.map(format => (
              <option key={format} value={format}>
                {t.formats[format as CallFormat]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t.file} hint={`${t.fileHint} ${t.most(kind.most)}`}>
        {wiring => (
          <input
            {...wiring}
            type="file"
            name="file"
            accept=".xlsx,.csv,.json,.txt"
            ref={file}
            onChange={event => {
              setHasFile(event.target.value !== '');
              setContent('');
              format.current!.value = formatOf(event.target.value) ?? format.current!.value;
              onSource();
            }}
          />
        )}
      </Field>
      {kind.isOfCalls && <Template />}
      <Workbook name={kind.template} />
      <div className="wide">
        <Field label={t.content} hint={t.contentHint}>
          {wiring => (
            <textarea
              {...wiring}
              name="content"
              className="content"
              rows={8}
              required={!hasFile}
              value={content}
              onChange={event => {
                setContent(event.target.value);
                file.current!.value = '';
                setHasFile(false);
                // A workbook is no text.
                if (format.current!.value === 'XLSX') format.current!.value = 'CSV';
                onSource();
              }}
            />
          )}
        </Field>
      </div>
    </fieldset>
  );
}

/** The format that a file's name tells. */
function formatOf(name: string): 'XLSX' | 'CSV' | undefined {
  const ending = /\.(xlsx|csv)$/i.exec(name)?.[1]?.toUpperCase();
  return ending as 'XLSX' | 'CSV' | undefined;
}

/** A table to begin with. */
function Template() {
  const t = useWords(importWords);
  const language = useLanguage();
  const address = `data:text/csv;charset=utf-8,${encodeURIComponent(templateIn(language))}`;
  return (
    <p className="wide">
      <a href={address} download={t.templateFile}>
        <Icon name="download" /> {t.template}
      </a>{' '}
      <span className="soft">{t.templateHint}</span>
    </p>
  );
}

/** An empty workbook that says what is written in each column, and offers the values. */
function Workbook({ name }: { name: ImportKind['template'] }) {
  const t = useWords(importWords);
  const language = useLanguage();
  return (
    <p className="wide">
      <a href={`/export/templates/${name}.xlsx?locale=${language}`} download>
        <Icon name="download" /> {t.workbook}
      </a>{' '}
      <span className="soft">{t.workbookHint}</span>
    </p>
  );
}

/** A file that is dropped is chosen, as if by the button. */
function useDrop(file: React.RefObject<HTMLInputElement | null>) {
  const [isOver, setIsOver] = useState(false);
  const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');
  const target = {
    onDragOver: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave: () => setIsOver(false),
    onDrop: (event: DragEvent) => {
      setIsOver(false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      file.current!.files = event.dataTransfer.files;
      file.current!.dispatchEvent(new Event('change', { bubbles: true }));
    },
  };
  return { isOver, target };
}
