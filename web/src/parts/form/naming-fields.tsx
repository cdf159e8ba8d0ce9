import { useWords } from '../../language/language';
import { Line, Text } from './fields';
import { english, type NamedInBoth } from './form-naming';

const words = {
  nameSv: { sv: 'Namn på svenska', en: 'Name in Swedish' },
  nameEn: { sv: 'Namn på engelska', en: 'Name in English' },
  descriptionSv: { sv: 'Vad det omfattar, på svenska', en: 'What it covers, in Swedish' },
  descriptionEn: { sv: 'Vad det omfattar, på engelska', en: 'What it covers, in English' },
} as const;

interface NamingFieldsProps {
  named?: NamedInBoth | undefined;
  onName?: (name: string) => void;
}

/** What something is called and what it covers, in both languages. */
export function NamingFields({ named, onName }: NamingFieldsProps) {
  const t = useWords(words);
  return (
    <>
      <Line
        name="name.sv"
        label={t.nameSv}
        defaultValue={named?.nameSv}
        maxLength={200}
        onChange={event => onName?.(event.target.value)}
        required
      />
      <Line
        name="name.en"
        label={t.nameEn}
        defaultValue={english(named?.nameSv, named?.nameEn) ?? ''}
        maxLength={200}
      />
      <Text name="description.sv" label={t.descriptionSv} rows={3} defaultValue={named?.descriptionSv ?? ''} />
      <Text
        name="description.en"
        label={t.descriptionEn}
        rows={3}
        defaultValue={english(named?.descriptionSv, named?.descriptionEn) ?? ''}
      />
    </>
  );
}
