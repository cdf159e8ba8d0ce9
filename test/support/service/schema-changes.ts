import {
  buildASTSchema,
  type DirectiveNode,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLSchema,
  Kind,
  parse,
  visit,
} from 'graphql';

/** Changes that GraphQL counts as dangerous and that a consumer does not notice. */
const HARMLESS: readonly string[] = ['VALUE_ADDED_TO_ENUM', 'OPTIONAL_INPUT_FIELD_ADDED', 'OPTIONAL_ARG_ADDED'];

const DAY = /\b(\d{4}-\d{2}-\d{2})\b/;

/** What a consumer of the older schema could trip over, but for what was announced to be gone by then. */
export function changesSince(older: string, schema: GraphQLSchema, today: string): string[] {
  const gone = (node: { directives?: readonly DirectiveNode[] }) => {
    const day = lastDayOf(node.directives ?? []);
    return day !== null && day < today ? null : undefined;
  };
  const promised = visit(parse(older), {
    FieldDefinition: gone,
    EnumValueDefinition: gone,
    InputValueDefinition: gone,
  });
  const before = buildASTSchema(promised);
  const changes = [
    ...findBreakingChanges(before, schema),
    ...findDangerousChanges(before, schema).filter(({ type }) => !HARMLESS.includes(type)),
  ];
  return changes.map(({ description }) => description);
}

/** Deprecations that do not say when what they are about goes. */
export function undatedDeprecations(sdl: string): string[] {
  const undated: string[] = [];
  visit(parse(sdl), {
    Directive: node => {
      if (node.name.value === 'deprecated' && lastDayOf([node]) === null) undated.push(reasonOf(node));
    },
  });
  return undated;
}

function lastDayOf(directives: readonly DirectiveNode[]): string | null {
  const deprecated = directives.find(({ name }) => name.value === 'deprecated');
  return (deprecated && DAY.exec(reasonOf(deprecated))?.[1]) ?? null;
}

function reasonOf({ arguments: given = [] }: DirectiveNode): string {
  const reason = given.find(({ name }) => name.value === 'reason')?.value;
  return reason?.kind === Kind.STRING ? reason.value : '';
}
