import type { EntityManager } from '@mikro-orm/core';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { Application } from '../applications/application.js';
import { Membership } from '../consortia/membership.js';
import type { Context } from '../context/context.js';
import { Idea } from '../ideas/idea.js';
import { permit } from '../ideas/idea-policy.js';
import { Milestone } from '../projects/plan/milestone.js';
import { Outcome } from '../projects/plan/outcome.js';
import { Project } from '../projects/project.js';
import { type IdPrefix, prefixOf } from '../shared/ids.js';
import { refuse } from '../shared/refuse.js';
import { WebAddress } from '../shared/values/scalars.js';
import { Link } from './link.js';
import { LinkKind } from './link-kind.js';
import { LinkPayload } from './link-payload.js';

@InputType('AddLinkInput', { description: 'A document to link to.' })
export class AddLinkInput {
  @Field(() => ID, { description: 'The TypeID of the idea.' })
  ideaId!: string;

  @Field(() => LinkKind, { description: 'What the document is.' })
  kind!: LinkKind;

  @Field(() => String, { description: 'What it is called; at most 300 characters.' })
  title!: string;

  @Field(() => WebAddress, { description: 'Where it lies.' })
  url!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The TypeID of the part of the idea that it is about: a membership, an application, the project, a milestone or an outcome. Without it, it is about the idea.',
  })
  aboutId?: string | null;
}

/** How each part of an idea says to which idea it belongs. */
const PARTS: ReadonlyMap<string, (em: EntityManager, id: string, idea: Idea) => Promise<object | null>> = new Map<
  IdPrefix,
  (em: EntityManager, id: string, idea: Idea) => Promise<object | null>
>([
  ['membership', (em, id, idea) => em.findOne(Membership, { id, idea })],
  ['application', (em, id, idea) => em.findOne(Application, { id, idea })],
  ['project', (em, id, idea) => em.findOne(Project, { id, idea })],
  ['milestone', (em, id, idea) => em.findOne(Milestone, { id, project: { idea } })],
  ['outcome', (em, id, idea) => em.findOne(Outcome, { id, project: { idea } })],
]);

@Resolver()
export class AddLinkResolver {
  @Mutation(() => LinkPayload, {
    description:
      "Links a document to an idea, or to a part of it. For the idea's owner, its coordinator and administrators.",
  })
  addLink(
    @Arg('input', () => AddLinkInput, { description: 'What is linked to.' }) { ideaId, ...said }: AddLinkInput,
    @Ctx() context: Context,
  ) {
    return context.change(LinkPayload, async em => {
      const idea = await context.load(em, Idea, { id: ideaId }, { populate: ['memberships'], path: ['ideaId'] });
      permit(context.viewer, 'MANAGE_LINKS', idea.standing());
      if (said.aboutId && said.aboutId !== ideaId) await requirePart(em, said.aboutId, idea);
      const standing = await em.count(Link, { idea, removedAt: null });
      const aboutId = said.aboutId === ideaId ? null : said.aboutId;
      const link = Link.add(idea, { ...said, aboutId }, { by: context.viewer, standing });
      em.persist(link);
      return { link, idea };
    });
  }
}

/** Refuses what is no part of the idea, whether or not there is such a thing elsewhere. */
async function requirePart(em: EntityManager, id: string, idea: Idea): Promise<void> {
  const part = await PARTS.get(prefixOf(id) ?? '')?.(em, id, idea);
  if (!part) refuse('NOT_FOUND', { path: ['aboutId'] });
}
