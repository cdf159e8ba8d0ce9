import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredInputField,
} from 'graphql';
import { chosenArgs } from './chosen-args.js';
import { isOneShape, isPart } from './shape.js';
import type { Tape } from './tape.js';
import type { Place, Values } from './values.js';

/** Something a request fills in. */
export interface Slot {
  readonly name: string;
  draw(tape: Tape): unknown;
}

/** How deep a document goes below its root fields, connections and their edges not counted. */
const DEPTH = 3;
/** How many rows a list shows at the root, and below it, where rows multiply. */
const LONGEST = { root: 30, below: 4 };
/** Arguments of which the field's own rules want one, or that go together with a cursor. */
const NEVER_NULL = /^(id|code|slug|identifier|last)$/;

/** Writes one random document against a schema, with variables left open. */
export class Draft {
  readonly slots: Slot[] = [];
  private readonly declarations: string[] = [];
  private readonly fragments: { name: string; type: string; depth: number; text: string }[] = [];
  private aliases = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly tape: Tape,
    private readonly values: Values,
    private readonly isAsked: (type: string, field: string) => boolean,
  ) {}

  write(): string {
    const body = this.selection(this.schema.getQueryType()!, DEPTH);
    const declared = this.declarations.length > 0 ? `(${this.declarations.join(', ')})` : '';
    return [`query Random${declared} ${body}`, ...this.fragments.map(({ text }) => text)].join('\n');
  }

  private selection(type: GraphQLObjectType, depth: number, aliased = false): string {
    const parts = this.tape.times(1, 4, index => this.part(type, depth, { aliased, plain: index === 0 }));
    return `{ ${parts.join(' ')} }`;
  }

  private part(type: GraphQLObjectType, depth: number, { aliased = false, plain = false } = {}): string {
    const kind = plain ? 0 : this.tape.below(10);
    if (kind === 6) return `...${this.directive()} ${this.selection(type, depth, aliased)}`;
    if (kind === 7) return `... on ${type.name}${this.directive()} ${this.selection(type, depth, aliased)}`;
    if (kind === 8 && !aliased) return `...${this.fragment(type, depth)}${this.directive()}`;
    if (kind === 9) return type.getInterfaces().length > 0 ? `... on Node { ${this.alias()}: id }` : '__typename';
    return this.field(type, depth, aliased);
  }

  private fragment(type: GraphQLObjectType, depth: number): string {
    const known = this.fragments.filter(each => each.type === type.name && each.depth <= depth);
    if (known.length > 0 && this.tape.once(2)) return this.tape.one(known).name;
    const name = this.alias();
    const text = `fragment ${name} on ${type.name} ${this.selection(type, depth)}`;
    this.fragments.push({ name, type: type.name, depth, text });
    return name;
  }

  private field(type: GraphQLObjectType, depth: number, aliased: boolean): string {
    const fields = this.fieldsOf(type, depth);
    // Of nothing but what would lie too deep.
    if (fields.length === 0) return '__typename';
    const field = this.tape.one(fields);
    const args = this.args(type, field);
    const alias = aliased || args || this.tape.once(4) ? `${this.alias()}: ` : '';
    return `${alias}${field.name}${args}${this.directive()}${this.below(field, depth)}`;
  }

  private fieldsOf(type: GraphQLObjectType, depth: number): GraphQLField<unknown, unknown>[] {
    return Object.values(type.getFields()).filter(
      ({ name, type: given }) => this.isAsked(type.name, name) && (depth > 0 || isLeafType(getNamedType(given))),
    );
  }

  private alias(): string {
    this.aliases += 1;
    return `a${this.aliases}`;
  }

  private below({ type, args }: GraphQLField<unknown, unknown>, depth: number): string {
    const named = getNamedType(type);
    if (isObjectType(named)) {
      return ` ${this.selection(named, isPart(named) ? depth : depth - 1)}`;
    }
    if (!isInterfaceType(named)) return '';
    const possible = this.schema.getPossibleTypes(named).filter(({ name }) => this.isAsked(name, 'id'));
    const parts = this.tape.times(0, 3, () => {
      const one = this.tape.one(possible);
      return `... on ${one.name}${this.directive()} ${this.selection(one, depth - 1, true)}`;
    });
    const both = this.tape.once(2) ? this.shared(possible, depth - 1) : '';
    // A field without arguments may be asked for twice in one selection, and then both must agree.
    return ` { ${args.length > 0 && this.tape.once(4) ? '__typename: id' : 'id __typename'} ${parts.join(' ')} ${both} }`;
  }

  /** Two types asked under one alias for fields of one shape that may differ in all else. */
  private shared(possible: readonly GraphQLObjectType[], depth: number): string {
    const one = this.tape.one(possible);
    const other = this.tape.one(possible.filter(each => each !== one));
    const [ofOne, ofOther] = this.alike(one, other, depth);
    return `... on ${one.name} { ${ofOne} } ... on ${other.name} { ${ofOther} }`;
  }

  private alike(one: GraphQLObjectType, other: GraphQLObjectType, depth: number): [string, string] {
    const pairs = this.fieldsOf(one, depth).flatMap(field =>
      this.fieldsOf(other, depth).flatMap(another =>
        isOneShape(field.type, another.type) ? [[field, another] as const] : [],
      ),
    );
    const alias = this.alias();
    if (pairs.length === 0) return [`${alias}: __typename`, `${alias}: __typename`];
    const [field, another] = this.tape.one(pairs);
    const [inside, insideOther] = this.alikeBelow(getNamedType(field.type), getNamedType(another.type), depth);
    return [
      `${alias}: ${field.name}${this.args(one, field)}${inside}`,
      `${alias}: ${another.name}${this.args(other, another)}${insideOther}`,
    ];
  }

  private alikeBelow(one: GraphQLNamedType, other: GraphQLNamedType, depth: number): [string, string] {
    if (isInterfaceType(one)) return [' { id }', ' { id }'];
    if (!isObjectType(one) || !isObjectType(other)) return ['', ''];
    const [ofOne, ofOther] = this.alike(one, other, isPart(one) ? depth : depth - 1);
    return [` { ${ofOne} }`, ` { ${ofOther} }`];
  }

  private directive(): string {
    if (!this.tape.once(8)) return '';
    const name = this.tape.one(['include', 'skip']);
    const value = this.tape.one([
      () => 'true',
      () => 'false',
      () => this.slot('Boolean!', tape => tape.below(2) === 0),
    ])();
    return ` @${name}(if: ${value})`;
  }

  private slot(type: string, draw: Slot['draw'], standard = ''): string {
    const name = `v${this.slots.length}`;
    this.slots.push({ name, draw });
    this.declarations.push(`$${name}: ${type}${standard}`);
    return `$${name}`;
  }

  private args(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): string {
    const isRoot = type === this.schema.getQueryType();
    const longest = isRoot ? LONGEST.root : LONGEST.below;
    const chosen = chosenArgs(field, this.tape, isRoot).filter(({ name }) =>
      this.isAsked(`${type.name}.${field.name}`, name),
    );
    const written = chosen.map(({ name, type: given }) => {
      const value = /^(after|before)$/.test(name)
        ? this.cursor()
        : this.value(NEVER_NULL.test(name) ? new GraphQLNonNull(getNullableType(given)) : given, {
            field: field.name,
            name,
            longest,
          });
      return `${name}: ${value}`;
    });
    return written.length > 0 ? `(${written.join(', ')})` : '';
  }

  /** The row is found when the document is run; see `placeOf`. */
  private cursor(): string {
    const name = `v${this.slots.length}`;
    return this.slot('String', tape => `@${name}:${tape.below(100)}`);
  }

  private value(type: GraphQLInputType, place: Place): string {
    if (this.tape.once(3)) return this.slot(String(type), tape => this.values.draw(tape, type, place));
    if (!isNonNullType(type) && this.tape.once(12)) return 'null';
    const needed = isNonNullType(type) ? type.ofType : type;
    if (isListType(needed)) return `[${this.tape.times(0, 3, () => this.value(needed.ofType, place)).join(', ')}]`;
    if (!isInputObjectType(needed)) return this.literal(needed, place);
    const fields = Object.values(needed.getFields()).filter(field => isRequiredInputField(field) || this.tape.once(5));
    return `{ ${fields.map(field => `${field.name}: ${this.value(field.type, { ...place, name: field.name })}`).join(', ')} }`;
  }

  private literal(type: GraphQLInputType, place: Place): string {
    const value = this.values.leaf(this.tape, type, place);
    return isEnumType(type) ? String(value) : JSON.stringify(value);
  }
}
