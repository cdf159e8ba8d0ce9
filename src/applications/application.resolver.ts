import { Resolver } from 'type-graphql';
import { confidentialMoney } from '../access/confidential.js';
import { ReadField } from '../reading/reads.js';
import { Money } from '../shared/money.js';
import { Application } from './application.js';

@Resolver(() => Application)
export class ApplicationResolver {
  @ReadField(
    () => Money,
    {
      nullable: true,
      description: 'What is asked for; null while unknown, or when the viewer is not inside the idea.',
    },
    scope => confidentialMoney(scope, 'requested'),
  )
  requested!: Money | null;

  @ReadField(
    () => Money,
    {
      nullable: true,
      description: "The applicants' own share; null while unknown, or when the viewer is not inside the idea.",
    },
    scope => confidentialMoney(scope, 'coFinancing'),
  )
  coFinancing!: Money | null;

  @ReadField(
    () => Money,
    {
      nullable: true,
      description: 'What was granted; null unless granted, or when the viewer is not inside the idea.',
    },
    scope => confidentialMoney(scope, 'granted'),
  )
  granted!: Money | null;
}
