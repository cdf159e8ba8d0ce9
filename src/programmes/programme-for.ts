import { type EntityManager, LockMode } from '@mikro-orm/core';
import { refuse } from '../shared/refuse.js';
import { alikeInBoth, alternatives } from '../shared/text/wording.js';
import { Programme } from './programme.js';

/**
 * The programme that a new idea shall belong to: the one named, else the only open one. It is locked, so that numbers
 * are taken one after the other.
 */
export async function programmeFor(em: EntityManager, code: string | null | undefined): Promise<Programme> {
  if (code != null) {
    const named = await em.findOne(Programme, { code }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    return named ?? refuse('NOT_FOUND', { path: ['programme'], message: await noneCalled(em, code) });
  }
  const [open, ...others] = await openOnes(em);
  if (open && others.length === 0)
    return em.findOneOrFail(Programme, { id: open.id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  refuse('REQUIRED', { path: ['programme'], message: await whichOf(em) });
}

function openOnes(em: EntityManager): Promise<Programme[]> {
  return em.find(Programme, { open: true }, { orderBy: { id: 'desc' } });
}

async function noneCalled(em: EntityManager, code: string) {
  const { sv, en } = await whichOf(em);
  return {
    sv: `Det finns inget program med koden ”${code}”. ${sv}`,
    en: `There is no programme with the code “${code}”. ${en}`,
  };
}

async function whichOf(em: EntityManager) {
  const open = await openOnes(em);
  if (open.length === 0)
    return { sv: 'Inget program tar emot nya idéer just nu.', en: 'No programme takes new ideas at present.' };
  const { sv, en } = alternatives(open.map(({ code }) => alikeInBoth(code)));
  return {
    sv: `Ange vilket program idén ska höra till: ${sv}.`,
    en: `Say which programme the idea shall belong to: ${en}.`,
  };
}
