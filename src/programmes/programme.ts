import { Check, Embedded, Entity, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Audited } from '../activity/audited.js';
import { differing, isNothing } from '../shared/changes.js';
import { LONGEST, localizedFaults, nullFaults, rangeFaults, reasonFaults } from '../shared/checks.js';
import { newId } from '../shared/ids.js';
import { Node } from '../shared/node.js';
import { type Fault, fault, refuse, refuseAny } from '../shared/refuse.js';
import { LocalizedField } from '../shared/text/localized-field.js';
import type { LocalizedText } from '../shared/text/localized-text.js';
import { DateOnly } from '../shared/values/scalars.js';
import { GATE_POLICY, GatePolicy, gatePolicyFaults } from './gate-policy.js';

/** What a programme is described by. */
export interface ProgrammeDescription {
  name: LocalizedText;
  description?: LocalizedText | null | undefined;
  startsOn?: string | null | undefined;
  endsOn?: string | null | undefined;
  open: boolean;
  requiredProjects: number;
}

/** The names of the fields that describe a programme. */
export const DESCRIBING_PROGRAMME = [
  'name',
  'description',
  'startsOn',
  'endsOn',
  'open',
  'requiredProjects',
] as const satisfies readonly (keyof ProgrammeDescription)[];

type ProgrammeChanges = Partial<ProgrammeDescription> & { gatePolicy?: Partial<GatePolicy> | null | undefined };

@Entity()
@Check({ name: 'programme_required_projects', expression: 'required_projects >= 0' })
@ObjectType('Programme', {
  implements: Node,
  description:
    'A programme and its rules: programmes end and others begin, and each has gates of its own. An idea belongs to one for good. Public.',
})
export class Programme extends Audited {
  static override readonly unlogged = new Set([...Audited.unlogged, 'lastIdeaNumber']);

  @Property({ type: 'text', fieldName: 'code_prefix' })
  @Unique({ name: 'programme_code_prefix_unique' })
  @Field(() => String, { description: 'The unique code, with which the codes of its ideas begin: KS3.' })
  code!: string;

  @LocalizedField({ description: 'The name of the programme.' })
  name!: LocalizedText;

  @LocalizedField({ nullable: true, description: 'What the programme is for, or null.' })
  description?: LocalizedText | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateOnly, { nullable: true, description: 'Its first day, or null where none is set.' })
  startsOn?: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateOnly, { nullable: true, description: 'Its last day, or null where none is set.' })
  endsOn?: string | null;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, {
    description: 'Whether it takes new ideas. Those of a closed programme go on under its rules.',
  })
  open!: boolean;

  @Property({ type: 'integer' })
  lastIdeaNumber!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many large projects it has promised.' })
  requiredProjects!: number;

  @Embedded(() => GatePolicy)
  @Field(() => GatePolicy, { description: 'What its gates ask, as they are read at the moment of a step.' })
  gatePolicy!: GatePolicy;

  /** Counted here and not by the mapper: taking a number for an idea is no change that another could miss. */
  @Property({ type: 'integer' })
  @Field(() => Int, {
    description: 'Counts up at every change; send it as expectedVersion to be told of changes by others.',
  })
  version!: number;

  static define({ code, ...given }: { code: string } & ProgrammeChanges): Programme {
    const described = { open: true, requiredProjects: 1, ...given } as ProgrammeDescription;
    const gatePolicy = GatePolicy.of(GATE_POLICY, given.gatePolicy ?? {});
    refuseAny([
      ...codeFaults(code),
      ...nullPolicyFaults(given),
      ...programmeFaults(described),
      ...gatePolicyFaults(gatePolicy),
    ]);
    const programme = Object.assign(new Programme(), described, { code, gatePolicy, lastIdeaNumber: 0, version: 1 });
    Object.assign(programme, { id: newId('programme') });
    programme.happened('PROGRAMME_CREATED');
    return programme;
  }

  /** Replaces what is given and keeps the rest; the code stays for ever, and no step that was taken is undone. */
  update({ gatePolicy, ...changes }: ProgrammeChanges, reason?: string | null): void {
    const policy = GatePolicy.of(this.gatePolicy, gatePolicy ?? {});
    refuseAny([
      ...nullFaults(changes, ['name', 'open', 'requiredProjects']),
      ...nullPolicyFaults({ gatePolicy }),
      ...programmeFaults({ startsOn: this.startsOn, endsOn: this.endsOn, ...changes }),
      ...gatePolicyFaults(policy),
      ...reasonFaults(reason),
    ]);
    const real = differing(this, { ...changes, gatePolicy: policy });
    if (isNothing(real)) return;
    Object.assign(this, real, { version: this.version + 1 });
    this.happened('PROGRAMME_UPDATED', { reason });
  }

  /** The code of the next idea. The row is locked by whoever asks, so numbers have no gaps and no doubles. */
  takeCode(): { number: number; code: string } {
    if (!this.open) refuse('NOT_ELIGIBLE', { path: ['programme'], message: closedMessage(this.code) });
    this.lastIdeaNumber += 1;
    return { number: this.lastIdeaNumber, code: `${this.code}-${this.lastIdeaNumber}` };
  }
}

function closedMessage(code: string) {
  return {
    sv: `Programmet ${code} är stängt och tar inte emot nya idéer.`,
    en: `The programme ${code} is closed and takes no new ideas.`,
  };
}

/** The longest code; it stands before every number of an idea. */
const LONGEST_CODE = 12;

function codeFaults(code: string): Fault[] {
  if (/^[A-Z0-9]+$/.test(code) && code.length <= LONGEST_CODE) return [];
  return [
    fault('INVALID', ['code'], {
      sv: `Koden ska bestå av högst ${LONGEST_CODE} stora bokstäver (A–Z) och siffror.`,
      en: `The code must consist of at most ${LONGEST_CODE} capital letters (A–Z) and digits.`,
    }),
  ];
}

function nullPolicyFaults({ gatePolicy }: Pick<ProgrammeChanges, 'gatePolicy'>): Fault[] {
  return gatePolicy ? nullFaults(gatePolicy, Object.keys(gatePolicy) as (keyof GatePolicy)[]).map(inPolicy) : [];
}

const inPolicy = ({ path, ...rest }: Fault): Fault => ({ ...rest, path: ['gatePolicy', ...(path ?? [])] });

function programmeFaults({
  name,
  description,
  startsOn,
  endsOn,
  requiredProjects,
}: Partial<ProgrammeDescription>): Fault[] {
  return [
    ...localizedFaults('name', name, LONGEST.name),
    ...localizedFaults('description', description, LONGEST.text),
    ...rangeFaults(['requiredProjects'], requiredProjects, [0, 1000]),
    ...(startsOn && endsOn && endsOn < startsOn
      ? [
          fault('INVALID', ['endsOn'], {
            sv: 'Slutdagen kan inte ligga före startdagen.',
            en: 'The last day cannot be before the first.',
          }),
        ]
      : []),
  ];
}
