import { Embeddable, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { ref, type Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { Partner } from '../partners/partner.js';
import { wordsOf } from '../shared/described-enum.js';
import type { Bilingual } from '../shared/text/wording.js';
import { Role } from '../shared/roles.js';
import type { Viewer } from '../shared/viewer.js';

/** What stands for the name of who acted for no partner, to those who aren't told it. */
export const ORGANISATIONS = {
  ADMIN: { sv: 'Programmets administration', en: 'The programme’s administration' },
  PARTNER: { sv: 'En partner', en: 'A partner' },
  INTEGRATOR: { sv: 'En integration', en: 'An integration' },
} as const satisfies Record<Role, Bilingual>;

@Embeddable()
@ObjectType('Actor', {
  description: 'Who did something, as it was when it was done: the key or token and its role.',
})
export class Actor {
  /** Null when it has been redacted. */
  @Property({ type: 'text', nullable: true })
  name!: string | null;

  @Enum({ items: () => wordsOf(Role), type: 'text' })
  @Field(() => Role, { description: 'The role it acted in.' })
  role!: Role;

  @ManyToOne(() => Partner, { ref: true, nullable: true })
  @Field(() => Partner, {
    nullable: true,
    description: 'The partner it acted for; null for integrators and the service itself.',
  })
  partner?: Ref<Partner> | null;

  static of(viewer: Viewer): Actor {
    return Object.assign(new Actor(), {
      name: viewer.name,
      role: viewer.role ?? 'INTEGRATOR',
      partner: viewer.partnerId ? ref(Partner, viewer.partnerId) : null,
    });
  }
}
