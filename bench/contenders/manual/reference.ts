import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

@Entity()
@ObjectType()
export class Partner {
  @PrimaryKey({ type: 'text' })
  id!: string;

  @Property({ type: 'text' })
  @Field(() => String)
  slug!: string;

  @Property({ type: 'text' })
  @Field(() => String)
  name!: string;

  @Property({ type: 'text' })
  @Field(() => String)
  sector!: string;

  /** Not read with the rest, which a star would. */
  @Property({ type: 'text', lazy: true, nullable: true })
  searchable?: string | null;
}

@Entity()
@ObjectType()
export class FocusArea {
  @PrimaryKey({ type: 'text' })
  id!: string;

  @Property({ type: 'text' })
  @Field(() => String)
  code!: string;

  @Property({ type: 'text', fieldName: 'name_sv' })
  @Field(() => String)
  name!: string;
}

@Entity()
export class Programme {
  @PrimaryKey({ type: 'text' })
  id!: string;

  @Property({ type: 'integer' })
  gatePolicySummaryMinLength!: number;
}
