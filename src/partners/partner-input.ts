import { Field, InputType } from 'type-graphql';
import { WebAddress } from '../shared/values/scalars.js';
import { A_ROLES_MAILBOX } from '../shared/values/mailbox.js';
import { LocalizedText } from '../shared/text/localized-text.js';

/** What new and changed partners have in common. */
@InputType()
export abstract class PartnerDetailsInput {
  @Field(() => String, {
    nullable: true,
    description:
      'Swedish organisationsnummer, with or without hyphen. Numbers of sole traders are refused: they are personal identity numbers.',
  })
  organisationNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'EU Participant Identification Code, 9 digits.' })
  pic?: string | null;

  @Field(() => String, { nullable: true, description: 'NUTS region in its country: SE221 is Blekinge.' })
  nutsCode?: string | null;

  @Field(() => WebAddress, { nullable: true, description: "The organisation's web site." })
  website?: string | null;

  @Field(() => LocalizedText, { nullable: true, description: 'What the organisation does, both languages at once.' })
  description?: LocalizedText | null;

  @Field(() => String, {
    nullable: true,
    description: `Where the organisation is reached, shown to all who have signed in. ${A_ROLES_MAILBOX}`,
  })
  contactEmail?: string | null;
}
