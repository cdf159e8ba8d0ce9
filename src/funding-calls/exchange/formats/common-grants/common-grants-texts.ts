import { type Json, type JsonObject } from '../../source/json/json.js';
import { Readings } from '../../draft/readings.js';

/** A text of the source that a call has no field for, and what it is about. */
export interface KeptText {
  sv: string;
  en: string;
  text: string;
}

/** What an opportunity says of funding and applicants in words. */
export function keptTexts(readings: Readings): KeptText[] {
  const details = readings.text('funding', 'details');
  const counts = ['minAwardCount', 'estimatedAwardCount', 'maxAwardCount'].flatMap(field => countOf(readings, field));
  const applicants = readings.objects('acceptedApplicantTypes').flatMap(applicantOf);
  return [
    ...(details === undefined ? [] : [{ sv: 'Finansiering', en: 'Funding', text: details }]),
    ...(counts.length === 0 ? [] : [{ sv: 'Antal bidrag', en: 'Number of awards', text: counts.join(', ') }]),
    ...(applicants.length === 0 ? [] : [{ sv: 'Sökande', en: 'Applicants', text: applicants.join(', ') }]),
  ];
}

function countOf(readings: Readings, field: string): string[] {
  const count = readings.text('funding', field);
  return count === undefined ? [] : [`${field.replace('AwardCount', '')} ${count}`];
}

function applicantOf(type: JsonObject): string[] {
  const readings = new Readings(type);
  const word = readings.text('description') ?? readings.text('customValue') ?? readings.text('value');
  return word === undefined ? [] : [word];
}

/** What an event says in words: of when it is, and of what it is. */
export function wordsOf(readings: Readings, event: readonly string[], fields = ['details', 'description']) {
  const words = fields.flatMap(field => readings.text(...event, field) ?? []);
  return words.length === 0 ? undefined : words.join(' ');
}

/** The other dates of an opportunity, each by its name; those that are deadlines are read elsewhere. */
export function otherDates(value: Json | undefined, leftOut: RegExp): KeptText[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const entries = Object.entries(value).filter(([key]) => !leftOut.test(key));
  return entries.flatMap(([key, event]) => {
    const readings = new Readings({ event });
    const text = ['date', 'time', 'startDate', 'startTime', 'endDate', 'endTime'];
    const when = text.flatMap(field => readings.text('event', field) ?? []);
    const said = [...when, wordsOf(readings, ['event']) ?? []].flat().join(' ');
    const name = readings.text('event', 'name') ?? key;
    return said === '' ? [] : [{ sv: name, en: name, text: said }];
  });
}
