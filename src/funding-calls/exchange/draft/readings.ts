import { LONGEST } from '../../../shared/checks.js';
import type { Localized } from '../../../shared/text/localized-text.js';
import { cut } from '../../../shared/text/clean-text.js';
import type { Amount } from '../../../shared/money.js';
import { fault } from '../../../shared/refuse.js';
import type { Bilingual } from '../../../shared/text/wording.js';
import { Assumptions } from './assumptions.js';
import type { DraftPart, RowFault } from './call-draft.js';
import { asItStands, isObject, isTextual, type Json, type JsonObject } from '../source/json.js';
import { LIMITS } from '../source/source-limits.js';
import { YEARS } from '../../../shared/time/instant.js';
import { momentIn, type Moment, type NoMoment } from '../../../shared/time/local-time.js';
import { dateLine, line, paragraphs, quoted } from './plain-text.js';
import { currencyCode, exactAmount, isWebAddress } from '../../../shared/values/exact-values.js';

const REACH = `${YEARS.first}–${YEARS.last}`;

const NOT_AN_OBJECT: Bilingual = { sv: 'Raden är inget objekt.', en: 'The row is not an object.' };

/** One row of a source while it is read: its values, what had to be assumed, and what is wrong with it. */
export class Readings {
  constructor(
    private record: JsonObject,
    readonly notes: Localized[] = [],
    readonly faults: RowFault[] = [],
    readonly assumptions = new Assumptions(),
  ) {}

  /** Readings of an element of a list; one that is no object is a fault. */
  static of(value: Json): Readings {
    const readings = new Readings(isObject(value) ? value : {});
    if (!isObject(value)) readings.wrong([], NOT_AN_OBJECT);
    return readings;
  }

  /** Readings of a part of the row: what is noted there, and what is wrong there, is so of the row. */
  inside(part: JsonObject): Readings {
    return new Readings(part, this.notes, this.faults, this.assumptions);
  }

  /** Lets go of the values; notes and faults stay. */
  release(): void {
    this.record = {};
  }

  note(told: Bilingual): void {
    if (this.notes.length < LIMITS.remarks) this.notes.push(told);
  }

  /** Says that a part of the draft is an assumption of ours; what a person should know of it is noted too. */
  assume(part: DraftPart, told?: Bilingual): void {
    this.assumptions.add(part);
    if (told) this.note(told);
  }

  /** Says that the row gives a moment's day in a zone, and no time of day; `moment` and `deadline` find that themselves. */
  assumeTime(at: Date, zone: string): void {
    this.assumptions.addTime(at, zone);
  }

  wrong(path: readonly string[], told: Bilingual): void {
    if (this.faults.length >= LIMITS.remarks) return;
    const cell = path.length === 0 ? undefined : asItStands(this.value(...path));
    this.faults.push({ ...fault('INVALID', path, told), ...(cell !== undefined && { cell }) });
  }

  missing(path: readonly string[]): void {
    const name = path.join('.');
    this.faults.push(fault('REQUIRED', path, { sv: `${name} saknas.`, en: `${name} is missing.` }));
  }

  /** The value at a path, whatever it is. */
  value(...path: string[]): Json | undefined {
    return path.reduce<Json | undefined>((value, field) => (isObject(value) ? value[field] : undefined), this.record);
  }

  /** The objects in a list; anything else in it is named. */
  objects(...path: string[]): JsonObject[] {
    const value = this.value(...path);
    if (value == null) return [];
    const items = Array.isArray(value) ? value : [value];
    if (!items.every(isObject)) this.unreadable(path, value);
    return items.filter(isObject);
  }

  /** One line of text, or undefined. The first of a list counts, as do numbers. */
  text(...path: string[]): string | undefined {
    const raw = this.raw(path);
    return raw === undefined ? undefined : line(raw) || undefined;
  }

  /** Every text of a list, or the only one. */
  texts(...path: string[]): string[] {
    const value = this.value(...path);
    const items = value == null ? [] : Array.isArray(value) ? value : [value];
    const readable = items.filter(isTextual);
    if (readable.length < items.length) this.unreadable(path, value as Json);
    return readable.slice(0, LIMITS.texts).flatMap(item => line(String(item)) || []);
  }

  /** The text of a deadline. A value of any other shape refuses the row: without its deadline a call looks open for ever. */
  dateText(...path: string[]): string | undefined {
    const value = this.value(...path);
    if (isTextual(value)) return dateLine(String(value)) || undefined;
    if (value != null) this.noSuchDate(path, JSON.stringify(value));
    return undefined;
  }

