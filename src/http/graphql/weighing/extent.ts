import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

/** How large a document is, whatever it asks for. */
export interface Extent {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly repeats: number;
}

/** Measures a document that nobody has validated yet: unknown names and circular fragments do it no harm. */
export function extentOf(document: DocumentNode): Extent {
  let [aliases, directives, repeats] = [0, 0, 0];
  visit(document, {
    Field: ({ alias }) => void (aliases += alias ? 1 : 0),
    Directive: () => void (directives += 1),
    SelectionSet: set => void (repeats = Math.max(repeats, repeatsIn(set))),
  });
  return { depth: depthOf(document), aliases, directives, repeats };
}

function nameOf(selection: SelectionNode): string {
  if (selection.kind === Kind.FIELD) return (selection.alias ?? selection.name).value;
  return selection.kind === Kind.FRAGMENT_SPREAD
    ? `...${selection.name.value}`
    : `... on ${selection.typeCondition?.name.value}`;
}

function repeatsIn({ selections }: SelectionSetNode): number {
  const counts = new Map<string, number>();
  let most = 0;
  for (const selection of selections) {
    const count = (counts.get(nameOf(selection)) ?? 0) + 1;
    counts.set(nameOf(selection), count);
    most = Math.max(most, count);
  }
  return most;
}

/** Fields inside fields, fragments opened, introspection left out: it has a depth of its own. */
function depthOf(document: DocumentNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const known = new Map<string, number>();

  const ofSet = (set: SelectionSetNode | undefined): number =>
    Math.max(0, ...(set?.selections ?? []).map(selection => ofSelection(selection)));
  const ofSelection = (selection: SelectionNode): number => {
    if (selection.kind === Kind.FIELD)
      return selection.name.value.startsWith('__') ? 0 : 1 + ofSet(selection.selectionSet);
    return selection.kind === Kind.INLINE_FRAGMENT ? ofSet(selection.selectionSet) : ofFragment(selection.name.value);
  };
  const ofFragment = (name: string): number => {
    if (!known.has(name)) {
      known.set(name, 0); // A fragment that reaches itself adds nothing more; validation refuses it.
      known.set(name, ofSet(fragments.get(name)?.selectionSet));
    }
    return known.get(name)!;
  };
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return Math.max(
    0,
    ...operations.map(operation => ofSet((operation as { selectionSet?: SelectionSetNode }).selectionSet)),
  );
}
