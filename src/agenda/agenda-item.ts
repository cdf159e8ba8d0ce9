import { Field, Int, ObjectType } from 'type-graphql';
import { RequirementCode } from '../ideas/gates/gates.js';
import type { IdeaAction, IdeaStanding } from '../ideas/idea-policy.js';
import { Risk } from '../pipeline/deadline-risk.js';
import type { Bilingual } from '../shared/text/wording.js';
import { DateOnly } from '../shared/values/scalars.js';
import { AgendaKind } from './agenda-kind.js';

/** What an item is about: what it shows is read by these ids. */
export interface About {
  readonly ideaId?: string;
  readonly callId?: string;
  readonly applicationId?: string;
  readonly milestoneId?: string;
  readonly joinRequestId?: string;
}

@ObjectType('AgendaItem', { description: 'One thing that waits for the viewer: what, by when, and what meets it.' })
export class AgendaItem {
  @Field(() => String, {
    description:
      'Names the item for as long as it is about the same thing, on whatever day it is due: an id and a kind, of no meaning beyond that.',
  })
  key!: string;

  @Field(() => AgendaKind, { description: 'What kind of thing.' })
  kind!: AgendaKind;

  @Field(() => Risk, {
    nullable: true,
    description:
      'How likely it is that a deadline is missed, as `DeadlineWarning.risk` tells it; a single letter is weighed alone. Null for what has no deadline of a call.',
  })
  risk!: Risk | null;

  @Field(() => [RequirementCode], {
    description:
      'The requirements of the gate ahead that it is about: for a deadline all that are unmet. Empty for what is about none.',
  })
  requirements!: readonly RequirementCode[];

  @Field(() => DateOnly, {
    nullable: true,
    description:
      'The Swedish day by which; of a STATUS_UPDATE_DUE and a DECISION_TO_RECORD the day on which it became due. Null for what has no day.',
  })
  dueOn!: string | null;

  /** What is to be said of it, put together only where somebody reads it. */
  readonly wording!: (daysLeft: number | null) => Bilingual;
  readonly about!: About;
  /** What meets it, if the viewer may do that to the idea as it stands. */
  readonly meets!: { readonly action: IdeaAction; readonly standing: IdeaStanding } | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days left until `dueOn`, counted in Swedish days: 0 today, below 0 when it is over.',
  })
  daysLeft!: number | null;
}

/** An item before it is known which day it is. */
export type Waiting = Omit<AgendaItem, 'daysLeft'>;

/** An item of a kind about one thing; `part` tells apart what are several matters of one thing. */
export function waiting(
  kind: AgendaKind,
  [thing, ...part]: readonly [string, ...string[]],
  told: Pick<Waiting, 'wording' | 'about'> & Partial<Waiting>,
): Waiting {
  return {
    key: [kind, thing, ...part].join(':'),
    kind,
    risk: null,
    requirements: [],
    dueOn: null,
    meets: null,
    ...told,
  };
}
