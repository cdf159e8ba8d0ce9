import { LockMode } from '@mikro-orm/core';
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { permitFor } from '../access/policy.js';
import type { Context } from '../context/context.js';
import { changesOf } from '../shared/changes.js';
import { LocalizedText } from '../shared/text/localized-text.js';
import { refuse } from '../shared/refuse.js';
import { FocusArea } from './focus-area.js';
import { FocusAreaPayload } from './focus-area-payload.js';

@InputType('UpdateFocusAreaInput', { description: 'Changes to a focus area. Its code and place in the tree stay.' })
export class UpdateFocusAreaInput {
  @Field(() => String, { description: 'The code of the area to change.' })
  code!: string;

  @Field(() => LocalizedText, { nullable: true, description: 'The name, both languages at once.' })
  name?: LocalizedText;

  @Field(() => LocalizedText, {
    nullable: true,
    description: 'What it covers, both languages at once; null empties it.',
  })
  description?: LocalizedText | null;
}

@Resolver()
export class UpdateFocusAreaResolver {
  @Mutation(() => FocusAreaPayload, {
    description: 'Changes the name or description of a focus area. For administrators.',
  })
  updateFocusArea(
    @Arg('input', () => UpdateFocusAreaInput, { description: 'The changes.' }) input: UpdateFocusAreaInput,
    @Ctx() context: Context,
  ) {
    return context.change(FocusAreaPayload, async em => {
      permitFor(context.viewer, 'MANAGE_FOCUS_AREAS');
      const found = await em.findOne(FocusArea, { code: input.code }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const focusArea = found ?? refuse('NOT_FOUND', { path: ['code'] });
      focusArea.update(changesOf(input, ['name', 'description']));
      return { focusArea };
    });
  }
}
