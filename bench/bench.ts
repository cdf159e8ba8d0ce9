/** What can be measured, by the name that is given first; without one, the service beside what people would pick instead. */
const KINDS = new Map<string | undefined, () => Promise<unknown>>([
  ['live', () => import('./telling/live.js')],
  ['soak', () => import('./soak.js')],
  ['stand-still', () => import('./stand-still.js')],
  ['mcp', () => import('./mcp.js')],
  ['webhooks', () => import('./telling/webhooks.js')],
  ['growth', () => import('./growth/growth.js')],
  ['everything', () => import('./everything.js')],
  ['mails', () => import('./telling/mails.js')],
  ['strangers', () => import('./strangers.js')],
  ['paint', () => import('./browser/paint.js')],
]);

const kind = KINDS.get(process.argv[2]);
// Each reads what comes after its name.
if (kind) process.argv.splice(2, 1);
await (kind ?? (() => import('./compare/compare.js')))();
