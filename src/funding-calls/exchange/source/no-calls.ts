import { fault } from '../../../shared/refuse.js';
import type { CallRow } from '../draft/call-draft.js';

/** A file in which there was no row at all: most often another file, or another format, than was meant. */
export const NO_CALLS: CallRow = {
  row: 0,
  faults: [
    fault('INVALID', [], {
      sv: 'Filen har inga utlysningar: här finns inget att läsa in. Är det rätt fil, och rätt format?',
      en: 'The file has no calls: there is nothing to import. Is it the right file, and the right format?',
    }),
  ],
};

/** A source that answers with no row at all: it may have none at present. */
export const NO_CALLS_NOW: CallRow = {
  row: 0,
  skipped: {
    sv: 'Källan svarar utan utlysningar: här finns inget att läsa in.',
    en: 'The source answers without calls: there is nothing to import.',
  },
};
