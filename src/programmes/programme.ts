import { Check, Embedded, Entity, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { LocalizedText } from '../shared/text/localized-text.js';

/** The programme that ideas belong to; programmes end and others begin, so it is a row. */
@Entity()
@Check({ name: 'programme_required_projects', expression: 'required_projects >= 0' })
export class Programme {
  @PrimaryKey({ type: 'text' })
  id!: string;

  @Embedded(() => LocalizedText)
  name!: LocalizedText;

  /** What codes of ideas begin with: KS3. */
  @Property({ type: 'text' })
  @Unique()
  codePrefix!: string;

  @Property({ type: 'integer' })
  lastIdeaNumber!: number;

  /** How many projects of 5–10 years the programme has promised. */
  @Property({ type: 'integer' })
  requiredProjects!: number;

  /** The code of the next idea. The row is locked by whoever asks, so numbers have no gaps and no doubles. */
  takeCode(): { number: number; code: string } {
    this.lastIdeaNumber += 1;
    return { number: this.lastIdeaNumber, code: `${this.codePrefix}-${this.lastIdeaNumber}` };
  }
}
