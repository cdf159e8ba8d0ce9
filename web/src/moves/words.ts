/** The words of moves. */
export const moveWords = {
  advanceTo: { sv: (stage: string) => `Gå vidare till ${stage}`, en: (stage: string) => `Advance to ${stage}` },
  returnTo: { sv: (stage: string) => `Gå tillbaka till ${stage} …`, en: (stage: string) => `Return to ${stage} …` },
  PAUSE: { sv: 'Pausa …', en: 'Pause …' },
  RESUME: { sv: 'Återuppta …', en: 'Resume …' },
  DISCONTINUE: { sv: 'Avsluta idén …', en: 'Discontinue …' },
  COMPLETE: { sv: 'Slutför projektet …', en: 'Complete the project …' },
  titles: {
    sv: {
      ADVANCE: 'Gå vidare',
      RETURN: 'Gå tillbaka',
      PAUSE: 'Pausa idén',
      RESUME: 'Återuppta idén',
      DISCONTINUE: 'Avsluta idén för gott',
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
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  gateTitle: {
    sv: (stage: string) => `Inte redo för ${stage} än`,
    en: (stage: string) => `Not ready for ${stage} yet`,
  },
  gateIntro: {
    sv: (code: string) => `${code} står kvar. Detta saknas för att gå vidare:`,
    en: (code: string) => `${code} stays where it is. This is missing before it can advance:`,
  },
  gateNow: { sv: 'Nu', en: 'Now' },
  gateNeeded: { sv: 'Krävs', en: 'Needed' },
  openIdea: { sv: 'Öppna idén', en: 'Open the idea' },
  waive: { sv: 'Medge undantag', en: 'Waive requirements' },
  waiveHint: {
    sv: 'Som programägare kan du låta kraven passera. Undantaget och skälet sparas för alltid.',
    en: 'As the owner of the programme you may let requirements pass. The waiver and its reason are kept for ever.',
  },
  waiveDo: { sv: 'Gå vidare med undantag', en: 'Advance with a waiver' },
  understood: { sv: 'Jag förstår', en: 'I understand' },
  moved: {
    sv: (code: string, stage: string) => `${code} är nu i ${stage}.`,
    en: (code: string, stage: string) => `${code} is now in ${stage}.`,
  },
  changed: { sv: (code: string) => `${code} är ändrad.`, en: (code: string) => `${code} has been changed.` },
  refused: { sv: 'Det gick inte', en: 'That was not possible' },
} as const;
