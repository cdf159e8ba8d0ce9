import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../context/context.js';
import { ImportedTable, ImportTableInput } from '../../imports/import-table-input.js';
import { importTable } from '../../imports/import-table.js';
import { MutationPayload } from '../../shared/user-error.js';
import { Idea } from '../idea.js';
import { IDEAS } from './reading/idea-row.js';
import { importIdeas } from './import-ideas.js';

@ObjectType('ImportIdeasPayload', {
  implements: MutationPayload,
  description: 'What an import of ideas did, or would do.',
})
export class ImportIdeasPayload extends ImportedTable {
  @Field(() => [Idea], {
    description: 'The ideas concerned, up to 100, as they are now; in a dry run those that exist already.',
  })
  ideas!: Idea[];
}

@Resolver()
export class ImportIdeasResolver {
  @Mutation(() => ImportIdeasPayload, {
    description:
      'Imports ideas from a table, or says what an import would do. An idea is known again by its code, or by its title with its owner. An empty cell says nothing, but in a row with code and version it clears; such a row is refused with CONFLICT where somebody has changed the idea meanwhile. Stages beyond CONCEPT are entered by one transition each, past requirements that a table cannot show. Rows that cannot be read are named and left out, the rest is one transaction; content that breaks off changes nothing, and neither does one of more than 1,000 rows, which the command line takes. For administrators.',
  })
  importIdeas(
    @Arg('input', () => ImportTableInput, { description: 'What to import.' }) input: ImportTableInput,
    @Ctx() context: Context,
  ): Promise<ImportIdeasPayload> {
    const importing = { viewer: context.viewer, programme: input.programme };
    const work = {
      kind: IDEAS,
      things: 'ideas',
      action: 'IMPORT_IDEAS',
      take: (...[em, rows, flush]: Parameters<typeof importIdeas>) => importIdeas(em, rows, flush, importing),
    } as const;
    return importTable(context, ImportIdeasPayload, input, work as never, ideas => ({ ideas: ideas as Idea[] }));
  }
}
