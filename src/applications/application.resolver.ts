import { FieldResolver, Resolver } from 'type-graphql';
import { confidentialMoney } from '../access/confidential.js';
import { Brought, Reads } from '../reading/reads.js';
import { Money } from '../shared/money.js';
import { Application } from './application.js';

@Resolver(() => Application)
export class ApplicationResolver {
  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What is asked for; null while unknown, or when the viewer is not inside the idea.',
  })
  @Reads(scope => confidentialMoney(scope, 'requested'))
  requested(@Brought() amount: Money | null) {
    return amount;
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: "The applicants' own share; null while unknown, or when the viewer is not inside the idea.",
  })
  @Reads(scope => confidentialMoney(scope, 'coFinancing'))
  coFinancing(@Brought() amount: Money | null) {
    return amount;
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What was granted; null unless granted, or when the viewer is not inside the idea.',
  })
  @Reads(scope => confidentialMoney(scope, 'granted'))
  granted(@Brought() amount: Money | null) {
    return amount;
  }
}
