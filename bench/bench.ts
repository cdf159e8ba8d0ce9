/** What can be measured, by the name that is given first; without one, the service beside what people would pick instead. */
const KINDS = new Map<string | undefined, () => Promise<unknown>>([
  ['live', () => import('./live.js')],
  ['soak', () => import('./soak.js')],
  ['stand-still', () => import('./stand-still.js')],
  ['mcp', () => import('./mcp.js')],
  ['webhooks', () => import('./webhooks.js')],
  ['mails', () => import('./mails.js')],
  ['strangers', () => import('./strangers.js')],
  ['paint', () => import('./paint.js')],
]);

const kind = KINDS.get(process.argv[2]);
// Each reads what comes after its name.
if (kind) process.argv.splice(2, 1);
await (kind ?? (() => import('./compare.js')))();
