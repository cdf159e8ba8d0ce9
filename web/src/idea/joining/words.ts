/** The words of asking to join, inviting and answering, and of giving an idea another owner. */
export const joiningWords = {
  requests: { sv: 'Förfrågningar', en: 'Requests to join' },
  ask: { sv: 'Be att få vara med …', en: 'Ask to join …' },
  askTitle: { sv: 'Be att få vara med', en: 'Ask to join' },
  askIntro: {
    sv: 'Den som leder idén får er förfrågan och svarar på den.',
    en: 'Whoever leads the idea gets your request and answers it.',
  },
  askMessage: { sv: 'Vad vill ni bidra med?', en: 'What would you bring?' },
  asked: { sv: 'Er förfrågan är skickad.', en: 'Your request is sent.' },
  invite: { sv: 'Bjud in partner …', en: 'Invite a partner …' },
  inviteTitle: { sv: 'Bjud in en partner', en: 'Invite a partner' },
  inviteIntro: {
    sv: 'Partnern ser idén, även om den annars är dold, tills den har svarat. Avsiktsförklaringar och belopp ser den inte.',
    en: 'The partner sees the idea, even when it is hidden otherwise, until it has answered. It sees no letters of intent and no amounts.',
  },
  inviteMessage: { sv: 'Vad vill ni att partnern bidrar med?', en: 'What would you like the partner to bring?' },
  partner: { sv: 'Partner', en: 'Partner' },
  partnerHint: { sv: 'Skriv en del av namnet.', en: 'Write a part of the name.' },
  invited: { sv: (partner: string) => `${partner} är inbjuden.`, en: (partner: string) => `${partner} is invited.` },
  send: { sv: 'Skicka', en: 'Send' },
  youAreInvited: {
    sv: (role: string) => `Ni är inbjudna som ${role}.`,
    en: (role: string) => `You are invited as ${role}.`,
  },
  youAsked: {
    sv: (role: string) => `Ni har bett att få vara med som ${role}. Den som leder idén svarar.`,
    en: (role: string) => `You have asked to join as ${role}. Whoever leads the idea answers.`,
  },
  asks: {
    sv: (partner: string, role: string) => `${partner} vill vara med som ${role}.`,
    en: (partner: string, role: string) => `${partner} wants to join as ${role}.`,
  },
  isInvited: {
    sv: (partner: string, role: string) => `${partner} är inbjuden som ${role} och har inte svarat än.`,
    en: (partner: string, role: string) => `${partner} is invited as ${role} and has not answered yet.`,
  },
  accept: { sv: 'Tacka ja', en: 'Accept' },
  decline: { sv: 'Tacka nej …', en: 'Decline …' },
  acceptOf: {
    sv: (partner: string) => `Låt ${partner} vara med`,
    en: (partner: string) => `Let ${partner} join`,
  },
  declineOf: { sv: (partner: string) => `Avböj ${partner} …`, en: (partner: string) => `Decline ${partner} …` },
  withdraw: { sv: 'Återta', en: 'Withdraw' },
  withdrawOf: {
    sv: (partner: string) => `Återta inbjudan till ${partner}`,
    en: (partner: string) => `Withdraw the invitation to ${partner}`,
  },
  declineTitle: { sv: 'Avböj', en: 'Decline' },
  reason: { sv: 'Skäl', en: 'Reason' },
  reasonHint: {
    sv: 'Läses av den andra parten. Kan lämnas tomt.',
    en: 'Read by the other side. It may be left empty.',
  },
  accepted: {
    sv: (partner: string) => `${partner} är med i konsortiet.`,
    en: (partner: string) => `${partner} has joined the consortium.`,
  },
  declined: { sv: 'Svaret är skickat.', en: 'The answer is sent.' },
  withdrawn: { sv: 'Förfrågan är återtagen.', en: 'The request is withdrawn.' },
  matches: { sv: 'Partner som skulle passa', en: 'Partners that would fit' },
  noMatches: { sv: 'Ingen partner passar särskilt väl just nu.', en: 'No partner fits particularly well now.' },
  inviteShort: { sv: 'Bjud in …', en: 'Invite …' },
  inviteOf: { sv: (partner: string) => `Bjud in ${partner} …`, en: (partner: string) => `Invite ${partner} …` },
  transfer: { sv: 'Byt ägare …', en: 'Change the owner …' },
  transferTitle: { sv: 'Ge idén en annan ägare', en: 'Give the idea another owner' },
  transferMeans: {
    sv: (owner: string) =>
      `${owner} leder då inte längre idén, och ser den bara om den är synlig för andra eller om ${owner} är med i konsortiet.`,
    en: (owner: string) =>
      `${owner} then leads the idea no longer, and sees it only where others do, or as a member of the consortium.`,
  },
  newOwner: { sv: 'Ny ägare', en: 'New owner' },
  why: { sv: 'Varför', en: 'Why' },
  transferDo: { sv: 'Byt ägare', en: 'Change the owner' },
  transferred: { sv: 'Idén har en ny ägare.', en: 'The idea has a new owner.' },
};
