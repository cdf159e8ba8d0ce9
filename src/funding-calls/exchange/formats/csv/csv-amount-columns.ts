import type { Column } from '../../../../tables/columns.js';

/** The columns of amounts and their currencies, in the order of the documentation. */
export const AMOUNT_COLUMNS: readonly Column[] = [
  { field: 'currency', sv: ['valuta'], en: ['currency'] },
  { field: 'budgetCurrency', sv: ['valuta för budget'], en: ['budget currency'] },
  {
    field: 'grantMinCurrency',
    sv: ['valuta för minsta bidrag'],
    en: ['smallest grant currency', 'grant min currency'],
  },
  {
    field: 'grantMaxCurrency',
    sv: ['valuta för största bidrag'],
    en: ['largest grant currency', 'grant max currency'],
  },
  {
    field: 'budget',
    sv: ['budget', 'total budget'],
    en: ['budget', 'total budget'],
    isAmount: true,
    near: [
      'totalbudget',
      'belopp',
      'totalbelopp',
      'totalt belopp',
      'utlysningens budget',
      'tillgängliga medel',
      'amount',
      'total amount',
      'available funding',
    ],
  },
  {
    field: 'grantMin',
    sv: ['minsta bidrag', 'lägsta bidrag'],
    en: ['smallest grant', 'grant min', 'grantmin'],
    isAmount: true,
    near: [
      'minbelopp',
      'minsta belopp',
      'lägsta belopp',
      'min bidrag',
      'minimum grant',
      'min grant',
      'min amount',
      'minimum amount',
    ],
  },
  {
    field: 'grantMax',
    sv: ['största bidrag', 'högsta bidrag'],
    en: ['largest grant', 'grant max', 'grantmax'],
    isAmount: true,
    near: [
      'maxbelopp',
      'största belopp',
      'högsta belopp',
      'max belopp',
      'max bidrag',
      'maxbidrag',
      'maximum grant',
      'max grant',
      'max amount',
      'maximum amount',
    ],
  },
];
