import { useId, useState, type ReactNode } from 'react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { Icon } from '../../parts/icon';
import { download } from './csv';
import { FiguresTable, type Figures } from './table';
import { pipelineWords } from '../words';

interface ChartProps {
  title: string;
  about?: string;
  /** The name of the file the figures are downloaded as. */
  file: string;
  figures: Figures;
  className?: string;
  children: ReactNode;
}

/** A drawing, the same figures as a table, and as a file. */
export function Chart({ title, about, file, figures, className = '', children }: ChartProps) {
  const t = useWords(pipelineWords);
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const name = useId();
  return (
    <figure className={`panel chart ${className}`} aria-labelledby={name}>
      <figcaption className="panel-head">
        <h2 id={name}>{title}</h2>
        <div className="chart-tools">
          <button
            type="button"
            className="quiet"
            aria-pressed={asTable}
            aria-label={t.asTable(title)}
            onClick={() => setAsTable(!asTable)}
          >
            <Icon name="table" />
            {t.table}
          </button>
          <button
            type="button"
            className="quiet"
            aria-label={t.download(title)}
            onClick={() => download(figures, file)}
          >
            <Icon name="download" />
            CSV
          </button>
        </div>
      </figcaption>
      {about && <p className="soft chart-about">{about}</p>}
      {asTable ? <FiguresTable figures={figures} caption={title} write={format.number} /> : children}
    </figure>
  );
}
