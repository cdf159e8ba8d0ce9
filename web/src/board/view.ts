import { store, stored } from '../client/stored';
import { useFilters, type Filters } from './filters';

/** How the ideas are shown: as cards with all or with the least on them, or as the rows of a table. */
export type View = 'full' | 'compact' | 'table';
export type CardSize = Exclude<View, 'table'>;

export const VIEWS: readonly View[] = ['full', 'compact', 'table'];
const NAME = 'board-view';

const known = (name: string | null): View | undefined => VIEWS.find(view => view === name);

/** The view of the address; where it names none, the one that was chosen last on this device. */
export function useView(): View {
  return known(useFilters().value('view')) ?? known(stored(() => localStorage, NAME)) ?? 'full';
}

/** Chooses a view, now and next time. The address names it, so that what is sent looks the same. */
export function chooseView(view: View, filters: Filters): void {
  store(() => localStorage, NAME, view);
  filters.change('view', view);
}
