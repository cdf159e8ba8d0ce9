import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../context/context.js';
import { ImportedTable, ImportTableInput } from '../../imports/import-table-input.js';
import { importTable } from '../../imports/import-table.js';
import { MutationPayload } from '../../shared/user-error.js';
import { Partner } from '../partner.js';
import { importPartners } from './import-partners.js';
import { PARTNERS } from './partner-row.js';

@ObjectType('ImportPartnersPayload', {
  implements: MutationPayload,
  description: 'What an import of partners did, or would do.',
})
export class ImportPartnersPayload extends ImportedTable {
  @Field(() => [Partner], {
    description: 'The partners concerned, up to 100, as they are now; in a dry run those that exist already.',
  })
  partners!: Partner[];
}

@Resolver()
export class ImportPartnersResolver {
  @Mutation(() => ImportPartnersPayload, {
    description:
      'Imports partners from a table, or says what an import would do. A partner is known again by its organisation number, PIC, slug or name; an empty cell says nothing. Rows that cannot be read are named and left out, the rest is one transaction; content that breaks off changes nothing, and neither does one of more than 5,000 rows, which the command line takes. For administrators.',
  })
  importPartners(
    @Arg('input', () => ImportTableInput, { description: 'What to import.' }) input: ImportTableInput,
    @Ctx() context: Context,
  ): Promise<ImportPartnersPayload> {
    const work = { kind: PARTNERS, things: 'partners', action: 'MANAGE_PARTNERS', take: importPartners } as const;
    return importTable(context, ImportPartnersPayload, input, work, partners => ({ partners: partners as Partner[] }));
  }
}
