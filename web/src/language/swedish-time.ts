const parts = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Stockholm',
});

/** A moment as a field for date and time shows it, in Swedish time: 2026-11-24T17:00. */
export function toSwedish(moment: string | number): string {
  return parts.format(new Date(moment)).replace(' ', 'T');
}

/** The moment that a field for date and time means, in Swedish time. */
export function fromSwedish(field: string): string {
  const asUtc = Date.parse(`${field}Z`);
  const offsetAt = (moment: number) => Date.parse(`${toSwedish(moment)}Z`) - moment;
  // Twice, since the offset that holds is the one at the moment itself, which a change of clocks may move.
  const near = asUtc - offsetAt(asUtc);
  return new Date(asUtc - offsetAt(near)).toISOString();
}
