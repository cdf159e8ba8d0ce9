import type { ConsortiumFacts, PartnerFacts } from '../../../../src/matching/partners/partner-match.js';
import type { Viewer } from '../../../../src/shared/viewer.js';
import type { IdeaRow, PartnerRow, Tables } from '../../service/stored-rows.js';
import { Eyes } from '../eyes.js';
import { policyOf } from '../gate-facts.js';

/** What is told of an idea's consortium and of the partners outside it, read row by row. */
export class NaivePartners {
  private readonly eyes: Eyes;

  constructor(
    readonly rows: Tables,
    viewer: Viewer,
  ) {
    this.eyes = new Eyes(viewer, rows);
  }

  outside(idea: IdeaRow): PartnerFacts[] {
    const within = this.partOf(idea);
    return this.rows.partner
      .filter(({ id, merged_into_id }) => merged_into_id === null && !within.has(id))
      .map(partner => this.factsOf(partner, idea));
  }

  consortium(idea: IdeaRow): ConsortiumFacts {
    const members = this.eyes.membersOf(idea).map(({ partner_id }) => this.partner(partner_id));
    const demanded = this.rows.application
      .filter(each => each.idea_id === idea.id && each.status === 'DRAFT')
      .map(each => this.eyes.callOf(each))
      .flatMap(call => (this.eyes.seesCall(call) && call.min_countries !== null ? [call.min_countries] : []));
    return {
      sectors: [...new Set(members.map(({ sector }) => sector))],
      countries: [...new Set(members.map(({ country }) => country))],
      minCountries: demanded.length > 0 ? Math.max(...demanded) : null,
      policy: policyOf(this, idea),
    };
  }

  private partner(id: string): PartnerRow {
    return this.rows.partner.find(each => each.id === id)!;
  }

  private factsOf({ id, name, sector, country }: PartnerRow, idea: IdeaRow): PartnerFacts {
    const its = this.rows.idea.filter(
      other => other.id !== idea.id && this.eyes.seesIdea(other) && this.partOf(other).has(id),
    );
    const areas = this.areasOf(idea).filter(area => its.some(other => this.areasOf(other).includes(area)));
    const together = this.eyes
      .membersOf(idea)
      .filter(({ partner_id }) => its.some(other => this.partOf(other).has(partner_id)));
    const granted = its.filter(other =>
      this.rows.application.some(
        each => each.idea_id === other.id && each.status === 'GRANTED' && this.eyes.seesApplication(each),
      ),
    );
    return {
      ...{ id, name, sector, country, granted: granted.length },
      areas: this.rows.focus_area
        .filter(area => areas.includes(area.id))
        .toSorted((one, other) => (one.code < other.code ? -1 : 1))
        .map(area => ({ sv: area.name_sv, en: area.name_en })),
      together: [...new Set(together.map(({ partner_id }) => this.partner(partner_id).name))].sort(),
    };
  }

  /** The owner and the current members. */
  private partOf(idea: IdeaRow): Set<string> {
    return new Set([idea.owner_id, ...this.eyes.membersOf(idea).map(({ partner_id }) => partner_id)]);
  }

  private areasOf({ id }: IdeaRow): string[] {
    return this.rows.idea_focus_area.filter(({ idea_id }) => idea_id === id).map(({ focus_area_id }) => focus_area_id);
  }
}
