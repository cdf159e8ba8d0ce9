import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { Instant } from './instant.js';

/** Something with a date: a call's deadline, a milestone, an own application's deadline. */
export interface CalendarEvent {
  /** What the event is about and which of its dates, such as "call_…/deadline/1": the same for ever, though the date moves. */
  readonly key: string;
  readonly title: string;
  readonly description?: string | null;
  readonly url?: string | null;
  readonly categories?: readonly string[];
  /** A moment, or a whole day ("2027-01-31"). */
  readonly on: { readonly at: Instant } | { readonly day: string };
  /** When what it is about last changed, and how many times; calendar programs take the newest. */
  readonly changedAt: Instant;
  readonly version?: number;
  readonly cancelled?: true;
}

export interface CalendarOptions {
  /** What calendar programs call it. */
  readonly name: string;
  /** The host that the events' identities belong to: they stay unique among all calendars. */
  readonly host: string;
}

/** How often calendar programs should ask again. */
const REFRESH_SECONDS = 60 * 60;

/** The events as iCalendar (RFC 5545), with every time in UTC, so that no time zone has to be described. */
export function calendar(events: Iterable<CalendarEvent>, { name, host }: CalendarOptions): string {
  const feed = ical({
    name,
    prodId: { company: host, product: 'kickstart-s3', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
  });
  for (const event of events) {
    feed.createEvent({
      id: `${event.key}@${host}`,
      sequence: event.version ?? 0,
      stamp: new Date(event.changedAt),
      lastModified: new Date(event.changedAt),
      summary: event.title,
      transparency: ICalEventTransparency.TRANSPARENT,
      ...timesOf(event),
      ...(event.description && { description: event.description }),
      ...(event.url && { url: event.url }),
      categories: (event.categories ?? []).filter(name => name.trim() !== '').map(name => ({ name })),
      ...(event.cancelled && { status: ICalEventStatus.CANCELLED }),
    });
  }
  // RFC 5545, 3.1: every line ends so, the last one too.
  return `${feed.toString().trimEnd()}\r\n`;
}

function timesOf({ on }: CalendarEvent) {
  if ('day' in on) return { start: new Date(`${on.day}T00:00:00Z`), allDay: true, timezone: 'UTC' };
  return { start: new Date(on.at) };
}
