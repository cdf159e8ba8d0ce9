import { EnvironmentalObjective } from '../../../../ideas/classification.js';
import { Sector } from '../../../../partners/sectors.js';
import type { Localized } from '../../../../shared/text/localized-text.js';
import { LONGEST } from '../../../../shared/checks.js';
import type { CallDraft } from '../../draft/call-draft.js';
import { cleaned, exactLine } from '../../../../shared/text/clean-text.js';
import { line } from '../../../../tables/text/plain-text.js';
import { isObject, type Json } from '../../source/json/json.js';
import { type Readings } from '../../draft/readings.js';

/** Fields in which servers name the funder, the protocol's own first. */
const FUNDERS = ['agency', 'agencyName', 'issuingAgency', 'agencyDept', 'funder'];
const AGENCY_NAMES = ['name', 'code', 'parentName', 'parentCode'];

/** The custom fields of an opportunity that we know: our own export's, and `agency`. No other is read. */
export class OwnFields {
  constructor(private readonly readings: Readings) {}

  value(field: string): Json | undefined {
    return this.readings.value('customFields', field, 'value');
  }

  /** One line of text; our own export's stands as it is, another's may be HTML. */
  text(field: string): string | undefined {
    const text = this.readings.whole('customFields', field, 'value');
    if (text === undefined) return undefined;
    return (this.isOurs ? exactLine(text) : line(text)) || undefined;
  }

  get isOurs(): boolean {
    return isObject(this.value('titles'));
  }

  name(field: string): string | undefined {
    return this.readings.shortened(['customFields', field], this.text(field), LONGEST.name);
  }

  /** Who funds: a name, or an object with a name or a code, in whichever field says so. */
  funder(): string | undefined {
    for (const field of FUNDERS) {
      const path = ['customFields', field, 'value'];
      const found = isObject(this.value(field))
        ? AGENCY_NAMES.map(name => this.readings.name(...path, name)).find(Boolean)
        : this.name(field);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Our own texts are plain already, and are read as they stand. */
  title(): Localized | undefined {
    return this.localized('titles', exactLine, LONGEST.title);
  }

  summary(): Localized | undefined {
    return this.localized('summaries', cleaned, LONGEST.text);
  }

  private localized(field: string, plain: (text: string) => string, longest: number): Localized | undefined {
    const value = this.value(field);
    if (!isObject(value)) return undefined;
    const [sv, en] = [value['sv'], value['en']].map(text => (typeof text === 'string' ? plain(text) : ''));
    const cut = (text: string) => this.readings.shortened(['customFields', field], text, longest) ?? '';
    if (!sv) return undefined;
    return en ? { sv: cut(sv), en: cut(en) } : { sv: cut(sv) };
  }

  /** The rules of a call, which CommonGrants has no fields for. */
  rules(): Partial<CallDraft> {
    return {
      fundingRate: this.number('fundingRate'),
      minPartners: this.number('minPartners'),
      minCountries: this.number('minCountries'),
      trlMin: this.number('trlMin'),
      trlMax: this.number('trlMax'),
      requiredSectors: this.words('requiredSectors', Sector),
      environmentalObjectives: this.words('environmentalObjectives', EnvironmentalObjective),
      focusAreas: this.codes('focusAreas'),
    };
  }

  private number(field: string): number | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    const number = Number(text);
    if (Number.isFinite(number)) return number;
    this.readings.unreadable(['customFields', field], text);
    return undefined;
  }

  private words<T extends string>(field: string, known: { readonly [K in T]: K }): T[] | undefined {
    const codes = this.codes(field);
    const words = codes?.filter((code): code is T => Object.hasOwn(known, code));
    if (codes && words && words.length < codes.length) this.readings.unreadable(['customFields', field], codes);
    return words;
  }

  private codes(field: string): string[] | undefined {
    const value = this.value(field);
    if (!Array.isArray(value)) return undefined;
    return this.readings.texts('customFields', field, 'value');
  }
}
