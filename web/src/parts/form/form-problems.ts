import type { Problem } from './problems';

/** A field of a form and what stands in its label. */
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The field that a refusal's path leads to: itself, the nearest that holds it, or the first that it holds. */
export function fieldOf(path: Problem['path'], names: ReadonlySet<string>): string | undefined {
  const parts = path ?? [];
  const ways = parts.map((_, end) => parts.slice(0, parts.length - end).join('.'));
  const holding = ways.find(way => names.has(way));
  return holding ?? [...names].find(name => ways[0] && name.startsWith(`${ways[0]}.`));
}

const labelOf = (control: Control) =>
  control.labels?.[0]?.querySelector('.label-text')?.textContent ?? control.labels?.[0]?.textContent?.trim() ?? '';

/** What the form itself finds wrong, said in the page's language and not the browser's. */
export function foundHere(form: HTMLFormElement, say: SayFault): Problem[] {
  const controls = [...form.elements].filter(one => 'validity' in one && 'name' in one) as Control[];
  return controls
    .filter(({ validity, name }) => name && !validity.valid)
    .map(control => ({ path: control.name.split('.'), message: say(control, labelOf(control)) }));
}

/** Says what is wrong with a field and what would be right. */
export type SayFault = (control: Control, label: string) => string;

/** The words of what a form finds wrong by itself. */
export const faultWords = {
  missing: { sv: (label: string) => `Fyll i ${label}.`, en: (label: string) => `Fill in ${label}.` },
  choose: { sv: (label: string) => `Välj ${label}.`, en: (label: string) => `Choose ${label}.` },
  address: {
    sv: 'Skriv en fullständig webbadress, till exempel https://www.example.se.',
    en: 'Write a whole web address, such as https://www.example.org.',
  },
  atLeast: { sv: (min: string) => `Skriv minst ${min}.`, en: (min: string) => `Write at least ${min}.` },
  atMost: { sv: (max: string) => `Skriv högst ${max}.`, en: (max: string) => `Write at most ${max}.` },
  earliest: {
    sv: (day: string) => `Välj en dag tidigast ${day}.`,
    en: (day: string) => `Choose ${day} or a later day.`,
  },
  latest: {
    sv: (day: string) => `Välj en dag senast ${day}.`,
    en: (day: string) => `Choose ${day} or an earlier day.`,
  },
  number: { sv: 'Skriv ett tal med siffror.', en: 'Write a number in digits.' },
  date: { sv: 'Fyll i ett helt datum.', en: 'Fill in a whole date.' },
  tooLong: {
    sv: (max: number) => `Skriv högst ${max} tecken.`,
    en: (max: number) => `Write at most ${max} characters.`,
  },
  other: { sv: (label: string) => `${label} har fel form.`, en: (label: string) => `${label} has the wrong form.` },
} as const;

type FaultWords = { [K in keyof typeof faultWords]: (typeof faultWords)[K]['sv'] | (typeof faultWords)[K]['en'] };

/** Says a field's fault by what the browser found. */
export function faultOf(control: Control, label: string, t: FaultWords): string {
  const { validity: found } = control;
  // A label may go on to explain: "Sammanfattning: vad går idén ut på?".
  const [short = label] = label.split(/[:?]/);
  const name = short.charAt(0).toLowerCase() + short.slice(1);
  const { min = '', max = '', type, maxLength = 0 } = control as Partial<HTMLInputElement>;
  if (found.customError) return control.validationMessage;
  if (found.badInput) return type === 'number' ? t.number : t.date;
  if (found.valueMissing) return control.tagName === 'SELECT' ? t.choose(name) : t.missing(name);
  if (found.typeMismatch) return type === 'url' ? t.address : t.other(label);
  if (found.rangeUnderflow) return type === 'date' ? t.earliest(min) : t.atLeast(min);
  if (found.rangeOverflow) return type === 'date' ? t.latest(max) : t.atMost(max);
  if (found.tooLong) return t.tooLong(maxLength);
  return t.other(label);
}
