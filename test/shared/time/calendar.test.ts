import ICAL from 'ical.js';
import { calendar, type CalendarEvent } from '../../../src/shared/time/calendar.js';
import * as fc from '../../support/properties.js';

const options = { name: 'Kickstart S3', host: 'kickstart.example.org' };
const deadline: CalendarEvent = {
  key: 'call_01/deadline/1',
  title: 'Sista dag: Grön omställning; steg 1, skiss',
  description: 'Rad 1\nRad 2 \\ slut',
  url: 'https://example.org/eruf?a=1&b=2',
  categories: ['tech', 'missions'],
  on: { at: '2027-02-15T14:00:00+01:00' },
  changedAt: new Date('2026-11-02T11:30:00Z'),
  version: 3,
};
const milestone: CalendarEvent = {
  key: 'milestone_01',
  title: 'Prototyp',
  on: { day: '2027-01-31' },
  changedAt: '2026-11-02T11:30:00Z',
};

/** The events as another library reads them. */
function read(text: string) {
  const component = new ICAL.Component(ICAL.parse(text) as never);
  return component.getAllSubcomponents('vevent').map(event => ({ component: event, event: new ICAL.Event(event) }));
}

describe('A calendar', () => {
  it('is read by another program as it was meant', () => {
    const [first, second] = read(calendar([deadline, milestone], options));
    expect(first!.event).toMatchObject({
      uid: 'call_01/deadline/1@kickstart.example.org',
      summary: deadline.title,
      description: deadline.description,
      sequence: 3,
    });
    expect(first!.event.startDate.toString()).toBe('2027-02-15T13:00:00Z');
    expect(first!.component.getFirstPropertyValue('url')).toBe(deadline.url);
    expect(first!.component.getFirstProperty('categories')!.getValues()).toEqual(['tech', 'missions']);
    expect([second!.event.startDate.isDate, second!.event.startDate.toString()]).toEqual([true, '2027-01-31']);
  });

  it('is the same text for the same events, with identities that stay when the date moves', () => {
    expect(calendar([deadline], options)).toBe(calendar([deadline], options));
    const [moved] = read(calendar([{ ...deadline, on: { at: '2028-01-01T00:00:00Z' } }], options));
    expect(moved!.event.uid).toBe('call_01/deadline/1@kickstart.example.org');
  });

  it('names no time zone: every time is in UTC', () => {
    expect(calendar([deadline, milestone], options)).not.toMatch(/VTIMEZONE|TZID/);
  });

  it('says that an event was called off', () => {
    const [event] = read(calendar([{ ...deadline, cancelled: true }], options));
    expect(event!.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });

  it('is a calendar without events too', () => {
    expect(read(calendar([], options))).toEqual([]);
  });

  it('has lines of at most 75 octets that end in CRLF, as RFC 5545 asks', () => {
    const lines = calendar([{ ...deadline, description: 'åäö 😀 '.repeat(200) }], options).split('\r\n');
    expect(Math.max(...lines.map(line => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines.join('')).not.toMatch(/[\r\n]/);
  });

  it('cannot be given lines of somebody else, whatever a title holds', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
        fc.constantFrom('\r', '\n', '\r\n', '\u2028', ';', ',', '\\', ':', 'END:VEVENT', '"'),
      ),
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, text, (title, description) => {
        const found = read(calendar([{ ...deadline, title, description, categories: [title] }, milestone], options));
        expect(found).toHaveLength(2);
        expect(found[1]!.event.summary).toBe('Prototyp');
        const names = found[0]!.component.getAllProperties().map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
      }),
      { numRuns: 300 },
    );
  });
});
