import { ObjectType } from 'type-graphql';

@ObjectType('Consortium', {
  description:
    "The partners that have gathered round an idea. Each is a current member; who has left is in the idea's activity.",
})
export class Consortium {}
