import { LONGEST } from '../../../shared/checks.js';
import { currencyCode, exactAmount, isWebAddress } from '../../../shared/values/exact-values.js';
import type { Amount } from '../../../shared/money.js';
import { exactLine } from '../../../shared/text/clean-text.js';
import type { Bilingual } from '../../../shared/text/wording.js';
import { YEARS } from '../../../shared/time/instant.js';
import { momentIn, type Moment, type NoMoment } from '../../../shared/time/local-time.js';
import { dateLine, line, paragraphs, quoted } from '../../../tables/text/plain-text.js';
import { isObject, isTextual, type Json, type JsonObject } from '../source/json/json.js';
import { JsonRow } from '../source/json/json-row.js';
import { LIMITS } from '../source/source-limits.js';
import { DraftRemarks } from './draft-remarks.js';

const REACH = `${YEARS.first}–${YEARS.last}`;

const NOT_AN_OBJECT: Bilingual = { sv: 'Raden är inget objekt.', en: 'The row is not an object.' };

/** One row of a source in JSON while it is read: its values, what had to be assumed, and what is wrong with it. */
export class Readings extends DraftRemarks {
  private readonly json: JsonRow;

  constructor(record: JsonObject, row?: Readings) {
    const json = new JsonRow(record);
    super(path => json.shown(path), row);
    this.json = json;
  }

  /** Readings of an element of a list; one that is no object is a fault. */
  static of(value: Json): Readings {
    const readings = new Readings(isObject(value) ? value : {});
    if (!isObject(value)) readings.wrong([], NOT_AN_OBJECT);
    return readings;
  }

  /** Readings of a part of the row: what is noted there, and what is wrong there, is so of the row. */
  inside(part: JsonObject): Readings {
    return new Readings(part, this);
  }

  /** Lets go of the values; notes and faults stay. */
  release(): void {
    this.json.release();
  }

  /** The value at a path, whatever it is. */
  value(...path: string[]): Json | undefined {
    return this.json.at(path);
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
    if (raw !== undefined) this.cleaned(path, raw);
    return raw === undefined ? undefined : line(raw) || undefined;
  }

  /** What names a thing for good, letter by letter: < and & mean themselves. */
  identifier(...path: string[]): string | undefined {
    const raw = this.raw(path);
    if (raw !== undefined) this.cleaned(path, raw);
    return raw === undefined ? undefined : exactLine(raw) || undefined;
  }

  /** Every text of a list, or the only one. */
  texts(...path: string[]): string[] {
    const value = this.value(...path);
    const items = value == null ? [] : Array.isArray(value) ? value : [value];
    const readable = items.filter(isTextual);
    if (readable.length < items.length) this.unreadable(path, value);
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
    if (raw !== undefined) this.cleaned(path, raw);
    return raw === undefined ? undefined : this.shortened(path, paragraphs(raw) || undefined, LONGEST.text);
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
      sv: `${path.join('.')}: ${quoted(text).sv} är inget datum som finns i åren ${REACH}. Skriv som 2027-02-15 eller 2027-02-15T14:00.`,
      en: `${path.join('.')}: ${quoted(text).en} is not a date that exists in the years ${REACH}. Write it like 2027-02-15 or 2027-02-15T14:00.`,
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

  private raw(path: readonly string[]): string | undefined {
    const value = this.value(...path);
    const first = Array.isArray(value) ? value[0] : value;
    if (first == null) return undefined;
    if (typeof first === 'string') return first;
    if (typeof first === 'number' || typeof first === 'boolean') return String(first);
    this.unreadable(path, value);
    return undefined;
  }
}
