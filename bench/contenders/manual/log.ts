import { ArrayType, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../src/shared/ids.js';
import { FundingCall } from './funding-call.js';
import { Idea } from './idea.js';

/** A key is who asks. */
@Entity({ tableName: 'api_key' })
export class Viewer {
  @PrimaryKey({ type: 'text' })
  id!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  hash!: string;

  @Property({ type: 'text' })
  role!: 'ADMIN' | 'PARTNER' | 'INTEGRATOR';

  @Property({ type: 'text', nullable: true })
  partnerId?: string | null;

  @Property({ type: ArrayType, columnType: 'text[]' })
  grants: string[] = [];

  @Property({ type: 'datetime', nullable: true })
  expiresAt?: Date | null;

  @Property({ type: 'datetime', nullable: true })
  revokedAt?: Date | null;
}

/** What the filters of the mapper are given. */
export interface Asked {
  readonly viewer?: Viewer | null;
}

/** One row of the log; its place in the chain is the database's to give. */
@Entity()
export class Activity {
  @PrimaryKey({ type: 'text' })
  id = newId('activity');

  @Property({ type: 'datetime' })
  at = new Date();

  @Property({ type: 'text' })
  actorName: string;

  @Property({ type: 'text' })
  actorRole: string;

  @Property({ type: 'text' })
  kind: string;

  @Property({ type: 'text' })
  subjectId: string;

  @ManyToOne(() => Idea, { ref: true, nullable: true })
  idea?: Ref<Idea>;

  @ManyToOne(() => FundingCall, { ref: true, nullable: true })
  call?: Ref<FundingCall>;

  @Property({ type: 'json' })
  changes: { field: string; before: unknown; after: unknown }[];

  constructor(by: Viewer, of: Pick<Activity, 'kind' | 'subjectId' | 'idea' | 'call' | 'changes'>) {
    this.actorName = by.name;
    this.actorRole = by.role;
    this.kind = of.kind;
    this.subjectId = of.subjectId;
    this.idea = of.idea;
    this.call = of.call;
    this.changes = of.changes;
  }
}
