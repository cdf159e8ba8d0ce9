import { useState } from 'react';
import type { ProgrammeRowFragment } from '../gql/graphql';
import { SECTOR } from '../language/domain-words';
import { useLanguage, useWords } from '../language/language';
import { Choices, Line, type Named } from '../parts/form/fields';
import { NamingFields } from '../parts/form/naming-fields';
import { programmeWords } from './words';

interface ProgrammeFieldsProps {
  programme?: ProgrammeRowFragment | undefined;
}

/** What a programme is called, when it is, what it promises, and what its gates ask. */
export function ProgrammeFields({ programme }: ProgrammeFieldsProps) {
  const t = useWords(programmeWords);
  return (
    <>
      <NamingFields named={programme} />
      <Line name="startsOn" type="date" label={t.startsOn} defaultValue={programme?.startsOn ?? ''} />
      <Line name="endsOn" type="date" label={t.endsOn} defaultValue={programme?.endsOn ?? ''} />
      <Numbered name="requiredProjects" of={programme?.requiredProjects ?? 1} max={1000} />
      <fieldset>
        <legend>{t.gates}</legend>
        <p className="hint">{t.gatesHint}</p>
        <GateFields policy={programme?.gatePolicy ?? USUAL} />
      </fieldset>
    </>
  );
}

type GatePolicy = ProgrammeRowFragment['gatePolicy'];

/** What a new programme usually asks. */
const USUAL: GatePolicy = {
  summaryMinLength: 80,
  minPartners: 3,
  minSectors: 3,
  requiredSectors: [['ACADEMIA'], ['BUSINESS_SME', 'BUSINESS_LARGE']],
  projectMinYears: 5,
  projectMaxYears: 10,
};

function GateFields({ policy }: { policy: GatePolicy }) {
  return (
    <>
      <Numbered way="gatePolicy." name="summaryMinLength" of={policy.summaryMinLength} max={10_000} />
      <Numbered way="gatePolicy." name="minPartners" of={policy.minPartners} min={1} max={100} />
      <Numbered way="gatePolicy." name="minSectors" of={policy.minSectors} min={1} max={6} />
      <Groups groups={policy.requiredSectors} />
      <Numbered way="gatePolicy." name="projectMinYears" of={policy.projectMinYears} step={0.25} min={0.25} max={50} />
      <Numbered way="gatePolicy." name="projectMaxYears" of={policy.projectMaxYears} step={0.25} min={0.25} max={50} />
    </>
  );
}

interface NumberedProps {
  name: 'requiredProjects' | Exclude<keyof GatePolicy, 'requiredSectors' | '__typename'>;
  /** What leads to it in the service's input. */
  way?: 'gatePolicy.';
  of: number;
  step?: number;
  min?: number;
  max: number;
}

function Numbered({ name, way, of, step = 1, min = 0, max }: NumberedProps) {
  const t = useWords(programmeWords);
  return (
    <Line
      name={`${way ?? ''}${name}`}
      type="number"
      label={t[name]}
      defaultValue={of}
      {...{ step, min, max }}
      required
    />
  );
}

/** Groups of sectors, of each of which one must take part; one without a tick is none. */
function Groups({ groups }: { groups: GatePolicy['requiredSectors'] }) {
  const t = useWords(programmeWords);
  const tongue = useLanguage();
  const [count, setCount] = useState(Math.max(1, groups.length));
  const sectors = Object.entries(SECTOR).map(([code, name]) => [code, name[tongue]] satisfies Named);
  return (
    <>
      {Array.from({ length: count }, (_, index) => (
        <Choices
          key={index}
          name={`gatePolicy.requiredSectors.${index}`}
          label={t.group(index + 1)}
          choices={sectors}
          chosen={groups[index] ?? []}
        />
      ))}
      {count < sectors.length && (
        <button type="button" onClick={() => setCount(count + 1)}>
          {t.anotherGroup}
        </button>
      )}
    </>
  );
}
