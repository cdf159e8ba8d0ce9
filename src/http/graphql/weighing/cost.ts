import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import { AS_MANY_AS_CAN_BE, type Candidates } from '../../../matching/candidate-counts.js';
import { PAGE_MAX } from '../../../reading/connections/page.js';
import { type Extra, EXTRA, INTROSPECTION, pointsToSeek, UNSIZED_LIST } from './cost-weights.js';

type Variables = Readonly<Record<string, unknown>>;

/** One evaluation: the variables, how much there is to compare, and what each fragment has come to, so that none is counted through twice. */
interface Run {
  readonly variables: Variables;
  readonly candidates: Candidates;
  readonly fragments: Map<string, Parts>;
}

/** What a selection costs once, and for every row of the page around it. */
interface Parts {
  readonly once: number;
  readonly perRow: number;
}

type Price = (run: Run) => Parts;

const NOTHING: Parts = { once: 0, perRow: 0 };
const FREE: Price = () => NOTHING;

/**
 * The cost of an operation in points:
 * - a field that gives a single value costs nothing; one that gives an object costs 1 and what is selected of the object;
 * - a list costs as many times 1 and what is selected of each, as `first`, `last` or `ids` say, at most 100; where the
 *   schema has no such argument it counts as 10;
 * - in a connection this goes for `nodes` and `edges`;
 * - the schema has a price of its own, whatever is selected of it, and at most a tenth of what an operation may cost;
 * - some fields cost more, matching by how many candidates there are and a search by its words, see cost-weights.ts.
 * Built once for a document; a request then only fills in its variables.
 */
export function priceOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  mostPoints = Infinity,
): (variables: Variables, candidates?: Candidates) => number {
  const root = schema.getRootType(operation.operation);
  const price = new Pricing(schema, document, operation, mostPoints).selection(
    root ?? undefined,
    operation.selectionSet,
  );
  return (variables, candidates = AS_MANY_AS_CAN_BE) =>
    Math.ceil(price({ variables: own(variables), candidates, fragments: new Map() }).once);
}

/** The variables alone: `$constructor` is what was sent under that name, and nothing that every object has. */
function own(variables: Variables): Variables {
  return Object.assign(Object.create(null) as Variables, variables);
}

class Pricing {
  private readonly definitions: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly fragments = new Map<string, Price>();
  private readonly defaults: ReadonlyMap<string, ValueNode | undefined>;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    { variableDefinitions = [] }: OperationDefinitionNode,
    private readonly mostPoints: number,
  ) {
    const definitions = document.definitions.filter(definition => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.definitions = new Map(definitions.map(definition => [definition.name.value, definition]));
    this.defaults = new Map(
      variableDefinitions.map(({ variable, defaultValue }) => [variable.name.value, defaultValue]),
    );
  }

  selection(type: GraphQLNamedType | undefined, set: SelectionSetNode | undefined): Price {
    const prices = (set?.selections ?? []).map((selection): Price => {
      if (selection.kind === Kind.FIELD) return this.field(type, selection);
      if (selection.kind === Kind.FRAGMENT_SPREAD) return this.fragment(selection.name.value);
      const name = selection.typeCondition?.name.value;
      return this.selection(name ? this.schema.getType(name) : type, selection.selectionSet);
    });
    const priced = prices.filter(price => price !== FREE);
    return run => {
      let [once, perRow] = [0, 0];
      for (const price of priced) {
        const parts = price(run);
        once += parts.once;
        perRow += parts.perRow;
      }
      return { once, perRow };
    };
  }

  private fragment(name: string): Price {
    if (!this.fragments.has(name)) {
      this.fragments.set(name, FREE);
      const definition = this.definitions.get(name);
      const type = definition && this.schema.getType(definition.typeCondition.name.value);
      this.fragments.set(name, this.selection(type, definition?.selectionSet));
    }
    return run => {
      const known = run.fragments.get(name);
      if (known) return known;
      run.fragments.set(name, NOTHING);
      const parts = this.fragments.get(name)!(run);
      run.fragments.set(name, parts);
      return parts;
    };
  }

  private field(parent: GraphQLNamedType | undefined, node: FieldNode): Price {
    const introspection = parent && parent === this.schema.getQueryType() && INTROSPECTION.get(node.name.value);
    if (introspection) return () => ({ once: Math.min(introspection, this.mostPoints / 10), perRow: 0 });
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (!parent || !field) return FREE;
    const type = getNamedType(field.type);
    const isObject = isCompositeType(type);
    const points = EXTRA.get(`${parent.name}.${field.name}`) ?? 0;
    if (!isObject && points === 0) return FREE;
    const inner = this.selection(type, node.selectionSet);
    const extra = this.extra(points, field, node);
    const each = isObject ? 1 : 0;
    if (parent.name.endsWith('Connection') && field.name === 'edges')
      return run => ({ once: 0, perRow: inner(run).once });
    if (parent.name.endsWith('Connection') && field.name === 'nodes')
      return run => ({ once: 0, perRow: each + inner(run).once });

    const size = this.size(field, node);
    if (type.name.endsWith('Connection')) {
      return run => {
        const { once, perRow } = inner(run);
        return { once: extra(run) + each + once + size(run) * perRow, perRow: 0 };
      };
    }
    const isList = isListType(isNonNullType(field.type) ? field.type.ofType : field.type);
    const times = isList ? size : () => 1;
    return run => ({ once: extra(run) + times(run) * (each + inner(run).once), perRow: 0 });
  }

  private extra(extra: Extra, field: GraphQLField<unknown, unknown>, node: FieldNode): (run: Run) => number {
    const ofField: (run: Run) => number =
      typeof extra === 'number'
        ? () => extra
        : run => extra(name => this.argument(field, node, name, run), run.candidates);
    if (!node.arguments?.some(({ name }) => name.value === 'filter')) return ofField;
    return run => ofField(run) + pointsToSeek(this.argument(field, node, 'filter', run));
  }

  /** How many rows a field may give at most. */
  private size(field: GraphQLField<unknown, unknown>, node: FieldNode): (run: Run) => number {
    const sized = ['first', 'last', 'ids'].filter(name => field.args.some(arg => arg.name === name));
    if (sized.length === 0) return () => UNSIZED_LIST;
    return run => {
      const given = sized.map(name => this.argument(field, node, name, run));
      const sizes = given
        .map(value => (Array.isArray(value) ? value.length : value))
        .filter(Number.isInteger) as number[];
      return sizes.length === 0 ? 20 : Math.min(Math.max(0, ...sizes), PAGE_MAX);
    };
  }

  private argument(field: GraphQLField<unknown, unknown>, node: FieldNode, name: string, { variables }: Run): unknown {
    const given = node.arguments?.find((argument: ArgumentNode) => argument.name.value === name)?.value;
    const fallback = field.args.find(arg => arg.name === name)?.defaultValue;
    if (!given) return fallback;
    if (given.kind !== Kind.VARIABLE) return valueFromASTUntyped(given, variables);
    const value = variables[given.name.value];
    if (value !== undefined) return value;
    const byDefault = this.defaults.get(given.name.value);
    return byDefault ? valueFromASTUntyped(byDefault) : fallback;
  }
}
