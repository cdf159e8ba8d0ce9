import type { EntityManager } from '@mikro-orm/core';
import { Field, ID, InputType } from 'type-graphql';
import { ActivityKind } from '../../activity/activity-kind.js';
import type { Context } from '../../context/context.js';
import { loadFocusAreas } from '../../focus-areas/load-focus-areas.js';
import { Idea } from '../../ideas/idea.js';
import { fault, refuseAny } from '../../shared/refuse.js';
import { WebAddress } from '../../shared/values/scalars.js';
import { type Limits, MOST_LIMITS } from '../limits.js';

const URL = 'Where to post to: https:// and a host on the public internet, without user name or password.';
const KINDS = 'What to send';
const IDEAS =
  'Ids of ideas, 100 at most, which one may see: only what concerns one of them is sent, or what focusAreas hold.';
const AREAS =
  'Codes of focus areas, 100 at most: only what concerns an idea or a call in one of them or its parts is sent, or the area itself, or what ideas holds.';
const ALL = 'Left out or empty it is not limited by them.';
const STAYS = 'Left out they stay; an empty list, or null, takes the limit away.';

@InputType('CreateWebhookInput', { description: 'A new webhook.' })
export class CreateWebhookInput {
  @Field(() => WebAddress, { description: URL })
  url!: string;

  @Field(() => [ActivityKind], { nullable: true, description: `${KINDS}; everything when left out or empty.` })
  kinds?: ActivityKind[] | null;

  @Field(() => [ID], { nullable: true, description: `${IDEAS} ${ALL}` })
  ideas?: string[] | null;

  @Field(() => [String], { nullable: true, description: `${AREAS} ${ALL}` })
  focusAreas?: string[] | null;
}

@InputType('UpdateWebhookInput', {
  description: 'What to change; what is left out stays. An empty list takes a limit away.',
})
export class UpdateWebhookInput {
  @Field(() => ID, { description: 'The TypeID of the webhook.' })
  id!: string;

  @Field(() => WebAddress, { nullable: true, description: URL })
  url?: string | null;

  @Field(() => [ActivityKind], {
    nullable: true,
    description: `${KINDS}; left out it stays, and an empty list, or null, sends everything.`,
  })
  kinds?: ActivityKind[] | null;

  @Field(() => [ID], { nullable: true, description: `${IDEAS} ${STAYS}` })
  ideas?: string[] | null;

  @Field(() => [String], { nullable: true, description: `${AREAS} ${STAYS}` })
  focusAreas?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'False switches it off. True switches it on, also where it was disabled: first what has failed is sent, then everything that has happened since, in order.',
  })
  active?: boolean | null;
}

/** Refuses limits that one may not set: ideas that one doesn't see, areas that there are not, and too many of them. */
export async function checkLimits(
  context: Context,
  em: EntityManager,
  { ideas, focusAreas }: { ideas?: readonly string[] | null; focusAreas?: readonly string[] | null },
  kept: Limits = { ideas: [], focusAreas: [] },
): Promise<void> {
  refuseAny(
    Object.entries({ ideas, focusAreas }).flatMap(([field, list]) =>
      (list ?? []).length > MOST_LIMITS ? [fault('INVALID', [field], TOO_MANY)] : [],
    ),
  );
  const others = (ideas ?? []).filter(id => !kept.ideas.includes(id));
  // In one order, so that two who lock the same ideas wait for each other.
  for (const id of [...new Set(others)].sort()) await context.load(em, Idea, { id }, { path: ['ideas'] });
  await loadFocusAreas(
    em,
    (focusAreas ?? []).filter(code => !kept.focusAreas.includes(code)),
  );
}

const TOO_MANY = { sv: `Ange högst ${MOST_LIMITS}.`, en: `Give at most ${MOST_LIMITS}.` };
