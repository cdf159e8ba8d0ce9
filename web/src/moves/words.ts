/** The words of moves. */
export const moveWords = {
  advanceTo: { sv: (stage: string) => `Gå vidare till ${stage}`, en: (stage: string) => `Advance to ${stage}` },
  returnTo: { sv: (stage: string) => `Gå tillbaka till ${stage} …`, en: (stage: string) => `Return to ${stage} …` },
  PAUSE: { sv: 'Pausa …', en: 'Pause …' },
  RESUME: { sv: 'Återuppta …', en: 'Resume …' },
  DISCONTINUE: { sv: 'Lägg ner idén …', en: 'Discontinue the idea …' },
  COMPLETE: { sv: 'Slutför projektet …', en: 'Complete the project …' },
  titles: {
    sv: {
      ADVANCE: 'Gå vidare',
      RETURN: 'Gå tillbaka',
      PAUSE: 'Pausa idén',
      RESUME: 'Återuppta idén',
      DISCONTINUE: 'Lägg ner idén för gott',
      COMPLETE: 'Slutför projektet',
    },
    en: {
      ADVANCE: 'Advance',
      RETURN: 'Return',
      PAUSE: 'Pause the idea',
      RESUME: 'Resume the idea',
      DISCONTINUE: 'Discontinue the idea for good',
      COMPLETE: 'Complete the project',
    },
  },
  reason: { sv: 'Skäl', en: 'Reason' },
  reasonHint: {
    sv: 'Skälet sparas i idéns historik och syns för dem som är med i idén.',
    en: "The reason is kept in the idea's history, for those who take part in it.",
  },
  ends: {
    sv: 'Det går inte att ångra: idén kan inte tas upp igen.',
    en: 'This cannot be undone: the idea cannot be taken up again.',
  },
  gateTitle: {
    sv: (stage: string) => `Alla krav för ${stage} är inte uppfyllda än`,
    en: (stage: string) => `Not ready for ${stage} yet`,
  },
  gateIntro: {
    sv: (code: string) => `${code} står kvar. Detta saknas för att gå vidare:`,
    en: (code: string) => `${code} stays where it is. This is missing before it can advance:`,
  },
  covered: {
    sv: 'Här räknas beviljade belopp och partnernas åtaganden i budgetens valuta. Medfinansiering i en ansökan räknas när en partner har åtagit sig den.',
    en: 'Counted are granted amounts and the partners’ commitments in the budget’s currency. Co-financing in an application counts once a partner has committed to it.',
  },
  gateNow: { sv: 'Nu', en: 'Now' },
  gateNeeded: { sv: 'Krävs', en: 'Needed' },
  openIdea: { sv: 'Öppna idén', en: 'Open the idea' },
  waive: { sv: 'Medge undantag', en: 'Waive requirements' },
  waiveHint: {
    sv: 'Välj de krav som inte behöver vara uppfyllda för att gå vidare. Ditt undantag och skälet står kvar i idéns historik.',
    en: 'As the owner of the programme you may let requirements pass. The waiver and its reason stay in the idea’s history.',
  },
  waiveWhat: {
    sv: 'Välj minst ett krav som ska passera.',
    en: 'Choose at least one requirement to let pass.',
  },
  waiveDo: { sv: 'Gå vidare med undantag', en: 'Advance with a waiver' },
  close: { sv: 'Stäng', en: 'Close' },
  again: { sv: 'Försök igen', en: 'Try again' },
  moved: {
    sv: (code: string, stage: string) => `${code} är nu i ${stage}.`,
    en: (code: string, stage: string) => `${code} is now in ${stage}.`,
  },
  changed: { sv: (code: string) => `${code} är ändrad.`, en: (code: string) => `${code} has been changed.` },
  undone: { sv: 'Ångrades direkt efteråt.', en: 'Undone right afterwards.' },
  againMore: {
    sv: 'Försöker du igen utgår det från idén som den är nu.',
    en: 'If you try again, it builds on the idea as it is now.',
  },
  refused: { sv: 'Det gick inte', en: 'That was not possible' },
} as const;
