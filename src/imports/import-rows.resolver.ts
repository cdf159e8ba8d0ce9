import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context/context.js';
import { LocaleArg } from '../shared/text/localized-field.js';
import { inLocale, type Locale } from '../shared/text/localized-text.js';
import { ImportCell, ImportedRowType, ImportLeftOut } from './import-rows.js';

@Resolver(() => ImportCell)
export class ImportCellResolver {
  @FieldResolver(() => String, { description: 'What is wrong with it, and what would be right.' })
  message(@Root() { reason }: ImportCell, @LocaleArg() locale: Locale | null, @Ctx() context: Context): string {
    return inLocale(reason, locale ?? context.locale);
  }
}

@Resolver(() => ImportedRowType)
export class ImportedRowResolver {
  @FieldResolver(() => String, { description: 'Its title, or its name, after the import.' })
  title(@Root() { name }: ImportedRowType, @LocaleArg() locale: Locale | null, @Ctx() context: Context): string {
    return inLocale(name, locale ?? context.locale);
  }
}

@Resolver(() => ImportLeftOut)
export class ImportLeftOutResolver {
  @FieldResolver(() => String, { description: 'Why it was left out.' })
  message(@Root() { reason }: ImportLeftOut, @LocaleArg() locale: Locale | null, @Ctx() context: Context): string {
    return inLocale(reason, locale ?? context.locale);
  }
}
