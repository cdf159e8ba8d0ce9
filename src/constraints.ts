import type { UniqueConstraintViolationException } from '@mikro-orm/core';
import { type Fault, fault } from './shared/refuse.js';
import type { Localized } from './shared/text/localized-text.js';

interface Taken {
  path: string[];
  message: Localized;
}

/** What the unique constraints mean to a person, by their names in the database. */
export const TAKEN: ReadonlyMap<string, Taken> = new Map(
  Object.entries({
    partner_slug_unique: { path: ['slug'], message: { sv: 'Kortnamnet är upptaget.', en: 'The slug is taken.' } },
    partner_organisation_number_unique: {
      path: ['organisationNumber'],
      message: {
        sv: 'En partner med det organisationsnumret finns redan.',
        en: 'There is already a partner with that organisation number.',
      },
    },
    partner_pic_unique: {
      path: ['pic'],
      message: { sv: 'En partner med den PIC-koden finns redan.', en: 'There is already a partner with that PIC.' },
    },
    programme_code_prefix_unique: { path: ['code'], message: { sv: 'Koden är upptagen.', en: 'The code is taken.' } },
    focus_area_code_unique: { path: ['code'], message: { sv: 'Koden är upptagen.', en: 'The code is taken.' } },
    funding_call_identifier_unique: {
      path: ['identifier'],
      message: {
        sv: 'En utlysning med den beteckningen finns redan.',
        en: 'There is already a funding call with that identifier.',
      },
    },
    funding_call_source: {
      path: ['source'],
      message: {
        sv: 'Källans utlysning finns redan; någon annan läste in den samtidigt.',
        en: "The source's call is already here; somebody else imported it at the same time.",
      },
    },
    join_request_one_pending: {
      path: [],
      message: {
        sv: 'Det finns redan en förfrågan mellan idén och partnern som väntar på svar.',
        en: 'There is already a request between the idea and the partner that waits for an answer.',
      },
    },
    membership_one_current_per_partner: {
      path: ['partnerId'],
      message: {
        sv: 'Partnern är redan med i konsortiet.',
        en: 'The partner is already a member of the consortium.',
      },
    },
    membership_one_current_coordinator: {
      path: ['role'],
      message: { sv: 'Konsortiet har redan en koordinator.', en: 'The consortium already has a coordinator.' },
    },
    application_one_alive_per_call: {
      path: ['callId'],
      message: {
        sv: 'Idén har redan en pågående ansökan till den utlysningen.',
        en: 'The idea already has an application to that call.',
      },
    },
    project_idea_id_unique: {
      path: ['ideaId'],
      message: { sv: 'Idén har redan en projektplan.', en: 'The idea already has a project plan.' },
    },
    indicator_code_per_project: {
      path: ['indicators'],
      message: { sv: 'Indikatorkoden förekommer två gånger.', en: 'The indicator code occurs twice.' },
    },
    measurement_one_a_day: {
      path: ['on'],
      message: {
        sv: 'Det finns redan ett mätvärde för den dagen.',
        en: 'There is already a measurement for that day.',
      },
    },
  }),
);

/** The fault a person can act on when a unique constraint stopped the change; an unknown constraint is a bug. */
export function alreadyExists(error: UniqueConstraintViolationException): Fault {
  const constraint =
    (error as { constraint?: string }).constraint ?? /unique constraint "(\w+)"/.exec(error.message)?.[1] ?? '';
  const taken = TAKEN.get(constraint);
  if (!taken) throw error;
  return fault('ALREADY_EXISTS', taken.path, taken.message);
}
