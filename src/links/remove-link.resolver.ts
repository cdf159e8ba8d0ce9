import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context/context.js';
import { permit } from '../ideas/idea-policy.js';
import { loadInside } from '../ideas/load-inside.js';
import { Link } from './link.js';
import { LinkPayload } from './link-payload.js';

@Resolver()
export class RemoveLinkResolver {
  @Mutation(() => LinkPayload, {
    description:
      "Removes a link; the document itself stays where it lies. For the idea's owner, its coordinator and administrators.",
  })
  removeLink(@Arg('id', () => ID, { description: 'The TypeID of the link.' }) id: string, @Ctx() context: Context) {
    return context.change(LinkPayload, async em => {
      const { found: link, idea } = await loadInside(context, em, Link, { id });
      permit(context.viewer, 'MANAGE_LINKS', idea.standing());
      link.remove();
      return { link, idea };
    });
  }
}
