import { dayAndTimeIn, isZone, momentIn } from '../../../src/shared/time/local-time.js';

describe('Local times', () => {
  it.each([
    ['2027-02-15', '2027-02-15T11:00:00.000Z', true],
    ['2027-02-15T14:00:00', '2027-02-15T13:00:00.000Z', false],
    ['2027-02-15 14:00', '2027-02-15T13:00:00.000Z', false],
    ['2027-07-15T14:00:00.5', '2027-07-15T12:00:00.500Z', false],
    ['2027-02-15T14:00:00Z', '2027-02-15T14:00:00.000Z', false],
    ['2027-02-15T14:00:00.000+0000', '2027-02-15T14:00:00.000Z', false],
    ['2027-02-15T14:00:00-05', '2027-02-15T19:00:00.000Z', false],
    // The hour that the change back from summer time doubles.
    ['2027-10-31T02:30:00', '2027-10-31T00:30:00.000Z', false],
  ])('of Stockholm: %s is %s', (text, at, dayOnly) => {
    expect(momentIn('Europe/Stockholm', text, '12:00:00')).toEqual({ at: new Date(at), dayOnly });
  });

  it.each([
    '2027-02-30',
    '2027-13-01',
    '2027-02-15T25:00',
    '2027-02-15 soon',
    '2027-02-15Z',
    '15 Feb 2027',
    '',
    '0202-02-15',
    '20270-02-15',
    // The hour that the change to summer time skips.
    '2027-03-28T02:30:00',
  ])('"%s" is no date', text => {
    expect(momentIn('Europe/Stockholm', text, '12:00:00')).toBe('IMPOSSIBLE');
  });

  it.each(['1900-01-01', '1900-01-01T00:00:00', '9999-12-31'])('%s stands for no date', text => {
    expect(momentIn('Europe/Stockholm', text, '12:00:00')).toBe('UNSET');
  });

  it('begin a day also where a zone skips its midnight', () => {
    const at = new Date('2024-04-25T22:00:00.000Z');
    expect(momentIn('Africa/Cairo', '2024-04-26', '00:00:00')).toEqual({ at, dayOnly: true });
  });

  it('are written back in a zone', () => {
    expect(dayAndTimeIn('Europe/Stockholm', new Date('2027-02-15T22:59:59Z'))).toEqual(['2027-02-15', '23:59:59']);
  });

  it('know zones by name', () => {
    expect(['Europe/Brussels', 'UTC', 'Mars/Base', '../etc', ''].map(isZone)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
