import type { Bilingual } from '../../shared/text/wording.js';
import type { Cells } from '../cells.js';

/** Why no row can have been written from a version. */
export function neverWas(written: number | string, { version }: { readonly version?: number } = {}): Bilingual {
  const [sv, en] = version === undefined ? ['', ''] : [`, den är nu ${version}`, `, which is now ${version}`];
  return {
    sv: `Version ${written} har aldrig funnits${sv}. Låt kolumnen stå som i exporten.`,
    en: `There has never been a version ${written}${en}. Leave the column as it was exported.`,
  };
}

/** Which version a row was written from. */
export function versionIn(cells: Cells): number | undefined {
  const [filled] = cells.all('version');
  if (!filled || !/^\d{7,}$/.test(filled.cell)) return cells.integer('version');
  cells.remarks.broken(filled.path, neverWas(filled.cell.slice(0, 40)));
  return undefined;
}
