import { isObject } from '../../source/json/json.js';
import { Readings } from '../../draft/readings.js';

/** The registry that our own export names a call's identifier by. */
export const OWN_REGISTRY = 'opp:kickstart-s3:identifier';

/** Registries of CommonGrants 0.5 for the number that a funder gives an opportunity. */
const FUNDERS = ['opp:us:fon'];

/** The funder's own identifier in `identifiers` (CommonGrants 0.5), or undefined. */
export function identifierIn(readings: Readings): string | undefined {
  for (const registry of FUNDERS) {
    const found = idAt(readings, ['identifiers', registry]);
    if (found !== undefined) return found;
  }
  const others = readings.value('identifiers', 'otherIds');
  if (!isObject(others)) return undefined;
  const registries = Object.keys(others).filter(registry => registry.startsWith('opp:'));
  const [registry] = registries.includes(OWN_REGISTRY) ? [OWN_REGISTRY] : registries.length === 1 ? registries : [];
  return registry === undefined ? undefined : idAt(readings, ['identifiers', 'otherIds', registry]);
}

/** The identifier in one registry; of several, one that still holds. */
function idAt(readings: Readings, path: string[]): string | undefined {
  if (!isObject(readings.value(...path))) return undefined;
  const primary = readings.identifier(...path, 'id');
  if (primary !== undefined) return primary;
  const all = readings.objects(...path, 'allIds').map(id => new Readings(id));
  return (all.find(id => id.text('status') === 'active') ?? all[0])?.identifier('id');
}
