import type { EntityManager } from '@mikro-orm/postgresql';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { FundingCall } from './funding-call.js';
import { Idea, Membership, Stage } from './idea.js';
import type { Viewer } from './log.js';

/** What every resolver is given: a unit of work of its own, and who asks. */
export interface Context {
  readonly em: EntityManager;
  readonly viewer: Viewer | null;
}

enum FundingCallStatus {
  OPEN = 'OPEN',
}
registerEnumType(FundingCallStatus, { name: 'FundingCallStatus' });

enum OrderField {
  UPDATED_AT = 'UPDATED_AT',
  NEXT_DEADLINE = 'NEXT_DEADLINE',
}
registerEnumType(OrderField, { name: 'OrderField' });

enum SortDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}
registerEnumType(SortDirection, { name: 'SortDirection' });

@InputType()
export class Order {
  @Field(() => OrderField)
  field!: OrderField;

  @Field(() => SortDirection)
  direction!: SortDirection;
}

@InputType()
export class IdeaFilter {
  @Field(() => [Stage], { nullable: true })
  stages?: Stage[] | null;

  @Field(() => [String], { nullable: true })
  focusAreas?: string[] | null;
}

@InputType()
export class FundingCallFilter {
  @Field(() => [FundingCallStatus], { nullable: true })
  statuses?: FundingCallStatus[] | null;

  @Field(() => [String], { nullable: true })
  programmes?: string[] | null;
}

@ObjectType()
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

@ObjectType()
export class IdeaConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => [Idea])
  nodes!: Idea[];
}

@ObjectType()
export class FundingCallConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => [FundingCall])
  nodes!: FundingCall[];
}

@ObjectType()
export class Consortium {
  @Field(() => [Membership])
  memberships!: Membership[];
}

@InputType()
export class AdvanceIdeaInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { nullable: true })
  expectedVersion?: number | null;
}

@InputType()
class DeadlineInput {
  @Field(() => Date)
  at!: Date;
}

@InputType()
class LocalizedInput {
  @Field(() => String)
  sv!: string;
}

@InputType()
class MoneyInput {
  @Field(() => String)
  amount!: string;

  @Field(() => String)
  currency!: string;
}

@InputType()
export class CreateFundingCallInput {
  @Field(() => String)
  identifier!: string;

  @Field(() => LocalizedInput)
  title!: LocalizedInput;

  @Field(() => String)
  programme!: string;

  @Field(() => String)
  funder!: string;

  @Field(() => String)
  deadlineModel!: string;

  @Field(() => [DeadlineInput])
  deadlines!: DeadlineInput[];

  @Field(() => [String])
  focusAreas!: string[];

  @Field(() => MoneyInput, { nullable: true })
  budget?: MoneyInput | null;
}

@ObjectType()
export class UserError {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  message!: string;

  @Field(() => [String])
  path: string[] = [];
}

@ObjectType()
export class Requirement {
  @Field(() => String)
  code!: string;
}

@ObjectType()
export class AdvanceIdeaPayload {
  @Field(() => Idea, { nullable: true })
  idea?: Idea | null;

  @Field(() => [Requirement])
  unmet: Requirement[] = [];

  @Field(() => [UserError])
  userErrors: UserError[] = [];
}

@ObjectType()
export class FundingCallPayload {
  @Field(() => FundingCall, { nullable: true })
  call?: FundingCall | null;

  @Field(() => [UserError])
  userErrors: UserError[] = [];
}
