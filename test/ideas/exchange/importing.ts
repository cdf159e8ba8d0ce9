import { KEYS, type Service } from '../../support/service/service.js';

const IMPORT = `mutation ($input: ImportTableInput!) { importIdeas(input: $input) {
  dryRun created updated unchanged
  rows { row identifier isNew changes { field before after } notes }
  rejected { row identifier errors { code path message } } leftOut { row } userErrors { code path message } } }`;

/** Imports a table of ideas as an administrator, for real unless it says otherwise. */
export async function importing(service: Service, input: object): Promise<any> {
  const given = { format: 'CSV', dryRun: false, ...input };
  return (await service.as(KEYS.admin).run<any, object>(IMPORT, { input: given })).importIdeas;
}

/** The idea of a title, or null. */
export async function ideaOf(service: Service, title: string, selection: string): Promise<any> {
  const document = `query ($text: String!) { ideas(filter: { text: $text }) { nodes { title ${selection} } } }`;
  const { ideas } = await service.as(KEYS.admin).run<any, object>(document, { text: `"${title}"` });
  return ideas.nodes.find((idea: any) => idea.title === title) ?? null;
}
