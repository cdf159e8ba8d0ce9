import fc from 'fast-check';

/** What every test draws by is fast-check, with the seed of CI and the patience of a hunt. */
export * from 'fast-check';

const { PROPERTY_SEED, PROPERTY_SECONDS = '0' } = process.env;
if (PROPERTY_SEED) fc.configureGlobal({ seed: Number(PROPERTY_SEED) });

// A test may set the clock, and a hunt goes by the real one.
const now = performance.now.bind(performance);

/** Holds a property once, or while a hunt lasts: again and again, each time by other draws. */
export const assert = ((property: fc.IProperty<unknown>, parameters?: fc.Parameters<unknown>) => {
  const end = now() + Number(PROPERTY_SECONDS) * 1000;
  const once = () => fc.assert(property, parameters);
  return property.isAsync() ? untilAsync(end, once) : until(end, once);
}) as typeof fc.assert;

function until(end: number, once: () => void): void {
  do once();
  while (now() < end);
}

async function untilAsync(end: number, once: () => unknown): Promise<void> {
  do await once();
  while (now() < end);
}
