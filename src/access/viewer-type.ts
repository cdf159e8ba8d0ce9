import { Field, ObjectType } from 'type-graphql';
import { Locale } from '../shared/text/localized-text.js';

@ObjectType('Viewer', { description: 'Who asks, as the API sees it.' })
export class ViewerType {
  @Field(() => Locale, { description: 'The language texts are answered in unless an argument says otherwise.' })
  locale!: Locale;
}
