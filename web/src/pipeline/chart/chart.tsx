import { useId, useState, type ReactNode } from 'react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { Icon } from '../../parts/icon';
import { download } from './csv';
import { FiguresTable, type Figures } from './table';
import { pipelineWords } from '../words';

/** As many of a list that can grow are printed, so that the pipeline stays on two sheets; pipeline.css counts them. */
const ON_PAPER = 8;

interface ChartProps {
  title: string;
  about?: string;
  /** The name of the file the figures are downloaded as. */
  file: string;
  figures: Figures;
  className?: string;
  /** How many the drawing lists, where that can grow: on paper the first stand, and it is said that there are more. */
  listed?: number;
  children: ReactNode;
}

/** A drawing, the same figures as a table, and as a file. */
export function Chart({ title, about, file, figures, className = '', listed = 0, children }: ChartProps) {
  const t = useWords(pipelineWords);
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const name = useId();
  return (
    <figure className={`panel chart ${className} ${listed > ON_PAPER ? 'shortened' : ''}`} aria-labelledby={name}>
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
      {!asTable && listed > ON_PAPER && <p className="on-paper">{t.firstOnPaper(ON_PAPER, listed)}</p>}
    </figure>
  );
}
