import { APPLICATION_NAMES } from '../../../ideas/exchange/reading/idea-words.js';
import { column, inWords, moment, WIDTH } from '../../../tables/exported-columns.js';
import { insideIdeas, listed, money } from './inside-ideas.js';

export const APPLICATIONS = insideIdeas(
  `applications {
    id call { identifier titleSv: title(locale: SV) funder } status callStage reference deadline submittedAt invitedAt decidedAt
    requested { amount currency } coFinancing { amount currency } granted { amount currency }
  }`,
  ({ applications }) => applications,
  [
    column('call', 'Utlysning', 'Call', WIDTH.name, ({ call }) => call.identifier),
    column('callTitleSv', 'Utlysningens titel', 'Title of the call in Swedish', WIDTH.text, ({ call }) => call.titleSv),
    column('funder', 'Finansiär', 'Funder', WIDTH.name, ({ call }) => call.funder),
    inWords(
      column('status', 'Status', 'Status', WIDTH.word, ({ status }) => status),
      APPLICATION_NAMES,
    ),
    column('callStage', 'Steg i utlysningen', 'Stage of the call', WIDTH.number, ({ callStage }) => callStage),
    column('reference', 'Diarienummer', 'Reference number', WIDTH.word, ({ reference }) => reference),
    column('deadline', 'Sista ansökningsdag', 'Deadline', WIDTH.moment, ({ deadline }) => moment(deadline)),
    column('submittedAt', 'Inlämnad', 'Submitted', WIDTH.moment, ({ submittedAt }) => moment(submittedAt)),
    column('invitedAt', 'Inbjuden till steg 2', 'Invited to stage 2', WIDTH.moment, ({ invitedAt }) =>
      moment(invitedAt),
    ),
    column('decidedAt', 'Beslutad', 'Decided', WIDTH.moment, ({ decidedAt }) => moment(decidedAt)),
    ...money('requested', 'Sökt belopp', 'Requested'),
    ...money('coFinancing', 'Medfinansiering', 'Co-financing'),
    ...money('granted', 'Beviljat belopp', 'Granted'),
  ],
  listed('applications', 'ApplicationFilter'),
);
