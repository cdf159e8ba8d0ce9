import { useWords } from '../language/language';
import { Choices, type Named } from '../parts/form/fields';

const words = {
  label: { sv: 'Verktyg för AI-agenter', en: 'Tools of AI agents' },
  hint: {
    sv: 'Utan detta kan en agent med nyckeln bara läsa genom /mcp.',
    en: 'Without this an agent with the key can only read through /mcp.',
  },
  mayWrite: {
    sv: 'Får ändra: skapa och ändra idéer, notera avsiktsförklaringar, skriva lägesrapporter och lägga till utlysningar',
    en: 'May write: create and change ideas, note letters of intent, post status updates and add calls',
  },
};

/** Whether an agent may write with the key; off unless it is chosen. */
export function ToolsField() {
  const t = useWords(words);
  const choices: Named[] = [['yes', t.mayWrite]];
  return <Choices name="toolsMayWrite" label={t.label} hint={t.hint} choices={choices} chosen={[]} />;
}
