import type { CallDraft, DraftPart } from './call-draft.js';

/** What a row doesn't say itself, gathered while it is read: it fills gaps of a call, and replaces nothing that was said. */
export class Assumptions {
  private readonly parts = new Set<DraftPart>();
  /** The zone of the day of each moment whose time of day, or whose zone, is assumed. */
  private readonly days = new Map<number, string>();

  add(part: DraftPart): void {
    this.parts.add(part);
  }

  addTime(at: Date, zone: string): void {
    this.days.set(at.getTime(), zone);
  }

  /** As a draft has them; a row in another language than Swedish stands for the Swedish too. */
  of(draft: CallDraft): Pick<CallDraft, 'assumed' | 'zone'> {
    const { language, opensAt, deadlines } = draft;
    const foreign: DraftPart[] = language === undefined || language === 'sv' ? [] : ['title.sv', 'summary.sv'];
    const opening: DraftPart[] = this.zoneOf(opensAt) === undefined ? [] : ['opensAt.time'];
    const times = deadlines.flatMap(({ at }, place): DraftPart[] =>
      this.zoneOf(at) === undefined ? [] : [`deadlines.${place}.time`],
    );
    const named = new Set([...this.parts, ...foreign, ...opening, ...times]);
    const assumed = [...named].filter(part => draft[part.split('.')[0] as keyof CallDraft] !== undefined).sort();
    const zone = [opensAt, ...deadlines.map(({ at }) => at)].map(at => this.zoneOf(at)).find(Boolean);
    return { ...(assumed.length > 0 && { assumed }), ...(zone !== undefined && { zone }) };
  }

  private zoneOf(at: Date | undefined): string | undefined {
    return at && this.days.get(at.getTime());
  }
}
