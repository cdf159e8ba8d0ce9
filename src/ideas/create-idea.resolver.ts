import type { EntityManager } from '@mikro-orm/core';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { permitFor } from '../access/policy.js';
import type { Context } from '../context/context.js';
import { loadFocusAreas } from '../focus-areas/load-focus-areas.js';
import { findPartner } from '../partners/find-partner.js';
import type { Partner } from '../partners/partner.js';
import { programmeFor } from '../programmes/programme-for.js';
import { LocalizedText } from '../shared/text/localized-text.js';
import { changesOf } from '../shared/changes.js';
import { refuse } from '../shared/refuse.js';
import { Visibility } from './classification.js';
import { Idea } from './idea.js';
import { DESCRIBING_IDEA, IdeaDetailsInput } from './idea-description.js';
import { IdeaPayload } from './idea-payload.js';

@InputType('CreateIdeaInput', { description: 'A new idea.' })
export class CreateIdeaInput extends IdeaDetailsInput {
  @Field(() => LocalizedText, { description: 'The title, at most 300 characters.' })
  title!: LocalizedText;

  @Field(() => LocalizedText, {
    description: 'What the idea is, at most 10,000 characters; the first gate asks for as many as the programme says.',
  })
  summary!: LocalizedText;

  @Field(() => String, {
    nullable: true,
    description:
      'The code of the programme it shall belong to, for good; without it the only open one. Where several are open, one must be named.',
  })
  programme?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The partner that owns it; without it the viewer's own. Partners create ideas for themselves only.",
  })
  ownerId?: string | null;

  @Field(() => Visibility, { nullable: true, defaultValue: 'CONSORTIUM', description: 'Who may see it.' })
  visibility?: Visibility | null;
}

@Resolver()
export class CreateIdeaResolver {
  @Mutation(() => IdeaPayload, {
    description: 'Creates an idea in the stage CONCEPT. For partners and administrators.',
  })
  createIdea(
    @Arg('input', () => CreateIdeaInput, { description: 'The idea.' }) input: CreateIdeaInput,
    @Ctx() context: Context,
  ) {
    return context.change(IdeaPayload, async em => {
      permitFor(context.viewer, 'CREATE_IDEA');
      const owner = await ownerOf(em, input, context);
      const focusAreas = await loadFocusAreas(em, input.focusAreas ?? []);
      const programme = await programmeFor(em, input.programme);
      const idea = Idea.create({
        programme,
        owner,
        focusAreas,
        by: context.viewer,
        description: changesOf(withDefaults(input), DESCRIBING_IDEA),
      });
      em.persist(idea);
      return { idea };
    });
  }
}

async function ownerOf(em: EntityManager, { ownerId }: CreateIdeaInput, { viewer }: Context): Promise<Partner> {
  const id = ownerId ?? viewer.partnerId;
  if (!id) {
    refuse('REQUIRED', {
      path: ['ownerId'],
      message: { sv: 'Ange vilken partner som äger idén.', en: 'Say which partner owns the idea.' },
    });
  }
  const owner = await findPartner(em, id);
  if (viewer.role === 'PARTNER' && ![owner?.id, id].includes(viewer.partnerId!)) {
    refuse('FORBIDDEN', {
      path: ['ownerId'],
      message: { sv: 'En partner skapar bara egna idéer.', en: 'A partner creates ideas of its own only.' },
    });
  }
  return owner ?? refuse('NOT_FOUND', { path: ['ownerId'] });
}

/** In a new idea a list of null means none. */
function withDefaults(input: CreateIdeaInput) {
  const { visibility, environmentalObjectives, missions } = input;
  return {
    ...input,
    visibility: visibility ?? ('CONSORTIUM' as const),
    environmentalObjectives: environmentalObjectives ?? [],
    missions: missions ?? [],
  };
}
