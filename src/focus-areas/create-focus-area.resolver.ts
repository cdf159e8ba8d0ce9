import { LockMode } from '@mikro-orm/core';
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { permitFor } from '../access/policy.js';
import type { Context } from '../context/context.js';
import { LocalizedText } from '../shared/text/localized-text.js';
import { refuse } from '../shared/refuse.js';
import { FocusArea } from './focus-area.js';
import { FocusAreaPayload } from './focus-area-payload.js';

@InputType('CreateFocusAreaInput', { description: 'A new focus area.' })
export class CreateFocusAreaInput {
  @Field(() => String, {
    description: 'The unique code; a part begins with its parent and a point: tech.digitalisering.',
  })
  code!: string;

  @Field(() => LocalizedText, { description: 'The name.' })
  name!: LocalizedText;

  @Field(() => LocalizedText, { nullable: true, description: 'What it covers.' })
  description?: LocalizedText | null;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the area it is a part of; without it, it stands at the top level.',
  })
  parent?: string | null;
}

@Resolver()
export class CreateFocusAreaResolver {
  @Mutation(() => FocusAreaPayload, { description: 'Adds a focus area. For administrators.' })
  createFocusArea(
    @Arg('input', () => CreateFocusAreaInput, { description: 'The area.' })
    { code, name, description, parent }: CreateFocusAreaInput,
    @Ctx() context: Context,
  ) {
    return context.change(FocusAreaPayload, async em => {
      permitFor(context.viewer, 'MANAGE_FOCUS_AREAS');
      const above =
        parent == null
          ? null
          : ((await em.findOne(FocusArea, { code: parent }, { lockMode: LockMode.PESSIMISTIC_READ })) ??
            refuse('NOT_FOUND', { path: ['parent'] }));
      const texts = { name: LocalizedText.of(name), description: description ? LocalizedText.of(description) : null };
      const focusArea = FocusArea.define({ code, ...texts, parent: above });
      em.persist(focusArea);
      return { focusArea };
    });
  }
}
