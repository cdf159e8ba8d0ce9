import { swedishDay } from '../shared/time/local-time.js';
import type { SetSql } from '../reading/scope.js';
import type { Untyped } from '../shared/untyped.js';
import type { Viewer } from '../shared/viewer.js';
import type { AgendaItem } from './agenda-item.js';
import { AGENDA_POLICY } from './agenda-policy.js';
import { LED_IDEAS, OTHERS, STALLED_IDEAS } from './agenda-sql.js';
import { agendaOf } from './agenda.js';
import { NEW_CALLS, SEEKING_IDEAS } from './new-calls.js';

/** What of a request is needed to know what waits for whoever asks. */
interface Reading {
  readonly viewer: Viewer;
  readClock(): Date;
  once(set: SetSql): Promise<Untyped[]>;
}

const made = new WeakMap<Reading, Promise<AgendaItem[]>>();

/** Everything that waits for the viewer, the most urgent first; read once per request. */
export function agendaFor(reading: Reading): Promise<AgendaItem[]> {
  const known = made.get(reading) ?? make(reading);
  made.set(reading, known);
  return known;
}

/** Only those who change things are waited for. */
async function make(reading: Reading): Promise<AgendaItem[]> {
  const { role, partnerId } = reading.viewer;
  if (role !== 'PARTNER' && role !== 'ADMIN') return [];
  const at = reading.readClock();
  const [led, stalled, others, [calls, seeking]] = await Promise.all([
    partnerId ? reading.once(LED_IDEAS) : [],
    reading.once(STALLED_IDEAS),
    reading.once(OTHERS),
    partnerId ? newCalls(reading) : [[], []],
  ]);
  const facts = { led, stalled, others, calls, seeking };
  return agendaOf(facts, { at, today: swedishDay(at), policy: AGENDA_POLICY, partnerId });
}

/** The ideas are taken apart for matching only where there is something to match. */
async function newCalls(reading: Reading): Promise<[Untyped[], Untyped[]]> {
  const calls = await reading.once(NEW_CALLS);
  return [calls, calls.length > 0 ? await reading.once(SEEKING_IDEAS) : []];
}
