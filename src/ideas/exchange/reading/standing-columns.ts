import type { Column } from '../../../tables/columns.js';

/** The columns that say whose an idea is, who sees it, how far it has come, and who takes part. */
export const STANDING_COLUMNS: readonly Column[] = [
  {
    field: 'visibility',
    sv: ['synlighet', 'vem ser idén', 'synlig för'],
    en: ['visibility', 'visible to'],
  },
  {
    field: 'owner',
    sv: ['ägare', 'idéägare', 'ägande partner'],
    en: ['owner', 'idea owner'],
    near: ['ansvarig', 'ansvarig organisation', 'huvudman', 'organisation', 'avsändare'],
  },
  { field: 'coordinator', sv: ['koordinator', 'samordnare'], en: ['coordinator'] },
  {
    field: 'members',
    sv: ['partner', 'partners', 'medlemmar', 'deltagare', 'konsortium'],
    en: ['partners', 'members', 'consortium', 'participants'],
    near: ['parter', 'aktörer', 'medverkande', 'samarbetspartner'],
  },
  { field: 'roles', sv: ['roller', 'roll', 'partnernas roller'], en: ['roles', 'role'] },
  {
    field: 'letters',
    sv: ['avsiktsförklaringar', 'avsiktsförklaring', 'LOI'],
    en: ['letters of intent', 'letter of intent', 'LOI', 'letters'],
  },
  {
    field: 'commitments',
    sv: ['åtaganden', 'åtagande', 'utfäst belopp'],
    en: ['commitments', 'commitment'],
    near: ['insatser', 'insats', 'utfästelser'],
    isAmount: true,
  },
  { field: 'stage', sv: ['steg', 'fas', 'skede'], en: ['stage', 'phase'], near: ['status'] },
  { field: 'state', sv: ['läge', 'tillstånd'], en: ['state'] },
  {
    field: 'enteredStageAt',
    sv: ['i steget sedan', 'sedan', 'steg sedan'],
    en: ['entered stage', 'in stage since', 'since', 'entered stage at'],
  },
  {
    field: 'enteredConceptAt',
    sv: ['koncept sedan', 'blev koncept', 'koncept'],
    en: ['concept since', 'became a concept', 'concept'],
    near: ['inkom', 'idé inkom', 'startdatum', 'datum för idén'],
  },
  {
    field: 'enteredConsortiumAt',
    sv: ['konsortium sedan', 'blev konsortium'],
    en: ['consortium since', 'became a consortium'],
  },
  {
    field: 'enteredFundingApplicationAt',
    sv: ['ansökan sedan', 'gick till ansökan'],
    en: ['funding application since', 'application since'],
  },
  { field: 'enteredProjectAt', sv: ['projekt sedan', 'blev projekt'], en: ['project since', 'became a project'] },
  {
    field: 'calls',
    sv: ['utlysningar', 'utlysning'],
    en: ['funding calls', 'funding call', 'calls', 'call'],
  },
  {
    field: 'applicationStatuses',
    sv: ['ansökningar', 'ansökan', 'ansökans läge', 'ansökningsstatus', 'status för ansökan'],
    en: ['applications', 'application', 'application status', 'application statuses'],
  },
  {
    field: 'requested',
    sv: ['sökt belopp', 'sökta belopp', 'sökt'],
    en: ['requested', 'amount requested'],
    isAmount: true,
  },
  {
    field: 'granted',
    sv: ['beviljat belopp', 'beviljade belopp', 'beviljat'],
    en: ['granted', 'amount granted'],
    isAmount: true,
  },
  { field: 'reason', sv: ['skäl', 'motivering'], en: ['reason', 'grounds'] },
];
