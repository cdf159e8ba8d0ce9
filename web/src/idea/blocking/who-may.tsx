import { useWords } from '../../language/language';
import { coordinatorOf } from '../consortium/hand-over';
import type { ShownIdea } from '../idea-page';

const words = {
  both: {
    sv: (owner: string, coordinator: string) =>
      `Det som saknas kan ordnas av ${owner}, som äger idén, ${coordinator}, som koordinerar den, och Region Blekinge.`,
    en: (owner: string, coordinator: string) =>
      `What is missing can be put right by ${owner}, which owns the idea, ${coordinator}, which coordinates it, and Region Blekinge.`,
  },
  owner: {
    sv: (owner: string) => `Det som saknas kan ordnas av ${owner}, som äger idén, och Region Blekinge.`,
    en: (owner: string) => `What is missing can be put right by ${owner}, which owns the idea, and Region Blekinge.`,
  },
  ended: {
    sv: 'Idén är avslutad, och inget mer görs med den.',
    en: 'The idea has ended, and nothing more is done with it.',
  },
};

/** Who can put right what is missing, told to those who can't. */
export function WhoMay({ idea }: { idea: ShownIdea }) {
  const t = useWords(words);
  const coordinator = coordinatorOf(idea)?.partner;
  const ended = idea.state === 'DISCONTINUED' || idea.state === 'COMPLETED';
  if (ended) return <p className="soft">{t.ended}</p>;
  const other = coordinator && coordinator.id !== idea.owner.id;
  return <p className="soft">{other ? t.both(idea.owner.name, coordinator.name) : t.owner(idea.owner.name)}</p>;
}
