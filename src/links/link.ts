import { type Ref, ref } from '@mikro-orm/core';
import { Check, Embedded, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Actor } from '../access/actor.js';
import { type About, Audited } from '../activity/audited.js';
import { Idea } from '../ideas/idea.js';
import { LONGEST, textFaults } from '../shared/checks.js';
import { wordsOf } from '../shared/described-enum.js';
import { newId } from '../shared/ids.js';
import { Node } from '../shared/node.js';
import { refuse, refuseAny } from '../shared/refuse.js';
import { cleaned } from '../shared/text/clean-text.js';
import { now } from '../shared/time/clock.js';
import { WebAddress } from '../shared/values/scalars.js';
import type { Viewer } from '../shared/viewer.js';
import { LinkKind } from './link-kind.js';

/** What is linked to, and what it is about. */
export interface LinkSaid {
  kind: LinkKind;
  title: string;
  url: string;
  aboutId?: string | null | undefined;
}

/** More would be an archive, which this is not. */
const MOST = 200;

@Entity()
@Index({
  name: 'link_idea_id',
  expression: 'create index link_idea_id on link (idea_id, added_at, id)',
})
@Check({ name: 'link_removed_after_added', expression: 'removed_at >= added_at' })
@ObjectType('Link', {
  implements: Node,
  description: 'A document where it lies, at an idea or one of its parts. The document itself is not stored here.',
})
export class Link extends Audited {
  static override readonly unlogged = new Set([...Audited.unlogged, 'addedAt', 'addedBy']);
  static override readonly loggedBeside = new Set(['idea', 'aboutId']);

  @ManyToOne(() => Idea, { ref: true })
  @Field(() => Idea, { description: 'The idea.' })
  idea!: Ref<Idea>;

  @Enum({ items: () => wordsOf(LinkKind), type: 'text' })
  @Field(() => LinkKind, { description: 'What the document is.' })
  kind!: LinkKind;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What it is called, in its own language; at most 300 characters.' })
  title!: string;

  @Property({ type: 'text' })
  @Field(() => WebAddress, { description: 'Where it lies. Who may open it is decided there.' })
  url!: string;

  /** The part of the idea that it is about. */
  @Property({ type: 'text', nullable: true })
  aboutId?: string | null;

  @Property({ type: 'datetime', length: 3 })
  @Field(() => Date, { description: 'When it was added, UTC.' })
  addedAt!: Date;

  @Embedded(() => Actor, { prefix: 'added_by_' })
  @Field(() => Actor, { description: 'Who added it.' })
  addedBy!: Actor;

  @Property({ type: 'datetime', length: 3, nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it was removed, UTC; null while it stands.' })
  removedAt?: Date | null;

  /** Links a document to an idea that has so many links. */
  static add(idea: Idea, { kind, title, url, aboutId }: LinkSaid, { by, standing }: Adding): Link {
    refuseAny(textFaults(['title'], title, LONGEST.title));
    if (standing >= MOST) refuse('INVALID', { message: tooMany });
    const link = Object.assign(new Link(), { kind, title: cleaned(title), url, aboutId: aboutId ?? null });
    Object.assign(link, { id: newId('link'), idea: ref(idea), addedAt: now(), addedBy: Actor.of(by) });
    idea.touch();
    link.happened('LINK_ADDED');
    return link;
  }

  /** Takes the link away; it stays in the history. */
  remove(): void {
    if (this.removedAt)
      refuse('ILLEGAL_TRANSITION', {
        path: ['id'],
        message: { sv: 'Länken är redan borttagen.', en: 'The link has been removed already.' },
      });
    this.removedAt = now();
    this.idea.unwrap().touch();
    this.happened('LINK_REMOVED');
  }

  override about(): About {
    return { subjectId: this.id, ideaId: this.idea.id };
  }
}

interface Adding {
  by: Viewer;
  standing: number;
}

const tooMany = {
  sv: `En idé har högst ${MOST} länkar. Ta bort någon som inte behövs.`,
  en: `An idea has at most ${MOST} links. Remove one that is not needed.`,
};
