import { Collection, type Ref, ref } from '@mikro-orm/core';
import { Entity, ManyToOne, OneToMany, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Audited } from '../activity/audited.js';
import { LONGEST, localizedFaults, nullFaults, textFaults } from '../shared/checks.js';
import { differing, isNothing } from '../shared/changes.js';
import { now } from '../shared/time/clock.js';
import { newId } from '../shared/ids.js';
import { LocalizedField } from '../shared/text/localized-field.js';
import type { LocalizedText } from '../shared/text/localized-text.js';
import { Node } from '../shared/node.js';
import { type Fault, refuse, refuseAny } from '../shared/refuse.js';
import { NO_NEW_PARTS, RETIRED_ALREADY } from './retired-area.js';

/** What a focus area is described by. */
export interface FocusAreaDescription {
  code: string;
  name: LocalizedText;
  description?: LocalizedText | null | undefined;
  parent?: FocusArea | null | undefined;
}

@Entity()
@ObjectType('FocusArea', {
  implements: Node,
  description: "A field of the region's smart specialisation strategy (S3), in a tree of areas and parts. Public.",
})
export class FocusArea extends Audited {
  @Property({ type: 'text' })
  @Unique()
  @Field(() => String, { description: 'The unique code; a part begins with its parent: smart-industri.marin-teknik.' })
  code!: string;

  @LocalizedField({ description: 'The name of the area.' })
  name!: LocalizedText;

  @LocalizedField({ nullable: true, description: 'What the area covers, or null.' })
  description?: LocalizedText | null;

  @ManyToOne(() => FocusArea, { ref: true, nullable: true })
  @Field(() => FocusArea, { nullable: true, description: 'The area this is a part of; null at the top level.' })
  parent?: Ref<FocusArea> | null;

  @OneToMany(() => FocusArea, area => area.parent, { orderBy: { code: 'asc' } })
  @Field(() => [FocusArea], { description: 'Its parts, by code.' })
  readonly children = new Collection<FocusArea>(this);

  @Property({ type: 'datetime', length: 3, nullable: true })
  @Field(() => Date, {
    nullable: true,
    description:
      'When it was taken out of use, UTC: it is chosen no more, and ideas and calls that have it keep it. Null while in use.',
  })
  retiredAt?: Date | null;

  @Property({ type: 'datetime', length: 3 })
  readonly createdAt!: Date;

  @Property({ type: 'datetime', length: 3 })
  updatedAt!: Date;

  static define({ code, name, description, parent }: FocusAreaDescription): FocusArea {
    const pattern = parent ? new RegExp(`^${RegExp.escape(parent.code)}\\.[a-z0-9-]+$`) : /^[a-z0-9-]+$/;
    if (!pattern.test(code)) refuse('INVALID', { path: ['code'], message: codeMessage(parent?.code) });

    if (parent?.retiredAt) refuse('ILLEGAL_TRANSITION', { path: ['parent'], message: NO_NEW_PARTS });
    refuseAny(namingFaults({ name, description }));
    const area = Object.assign(new FocusArea(), { code, name, description: description ?? null });
    Object.assign(area, {
      id: newId('focus'),
      parent: parent ? ref(parent) : null,
      createdAt: now(),
      updatedAt: now(),
    });
    area.happened('FOCUS_AREA_CREATED');
    return area;
  }

  /** Replaces what is given and keeps the rest; the code stays for ever. */
  update(changes: Partial<Pick<FocusAreaDescription, 'name' | 'description'>>): void {
    refuseAny([...nullFaults(changes, ['name']), ...namingFaults(changes)]);
    const real = differing(this, changes);
    if (isNothing(real)) return;
    Object.assign(this, real, { updatedAt: now() });
    this.happened('FOCUS_AREA_UPDATED');
  }

  /** Takes it out of use: what has it keeps it, and nothing else gets it. */
  retire(reason: string): void {
    if (this.retiredAt) refuse('ILLEGAL_TRANSITION', { path: ['code'], message: RETIRED_ALREADY });
    refuseAny(textFaults(['reason'], reason, LONGEST.reason));
    this.retiredAt = this.updatedAt = now();
    this.happened('FOCUS_AREA_RETIRED', { reason });
  }
}

function namingFaults({ name, description }: Partial<Pick<FocusAreaDescription, 'name' | 'description'>>): Fault[] {
  return [...localizedFaults('name', name, LONGEST.name), ...localizedFaults('description', description, LONGEST.text)];
}

function codeMessage(parent: string | undefined) {
  return parent
    ? {
        sv: `Koden ska vara ”${parent}.” följt av små bokstäver, siffror och bindestreck.`,
        en: `The code must be "${parent}." followed by small letters, digits and hyphens.`,
      }
    : {
        sv: 'Koden ska bestå av små bokstäver (a–z), siffror och bindestreck.',
        en: 'The code must consist of small letters (a–z), digits and hyphens.',
      };
}
