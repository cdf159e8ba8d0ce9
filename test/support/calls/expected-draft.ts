import type { ExportedCall } from '../../../src/funding-calls/exchange/exported-call.js';
import type { CallDraft } from '../../../src/funding-calls/exchange/draft/call-draft.js';

/** The value but for some of its fields. */
export function without<T extends object, K extends keyof T>(value: T, ...fields: K[]): Omit<T, K> {
  const rest = { ...value };
  for (const field of fields) delete rest[field];
  return rest;
}

/** What the exported call says, as an import would say it. */
export function expectedDraft(call: ExportedCall): Omit<CallDraft, 'notes' | 'source'> {
  const amounts = ['budget', 'grantMin', 'grantMax'] as const;
  const lists = ['requiredSectors', 'environmentalObjectives', 'focusAreas'] as const;
  const language = ({ sv, en }: { sv: string; en?: string | null }) => (en ? { sv, en } : { sv });
  const values = {
    ...without(call, 'id', 'status', 'createdAt', 'updatedAt'),
    title: language(call.title),
    summary: call.summary && language(call.summary),
    opensAt: call.opensAt && new Date(call.opensAt),
    deadlines: call.deadlines
      .map(({ at, label }) => (label ? { at: new Date(at), label } : { at: new Date(at) }))
      .sort((a, b) => a.at.getTime() - b.at.getTime()),
    ...Object.fromEntries(lists.map(list => [list, call[list]?.length ? call[list] : null])),
    // No amount is zero: registers write it where they have none.
    ...Object.fromEntries(amounts.map(field => [field, Number(call[field]?.amount ?? 0) === 0 ? null : call[field]])),
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value != null)) as never;
}
