/** The words of gathering a consortium. */
export const consortiumWords = {
  add: { sv: 'Lägg till partner', en: 'Add a partner' },
  addTitle: { sv: 'Lägg till partner i konsortiet', en: 'Add a partner to the consortium' },
  addDo: { sv: 'Lägg till', en: 'Add' },
  added: {
    sv: (partner: string) => `${partner} är med i konsortiet.`,
    en: (partner: string) => `${partner} has joined the consortium.`,
  },
  partner: { sv: 'Partner', en: 'Partner' },
  partnerHint: { sv: 'Skriv en del av namnet.', en: 'Write a part of the name.' },
  sector: { sv: 'Visa partner från', en: 'Show partners from' },
  anySector: { sv: 'Alla sektorer', en: 'All sectors' },
  missing: {
    sv: (sectors: string) => `Det som saknas: ${sectors}`,
    en: (sectors: string) => `What is missing: ${sectors}`,
  },
  business: { sv: 'Företag, små eller stora', en: 'Business, small or large' },
  role: { sv: 'Roll', en: 'Role' },
  roleHint: {
    sv: 'Associerade partner räknas inte till kravet på antal partner.',
    en: 'Associated partners do not count towards the number of partners.',
  },
  letter: { sv: 'Avsiktsförklaring', en: 'Letter of intent' },
  commitment: { sv: 'Åtagande', en: 'Commitment' },
  commitmentHint: {
    sv: 'Det partnern lovar att betala, till exempel 5 miljoner. Kan lämnas tomt.',
    en: 'What the partner promises to pay, such as 5 million. It may be left empty.',
  },
  notListed: { sv: 'Finns partnern inte i listan?', en: 'Is the partner not in the list?' },
  newPartner: { sv: 'Lägg in en ny partner', en: 'Enter a new partner' },
  whoAddsPartners: {
    sv: 'Region Blekinge lägger in nya partner i tjänsten. Hör av dig dit.',
    en: 'Region Blekinge enters new partners in the service. Get in touch with them.',
  },
  menu: { sv: (partner: string) => `Mer om ${partner}`, en: (partner: string) => `More about ${partner}` },
  change: { sv: 'Ändra roll, avsiktsförklaring eller åtagande …', en: 'Change role, letter of intent or commitment …' },
  changeTitle: {
    sv: (partner: string) => `${partner} i konsortiet`,
    en: (partner: string) => `${partner} in the consortium`,
  },
  save: { sv: 'Spara', en: 'Save' },
  changed: {
    sv: (partner: string) => `Sparat för ${partner}.`,
    en: (partner: string) => `Saved for ${partner}.`,
  },
  end: { sv: 'Avsluta medverkan …', en: 'End the membership …' },
  leave: { sv: 'Lämna konsortiet …', en: 'Leave the consortium …' },
  endTitle: {
    sv: (partner: string) => `Avsluta medverkan för ${partner}`,
    en: (partner: string) => `End the membership of ${partner}`,
  },
  endDo: { sv: 'Avsluta medverkan', en: 'End the membership' },
  endMeans: {
    sv: 'Partnern lämnar konsortiet nu. Partnerns avsiktsförklaring och åtagande räknas inte längre, och partnern ser bara det som andra utanför idén ser. I historiken står medverkan kvar.',
    en: 'The partner leaves the consortium now. Its letter of intent and commitment no longer count, and it sees only what others outside the idea see. The membership stays in the history.',
  },
  endsCoordinator: {
    sv: 'Partnern är koordinator. Lämna helst över koordinatorskapet först; annars saknar idén koordinator.',
    en: 'The partner is the coordinator. Hand over first if you can; otherwise the idea will lack a coordinator.',
  },
  reason: { sv: 'Skäl', en: 'Reason' },
  reasonHint: {
    sv: 'Skälet sparas i idéns historik och syns för dem som är med i idén. Kan lämnas tomt.',
    en: "The reason is kept in the idea's history, for those who take part in it. It may be left empty.",
  },
  ended: {
    sv: (partner: string) => `${partner} har lämnat konsortiet.`,
    en: (partner: string) => `${partner} has left the consortium.`,
  },
  undone: { sv: 'Ångrades direkt efteråt.', en: 'Undone right afterwards.' },
  restored: {
    sv: (partner: string) => `${partner} är som förut.`,
    en: (partner: string) => `${partner} is as before.`,
  },
  mark: {
    sv: { REQUESTED: 'Markera som efterfrågad', SIGNED: 'Markera som undertecknad' },
    en: { REQUESTED: 'Mark as requested', SIGNED: 'Mark as signed' },
  },
  marked: {
    sv: {
      REQUESTED: (partner: string) => `Avsiktsförklaringen från ${partner} är efterfrågad.`,
      SIGNED: (partner: string) => `Avsiktsförklaringen från ${partner} är undertecknad.`,
    },
    en: {
      REQUESTED: (partner: string) => `The letter of intent of ${partner} is requested.`,
      SIGNED: (partner: string) => `The letter of intent of ${partner} is signed.`,
    },
  },
  letterOf: {
    sv: (deed: string, partner: string) => `${deed}: ${partner}`,
    en: (deed: string, partner: string) => `${deed}: ${partner}`,
  },
  handOver: { sv: 'Lämna över koordinatorskapet …', en: 'Hand over as coordinator …' },
  handOverTitle: { sv: 'Lämna över koordinatorskapet', en: 'Hand over as coordinator' },
  appointTitle: { sv: 'Utse koordinator', en: 'Appoint a coordinator' },
  appoint: { sv: 'Utse', en: 'Appoint' },
  coordinator: { sv: 'Koordinator', en: 'Coordinator' },
  handOverMeans: {
    sv: (now: string) =>
      `${now} är koordinator nu, och är sedan kvar som partner. Koordinatorn leder idén och kan ändra den.`,
    en: (now: string) =>
      `${now} is the coordinator now, and stays as a beneficiary. The coordinator leads the idea and can change it.`,
  },
  appointMeans: {
    sv: 'Koordinatorn leder idén och kan ändra den, tillsammans med ägaren.',
    en: 'The coordinator leads the idea and can change it, together with its owner.',
  },
  appointed: {
    sv: (partner: string) => `${partner} är koordinator.`,
    en: (partner: string) => `${partner} is the coordinator.`,
  },
  noOthers: {
    sv: 'Ingen annan är med än. Lägg till den partner som ska koordinera.',
    en: 'Nobody else has joined yet. Add the partner that shall coordinate.',
  },
  addCoordinator: { sv: 'Lägg till en ny partner som koordinator', en: 'Add a new partner as the coordinator' },
  onlyOwnerHandsOver: {
    sv: (owner: string) => `Bara ${owner}, som äger idén, eller Region Blekinge kan utse en annan koordinator.`,
    en: (owner: string) => `Only ${owner}, which owns the idea, or Region Blekinge can appoint another coordinator.`,
  },
} as const;
