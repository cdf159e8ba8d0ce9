import Big from 'big.js';
import { Temporal } from 'temporal-polyfill';
import { currencyOf } from '../currencies.js';

/** Day 0 of each calendar of workbooks; the first counts 29 February 1900, which never was. */
const FIRST = { 1900: Temporal.PlainDate.from('1899-12-30'), 1904: Temporal.PlainDate.from('1904-01-01') } as const;
export type DateSystem = keyof typeof FIRST;

/** From 1 March 1900, before which the two do not agree on days, to the last day of 9999. */
const DAYS = { first: 61, last: 2_958_465 };
const SECONDS = 86_400;

/** Formats that workbooks know by their number (ECMA-376, 18.8.30). */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [9, '0%'],
  [10, '0.00%'],
  ...[14, 15, 16, 17, ...range(27, 31), 36, ...range(50, 54), 57, 58].map(id => [id, 'yyyy-mm-dd'] as const),
  [22, 'yyyy-mm-dd h:mm'],
  ...[18, 19, 20, 21, ...range(32, 35), 45, 47, 55, 56].map(id => [id, 'h:mm:ss'] as const),
]);

export function builtInFormat(id: number): string {
  return BUILT_IN.get(id) ?? 'General';
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}

/** What a format shows a number as. */
interface Shape {
  readonly kind: 'NUMBER' | 'PERCENT' | 'MOMENT';
  /** ISO 4217, where the format writes a currency beside the figures. */
  readonly currency?: string | undefined;
  /** So many figures at least, where the format is nothing but zeros. */
  readonly figures?: number;
}

const shapes = new Map<string, Shape>();

/** A number as a person would type what the workbook shows of it: a day, a share, an amount; never rounded to less. */
export function writtenNumber(number: number, format: string, system: DateSystem): string {
  const shape = shapeOf(format);
  if (shape.kind === 'MOMENT') return momentOf(number, system) ?? plain(number);
  if (shape.kind === 'PERCENT') return `${plain(Number(Big(exact(number)).times(100)))} %`;
  const figures = Number.isSafeInteger(number) && number >= 0 ? String(number) : '';
  if (shape.figures && figures !== '') return figures.padStart(shape.figures, '0');
  return shape.currency ? `${plain(number)} ${shape.currency}` : plain(number);
}

function shapeOf(format: string): Shape {
  const known = shapes.get(format);
  if (known) return known;
  const shape = newShape(format);
  // A workbook may have any number of formats.
  if (shapes.size < 1_000) shapes.set(format, shape);
  return shape;
}

function newShape(format: string): Shape {
  const [positive = ''] = format.split(';');
  const beside = [...positive.matchAll(/"([^"]*)"|\[\$([^\]-]*)[^\]]*\]/g)].map(
    ([, quoted, sign]) => quoted ?? sign ?? '',
  );
  const code = positive.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (/^general$/i.test(code.trim())) return { kind: 'NUMBER' };
  // [h]:mm is a length of time, and no moment.
  if (!code.includes('[') && /[dmyhs]/i.test(code)) return { kind: 'MOMENT' };
  if (code.includes('%')) return { kind: 'PERCENT' };
  if (/^0{2,20}$/.test(code)) return { kind: 'NUMBER', figures: code.length };
  const currency = [...beside, /[€$£]/.exec(code)?.[0] ?? ''].map(text => text && currencyOf(text)).find(Boolean);
  return { kind: 'NUMBER', currency: currency || undefined };
}

/** 2035-02-15, or 2035-02-15 14:00 with seconds if there are any, or only a time; null for what is no day. */
function momentOf(number: number, system: DateSystem): string | null {
  if (number >= 0 && number < 1 && system === 1900) return timeOf(Math.round(number * SECONDS) % SECONDS);
  const days = number + (system === 1904 ? 1_462 : 0);
  if (days < DAYS.first || days >= DAYS.last) return null;
  const seconds = Math.round((number - Math.floor(number)) * SECONDS);
  const day = FIRST[system].add({ days: Math.floor(number) + (seconds === SECONDS ? 1 : 0) }).toString();
  return seconds % SECONDS === 0 ? day : `${day} ${timeOf(seconds)}`;
}

function timeOf(seconds: number): string {
  const [hour, minute, second] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const parts = second === 0 ? [hour, minute] : [hour, minute, second];
  return parts.map(part => String(part).padStart(2, '0')).join(':');
}

/** The number in full, with the fifteen figures that spreadsheets have, and not as what could be thousands. */
function plain(number: number): string {
  const text = Big(exact(number)).toFixed();
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(text) ? `${text}0` : text;
}

function exact(number: number): number {
  return Number(number.toPrecision(15));
}
