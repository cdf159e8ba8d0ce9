/** The words of an idea's applications. */
export const applicationWords = {
  applications: { sv: 'Ansökningar', en: 'Applications' },
  none: { sv: 'Ingen ansökan än', en: 'No application yet' },
  noneMore: {
    sv: 'Välj en öppen eller kommande utlysning som passar idén.',
    en: 'Choose an open or forthcoming call that suits the idea.',
  },
  withheld: {
    sv: 'Belopp visas bara för dem som deltar i idén.',
    en: 'Amounts are shown only to those who take part in the idea.',
  },
  deadline: { sv: 'Sista ansökningsdag', en: 'Deadline' },
  requested: { sv: 'Sökt belopp', en: 'Amount requested' },
  coFinancing: { sv: 'Medfinansiering', en: 'Co-financing' },
  coFinancingCounts: {
    sv: 'Räknas mot projektets budget när en partner har åtagit sig den.',
    en: 'Counts towards the project’s budget once a partner has committed to it.',
  },
  granted: { sv: 'Beviljat belopp', en: 'Amount granted' },
  reference: { sv: 'Diarienummer', en: 'Reference number' },
  status: { sv: 'Status', en: 'Status' },
  nothing: { sv: 'inget', en: 'none' },

  path: { sv: 'Hur långt ansökan har kommit', en: 'How far the application has come' },
  decision: { sv: 'Beslut', en: 'Decision' },

  start: { sv: 'Starta ansökan', en: 'Start an application' },
  startTo: {
    sv: (call: string) => `Starta ansökan till ${call}`,
    en: (call: string) => `Start an application to ${call}`,
  },
  startFor: {
    sv: (code: string) => `Starta ansökan för ${code}`,
    en: (code: string) => `Start an application for ${code}`,
  },
  started: {
    sv: (call: string) => `Ansökan till ${call} är påbörjad.`,
    en: (call: string) => `An application to ${call} is started.`,
  },
  seeIt: { sv: 'Visa ansökan', en: 'Show the application' },
  appliesAlready: { sv: 'Ansökan finns', en: 'Has an application' },
  bestMatches: { sv: 'Utlysningar som matchar bäst', en: 'Calls that match best' },
  noMatches: {
    sv: 'Ingen öppen eller kommande utlysning matchar särskilt väl.',
    en: 'No open or forthcoming call matches particularly well.',
  },
  searchCalls: { sv: 'Eller sök bland alla öppna och kommande', en: 'Or search all open and forthcoming' },
  searchHint: { sv: 'Skriv namn, finansiär eller beteckning.', en: 'Write a name, a funder or an identifier.' },
  chooseCall: { sv: 'Välj en utlysning.', en: 'Choose a call.' },
  chosen: { sv: 'Vald utlysning', en: 'Chosen call' },
  chooseOther: { sv: 'Välj en annan', en: 'Choose another' },
  against: { sv: 'Talar emot', en: 'Speaks against' },
  due: { sv: (day: string) => `Sista ansökningsdag ${day}`, en: (day: string) => `Deadline ${day}` },
  opens: { sv: (day: string) => `Öppnar ${day}`, en: (day: string) => `Opens ${day}` },
  open: { sv: 'Öppen', en: 'Open' },
  nextOne: { sv: 'Utlysningens nästa', en: "The call's next" },
  rolling: { sv: 'Löpande, utan sista ansökningsdag.', en: 'Continuous, without a deadline.' },
  grantRange: {
    sv: (span: string) => `Utlysningen ger ${span} per projekt.`,
    en: (span: string) => `The call gives ${span} a project.`,
  },
  grantMax: {
    sv: (max: string) => `Utlysningen ger högst ${max} per projekt.`,
    en: (max: string) => `The call gives at most ${max} a project.`,
  },
  grantMin: {
    sv: (min: string) => `Utlysningen ger minst ${min} per projekt.`,
    en: (min: string) => `The call gives at least ${min} a project.`,
  },
  above: {
    sv: (max: string) => `Mer än utlysningen ger, som är högst ${max}. Ansökan kan sparas ändå.`,
    en: (max: string) => `More than the call gives, at most ${max}. The application can be saved all the same.`,
  },
  below: {
    sv: (min: string) => `Mindre än utlysningen ger, som är minst ${min}. Ansökan kan sparas ändå.`,
    en: (min: string) => `Less than the call gives, at least ${min}. The application can be saved all the same.`,
  },
  rate: {
    sv: (share: string) => `Utlysningen betalar högst ${share} av kostnaden.`,
    en: (share: string) => `The call pays at most ${share} of the cost.`,
  },

  edit: { sv: 'Ändra …', en: 'Edit …' },
  editTitle: { sv: 'Ändra ansökan', en: 'Edit the application' },
  save: { sv: 'Spara', en: 'Save' },
  saved: { sv: 'Ansökan är ändrad.', en: 'The application is changed.' },
  onlyReference: {
    sv: 'Ansökan är inlämnad. Bara diarienumret kan ändras.',
    en: 'The application has been submitted. Only its reference number can be changed.',
  },
  undone: { sv: 'Ändringen är ångrad.', en: 'The change is undone.' },
  notUndone: {
    sv: 'Ändringen kunde inte ångras. Se efter hur ansökan ser ut nu.',
    en: 'The change could not be undone. Look at how the application stands now.',
  },

  submit: { sv: 'Registrera inlämning …', en: 'Record the submission …' },
  submitTitle: { sv: 'Registrera inlämning', en: 'Record the submission' },
  submitIntro: {
    sv: 'Själva ansökan lämnas in hos finansiären. Här registreras att det är gjort.',
    en: 'The application itself is handed in at the funder. Here it is recorded that this is done.',
  },
  submitChecked: {
    sv: (deadline: string) =>
      `När du registrerar kontrolleras att utlysningen är öppen och att sista ansökningsdag, ${deadline}, inte har passerat.`,
    en: (deadline: string) =>
      `When you record it we check that the call is open and that its deadline, ${deadline}, has not passed.`,
  },
  submitCheckedSecond: {
    sv: (deadline: string) =>
      `När du registrerar kontrolleras att sista ansökningsdag i steg två, ${deadline}, inte har passerat.`,
    en: (deadline: string) =>
      `When you record it we check that the deadline of the second stage, ${deadline}, has not passed.`,
  },
  submitCheckedOpen: {
    sv: 'När du registrerar kontrolleras att utlysningen är öppen.',
    en: 'When you record it we check that the call is open.',
  },
  submitAfter: {
    sv: 'Efter inlämningen kan belopp och sista ansökningsdag inte ändras.',
    en: 'After the submission its amounts and deadline cannot be changed.',
  },
  submittedAt: { sv: 'När den lämnades in', en: 'When it was submitted' },
  submittedAtHint: {
    sv: 'Svensk tid. Lämna tomt för nu. Ni kan registrera en inlämning i efterhand.',
    en: 'Swedish time. Leave it empty for now. You can record a submission afterwards.',
  },
  submitted: { sv: 'Inlämningen är registrerad.', en: 'The submission is recorded.' },
  notOpenYet: {
    sv: (day: string) => `Kan lämnas in när utlysningen öppnar, ${day}.`,
    en: (day: string) => `Can be submitted when the call opens, ${day}.`,
  },
  closed: {
    sv: 'Utlysningen är stängd. Region Blekinge kan registrera en inlämning som gjordes i tid.',
    en: 'The call is closed. Region Blekinge can record a submission that was made in time.',
  },
  passed: {
    sv: 'Sista ansökningsdag har passerat. Region Blekinge kan registrera en inlämning som gjordes i tid.',
    en: 'The deadline has passed. Region Blekinge can record a submission that was made in time.',
  },
  callCancelled: {
    sv: 'Utlysningen är inställd. Ansökan kan återkallas.',
    en: 'The call is cancelled. The application can be withdrawn.',
  },

  review: { sv: 'Registrera bedömning …', en: 'Record the review …' },
  reviewTitle: { sv: 'Finansiären bedömer ansökan', en: 'The funder reviews the application' },
  reviewIntro: {
    sv: 'Registrera att finansiären har börjat bedöma ansökan. Sedan kan beslutet registreras.',
    en: 'Record that the funder has begun to review the application. Then its decision can be recorded.',
  },
  reviewDeed: { sv: 'Registrera', en: 'Record' },
  reviewed: { sv: 'Ansökan är under bedömning.', en: 'The application is under review.' },

  invite: { sv: 'Registrera inbjudan …', en: 'Record the invitation …' },
  inviteTitle: { sv: 'Registrera inbjudan till steg två', en: 'Record the invitation to the second stage' },
  inviteDeed: { sv: 'Registrera inbjudan', en: 'Record the invitation' },
  inviteIntro: {
    sv: 'Finansiären har gått vidare med skissen. Den fullständiga ansökan skrivs här och lämnas in en gång till.',
    en: 'The funder has taken the outline on. The full application is written here and submitted once more.',
  },
  invited: { sv: 'Inbjudan är registrerad.', en: 'The invitation is recorded.' },
  invitedOn: { sv: 'Inbjudan kom', en: 'The invitation came' },
  secondDeadline: { sv: 'Sista ansökningsdag i steg två', en: 'Deadline of the second stage' },
  secondDeadlineHint: {
    sv: 'Svensk tid. Lämna tomt för utlysningens nästa.',
    en: "Swedish time. Leave it empty for the call's next one.",
  },

  correct: { sv: 'Rätta beslutet …', en: 'Correct the decision …' },
  correctTitle: { sv: 'Rätta beslutet', en: 'Correct the decision' },
  correctIntro: {
    sv: 'För ett fel i registreringen, eller när finansiären har ändrat sitt beslut. Det som vilar på beslutet prövas på nytt vid nästa steg; inget steg tas tillbaka.',
    en: 'For a slip in what was recorded, or when the funder has changed its decision. What rests on it is judged anew at the next step; no step is undone.',
  },
  corrected: { sv: 'Beslutet är rättat.', en: 'The decision is corrected.' },

  decide: { sv: 'Registrera beslut …', en: 'Record the decision …' },
  decideTitle: { sv: 'Registrera beslut', en: 'Record the decision' },
  decided: { sv: 'Beslutet är registrerat.', en: 'The decision is recorded.' },
  decisionIs: { sv: 'Finansiärens beslut', en: "The funder's decision" },
  grant: { sv: 'Beviljad', en: 'Granted' },
  reject: { sv: 'Avslagen', en: 'Rejected' },
  decidedOn: { sv: 'Beslutsdag', en: 'Day of the decision' },
  reason: { sv: 'Skäl', en: 'Reason' },
  reasonHint: {
    sv: 'Visas i idéns historik för dem som deltar.',
    en: "Shown in the idea's history to those who take part.",
  },
  waitForReview: {
    sv: 'Beslut kan registreras när finansiären har börjat bedöma ansökan.',
    en: 'A decision can be recorded once the funder has begun to review the application.',
  },
  regionDecides: {
    sv: 'Finansiärens beslut registreras av Region Blekinge.',
    en: "The funder's decision is recorded by Region Blekinge.",
  },

  withdraw: { sv: 'Återkalla …', en: 'Withdraw …' },
  withdrawTitle: { sv: 'Återkalla ansökan', en: 'Withdraw the application' },
  withdrawIntro: {
    sv: 'En återkallad ansökan kan inte tas upp igen. Idén kan söka på nytt i samma utlysning så länge den är öppen.',
    en: 'An application that is withdrawn cannot be resumed. The idea can apply to the same call anew while it is open.',
  },
  withdrawn: { sv: 'Ansökan är återkallad.', en: 'The application is withdrawn.' },

  changedMeanwhile: {
    sv: 'Någon annan har ändrat ansökan sedan du öppnade den. Jämför innan du sparar.',
    en: 'Somebody else has changed the application since you opened it. Compare before you save.',
  },
  field: { sv: 'Fält', en: 'Field' },
  before: { sv: 'När du öppnade', en: 'When you opened it' },
  now: { sv: 'Nu', en: 'Now' },
} as const;