  /** The texts of deadlines in a list, or of the only one, as strictly. */
  dateTexts(path: readonly string[], value = this.value(...path)): string[] {
    const items = (Array.isArray(value) ? value : [value]).filter(item => item != null);
    const readable = items.filter(isTextual);
    if (readable.length < items.length) this.noSuchDate(path, JSON.stringify(value));
    return readable.slice(0, LIMITS.texts).flatMap(item => dateLine(String(item)) || []);
  }

  /** A text as it stands, such as JSON inside a string. */
  whole(...path: string[]): string | undefined {
    return this.raw(path);
  }

  /** A name of something, cut at the length that is kept. */
  name(...path: string[]): string | undefined {
    return this.shortened(path, this.text(...path), LONGEST.name);
  }

  title(...path: string[]): string | undefined {
    return this.shortened(path, this.text(...path), LONGEST.title);
  }

  /** A description as plain text in paragraphs, cut at the length that is kept. */
  description(...path: string[]): string | undefined {
    const raw = this.raw(path);
    return raw === undefined ? undefined : this.shortened(path, paragraphs(raw) || undefined, LONGEST.text);
  }

  shortened(path: readonly string[], text: string | undefined, longest: number): string | undefined {
    if (text === undefined || text.length <= longest) return text;
    this.note({
      sv: `${path.join('.')} har kortats till ${longest} tecken.`,
      en: `${path.join('.')} has been cut to ${longest} characters.`,
    });
    return cut(text, longest);
  }

  /** A web address, or undefined; anything else is named and left out. */
  url(...path: string[]): string | undefined {
    const text = this.address(...path);
    if (text === undefined || isWebAddress(text)) return text;
    this.unreadable(path, text);
    return undefined;
  }

  /** What stands where an address should: blanks and line breaks around it are part of it, and make it none. */
  address(...path: string[]): string | undefined {
    const raw = this.raw(path);
    const text = raw === undefined ? '' : line(raw);
    return text === '' || isWebAddress(raw!) ? text || undefined : raw;
  }

  /** A date of no great weight: an unreadable one is named, not refused. */
  moment(path: readonly string[], text: string | undefined, zone: string, timeOfDay: string): Moment | undefined {
    if (text === undefined) return undefined;
    const moment = momentIn(zone, text, timeOfDay);
    if (moment === 'IMPOSSIBLE') this.unreadable(path, text);
    return this.dated(moment, zone);
  }

  /** A deadline: without it a call would look open for ever, so one that can't be read refuses the row. */
  deadline(path: readonly string[], text: string | undefined, zone: string, timeOfDay: string): Moment | undefined {
    if (text === undefined) return undefined;
    const moment = momentIn(zone, text, timeOfDay);
    if (moment === 'IMPOSSIBLE') this.noSuchDate(path, text);
    return this.dated(moment, zone);
  }

  private dated(moment: Moment | NoMoment, zone: string): Moment | undefined {
    if (typeof moment === 'string') return undefined;
    if (moment.dayOnly) this.assumeTime(moment.at, zone);
    return moment;
  }

  noSuchDate(path: readonly string[], text: string): void {
    this.wrong(path, {
      sv: `${path.join('.')}: ${quoted(text)} är inget datum som finns i åren ${REACH}. Skriv som 2027-02-15 eller 2027-02-15T14:00.`,
      en: `${path.join('.')}: ${quoted(text)} is not a date that exists in the years ${REACH}. Write it like 2027-02-15 or 2027-02-15T14:00.`,
    });
  }

  /** An amount from exact decimals and a currency; anything else is named and left out. */
  money(path: readonly string[], amount: string | undefined, currency: string | undefined): Amount | undefined {
    if (amount === undefined) return undefined;
    const [exact, code] = [exactAmount(amount), currencyCode(currency ?? '')];
    if (exact !== undefined && code !== undefined) return { amount: exact, currency: code };
    this.unreadable(path, [amount, currency ?? ''].join(' '));
    return undefined;
  }

  /** Says that a value could not be read, and quotes it so that nothing is lost. */
  unreadable(path: readonly string[], value: Json): void {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    this.note({
      sv: `${path.join('.')} kunde inte läsas: ${quoted(text)}.`,
      en: `${path.join('.')} could not be read: ${quoted(text)}.`,
    });
  }

  private raw(path: readonly string[]): string | undefined {
    const value = this.value(...path);
    const first = Array.isArray(value) ? value[0] : value;
    if (first == null) return undefined;
    if (typeof first === 'string') return first;
    if (typeof first === 'number' || typeof first === 'boolean') return String(first);
    this.unreadable(path, value as Json);
    return undefined;
  }
}
