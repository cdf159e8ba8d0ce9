import { useState } from 'react';
import { useClient } from 'urql';
import { useChoices } from '../board/use-choices';
import { IdeaOfCodeDocument, type ActivityKind, type WebhookRowFragment } from '../gql/graphql';
import { useLanguage, useWords } from '../language/language';
import { Choices, Line, Select } from '../parts/form/fields';
import { textOf } from '../parts/form/form-text';
import type { Problem } from '../parts/form/problems';
import { KIND, kindGroups } from './kinds';

const words = {
  url: { sv: 'Adress', en: 'Address' },
  urlHint: {
    sv: 'Dit skickas POST. Den ska börja med https:// och finnas på det publika internet.',
    en: 'Where a POST is sent. It must begin with https:// and be on the public internet.',
  },
  what: { sv: 'Vad som skickas', en: 'What is sent' },
  whatHint: {
    sv: 'Bara det som du får se, när det skickas.',
    en: 'Only what you may see, when it is sent.',
  },
  all: { sv: 'Allt som händer', en: 'Everything that happens' },
  some: { sv: 'Det jag väljer', en: 'What I choose' },
  choose: {
    sv: 'Välj minst en händelse, eller allt som händer.',
    en: 'Choose at least one event, or everything that happens.',
  },
  ideas: { sv: 'Bara om idéerna', en: 'Only of the ideas' },
  ideasHint: {
    sv: 'Nummer med komma emellan, till exempel KS3-17, KS3-23. Tomt för alla.',
    en: 'Codes with commas between, such as KS3-17, KS3-23. Empty for all.',
  },
  areas: { sv: 'Bara om fokusområdena', en: 'Only of the focus areas' },
  areasHint: {
    sv: 'Idéer och utlysningar i områdena. Välj inget för alla.',
    en: 'Ideas and calls in the areas. Choose none for all.',
  },
  noIdea: {
    sv: (code: string) => `Det finns ingen idé ${code} som du kan se.`,
    en: (code: string) => `There is no idea ${code} that you can see.`,
  },
};

/** What a person has written of a webhook. */
export interface WrittenWebhook {
  url: string;
  kinds: ActivityKind[];
  ideas: string[];
  focusAreas: string[];
}

/** Reads the fields; what is missing or unknown is told instead. */
export function useWritten(): (form: FormData) => Promise<WrittenWebhook | Problem[]> {
  const t = useWords(words);
  const client = useClient();
  return async form => {
    const kinds = form.getAll('kinds') as ActivityKind[];
    // None chosen would mean everything to the service, and hardly to the person.
    if (textOf(form, 'what') === 'SOME' && kinds.length === 0) return [{ message: t.choose }];
    const codes = textOf(form, 'ideas')
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter(Boolean);
    const found = await Promise.all(
      codes.map(async code => {
        const { data } = await client.query(IdeaOfCodeDocument, { code }).toPromise();
        return data?.idea?.id ?? null;
      }),
    );
    const unknown = codes.filter((_, nth) => found[nth] === null);
    if (unknown.length > 0) return unknown.map(code => ({ message: t.noIdea(code) }));
    const ideas = found.filter(id => id !== null);
    return { url: textOf(form, 'url'), kinds, ideas, focusAreas: form.getAll('focusAreas') as string[] };
  };
}

interface WebhookFieldsProps {
  role: string | null | undefined;
  webhook?: WebhookRowFragment;
}

/** Where a webhook is sent, and what. */
export function WebhookFields({ role, webhook }: WebhookFieldsProps) {
  const t = useWords(words);
  const chosen = webhook?.kinds ?? [];
  const [choosing, setChoosing] = useState(chosen.length > 0);
  return (
    <>
      <Line
        name="url"
        type="url"
        label={t.url}
        hint={t.urlHint}
        placeholder="https://"
        defaultValue={webhook?.url}
        required
      />
      <Select
        name="what"
        label={t.what}
        hint={t.whatHint}
        choices={[
          ['ALL', t.all],
          ['SOME', t.some],
        ]}
        defaultValue={chosen.length > 0 ? 'SOME' : 'ALL'}
        onChange={code => setChoosing(code === 'SOME')}
      />
      {choosing && <Kinds role={role} chosen={chosen} />}
      <Line
        name="ideas"
        label={t.ideas}
        hint={t.ideasHint}
        defaultValue={(webhook?.ideas ?? []).map(({ code }) => code).join(', ')}
      />
      <Areas label={t.areas} hint={t.areasHint} chosen={webhook?.focusAreas ?? []} />
    </>
  );
}

function Kinds({ role, chosen }: { role: string | null | undefined; chosen: readonly ActivityKind[] }) {
  const tongue = useLanguage();
  return kindGroups(role).map(({ name, kinds }) => (
    <Choices
      key={name.en}
      name="kinds"
      label={name[tongue]}
      choices={kinds.map(kind => [kind, KIND[kind][tongue]] as const)}
      chosen={chosen}
    />
  ));
}

/** Areas out of use can only be kept. */
function Areas({ chosen, ...labelled }: { label: string; hint: string; chosen: readonly string[] }) {
  const choices = useChoices();
  if (!choices) return null;
  const all = choices.focusAreas.flatMap(top => [top, ...top.children]);
  const offered = all.filter(({ code, retiredAt }) => !retiredAt || chosen.includes(code));
  return (
    <Choices
      name="focusAreas"
      {...labelled}
      choices={offered.map(({ code, name }) => [code, name] as const)}
      chosen={chosen}
    />
  );
}
