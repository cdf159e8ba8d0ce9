import { readFileSync } from 'node:fs';
import { inProject } from '../../shared/in-project.js';

/** What an agent can read beside the tools, at an address that stays. */
export interface Resource {
  readonly uri: string;
  readonly name: string;
  readonly title: string;
  readonly mimeType: string;
  readonly text: string;
}

/** The manuals for those who use the service; those for whoever runs or builds it are none of an agent's. */
const MANUALS = ['agents', 'partners', 'region-blekinge', 'integrators', 'import-formats', 'webhooks', 'mail', 'terms'];

/** Read at start: a file that is missing keeps the service from starting. */
export function resources(): readonly Resource[] {
  const schema = {
    uri: 'ks3://schema.graphql',
    name: 'schema.graphql',
    title: 'The schema of the GraphQL API, described',
    mimeType: 'text/plain',
    text: read('schema/schema.graphql'),
  };
  return [schema, ...MANUALS.map(manual)];
}

function manual(name: string): Resource {
  const text = read(`docs/${name}.md`);
  const [, title = name] = /^# (.+)$/m.exec(text) ?? [];
  return { uri: `ks3://manuals/${name}`, name, title, mimeType: 'text/markdown', text };
}

function read(path: string): string {
  return readFileSync(inProject(path), 'utf8');
}
