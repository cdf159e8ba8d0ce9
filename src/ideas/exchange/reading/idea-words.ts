import { ApplicationStatus } from '../../../applications/application-status.js';
import { ConsortiumRole, LetterOfIntent } from '../../../consortia/roles.js';
import { wordsOf } from '../../../shared/described-enum.js';
import type { Bilingual } from '../../../shared/text/wording.js';
import { knownWords } from '../../../tables/text/known-words.js';
import { EuMission, Visibility } from '../../classification.js';
import { MISSION_NAMES } from '../../classification-names.js';
import { STAGE_NAMES, STATE_NAMES } from '../../stage-names.js';
import { IdeaState, Stage } from '../../stages.js';

type Names<W extends string> = Readonly<Record<W, Bilingual>>;

/** What tables call who may see an idea. */
export const VISIBILITY_NAMES: Names<Visibility> = {
  PUBLIC: { sv: 'alla', en: 'anyone' },
  PARTNERS: { sv: 'partner', en: 'partners' },
  CONSORTIUM: { sv: 'konsortiet', en: 'consortium' },
};

/** What tables call a partner's part. */
export const ROLE_NAMES: Names<ConsortiumRole> = {
  COORDINATOR: { sv: 'koordinator', en: 'coordinator' },
  BENEFICIARY: { sv: 'stödmottagare', en: 'beneficiary' },
  AFFILIATED_ENTITY: { sv: 'anknuten enhet', en: 'affiliated entity' },
  ASSOCIATED_PARTNER: { sv: 'associerad partner', en: 'associated partner' },
};

/** What tables say of a letter of intent. */
export const LETTER_NAMES: Names<LetterOfIntent> = {
  NONE: { sv: 'ingen', en: 'none' },
  REQUESTED: { sv: 'efterfrågad', en: 'requested' },
  SIGNED: { sv: 'undertecknad', en: 'signed' },
};

/** What tables say of an application. */
export const APPLICATION_NAMES: Names<ApplicationStatus> = {
  DRAFT: { sv: 'utkast', en: 'draft' },
  SUBMITTED: { sv: 'inlämnad', en: 'submitted' },
  UNDER_REVIEW: { sv: 'under bedömning', en: 'under review' },
  INVITED: { sv: 'inbjuden till steg två', en: 'invited to the second stage' },
  GRANTED: { sv: 'beviljad', en: 'granted' },
  REJECTED: { sv: 'avslagen', en: 'rejected' },
  WITHDRAWN: { sv: 'återkallad', en: 'withdrawn' },
};

export const visibilityOf = knownWords(wordsOf(Visibility), VISIBILITY_NAMES, {
  ...{ publik: 'PUBLIC', offentlig: 'PUBLIC', öppen: 'PUBLIC', public: 'PUBLIC', everyone: 'PUBLIC' },
  ...{ partners: 'PARTNERS', partnerna: 'PARTNERS', 'alla partner': 'PARTNERS' },
  ...{ konsortium: 'CONSORTIUM', 'the consortium': 'CONSORTIUM', intern: 'CONSORTIUM' },
});

export const stageOf = knownWords(wordsOf(Stage), STAGE_NAMES, {
  ...{ idé: 'CONCEPT', konceptfas: 'CONCEPT', idea: 'CONCEPT' },
  ...{ konsortiebygge: 'CONSORTIUM', konsortiefas: 'CONSORTIUM' },
  ...{
    finansieringsansökan: 'FUNDING_APPLICATION',
    ansökningsfas: 'FUNDING_APPLICATION',
    application: 'FUNDING_APPLICATION',
  },
  ...{ genomförande: 'PROJECT', projektfas: 'PROJECT' },
});

export const stateOf = knownWords(wordsOf(IdeaState), STATE_NAMES, {
  ...{ aktiv: 'ACTIVE', pågår: 'ACTIVE', ongoing: 'ACTIVE' },
  ...{ vilande: 'PAUSED', paus: 'PAUSED' },
  ...{ slutfört: 'COMPLETED', klar: 'COMPLETED', genomförd: 'COMPLETED' },
  ...{ nerlagd: 'DISCONTINUED', avbruten: 'DISCONTINUED' },
});

export const roleOf = knownWords(wordsOf(ConsortiumRole), ROLE_NAMES, {
  ...{ samordnare: 'COORDINATOR', lead: 'COORDINATOR' },
  ...{ deltagare: 'BENEFICIARY', partner: 'BENEFICIARY', projektpartner: 'BENEFICIARY', participant: 'BENEFICIARY' },
  ...{ anknuten: 'AFFILIATED_ENTITY', affiliated: 'AFFILIATED_ENTITY' },
  ...{ associerad: 'ASSOCIATED_PARTNER', associated: 'ASSOCIATED_PARTNER' },
});

export const letterOf = knownWords(wordsOf(LetterOfIntent), LETTER_NAMES, {
  ...{ nej: 'NONE', no: 'NONE', saknas: 'NONE' },
  ...{ begärd: 'REQUESTED', efterfrågat: 'REQUESTED', skickad: 'REQUESTED', 'asked for': 'REQUESTED' },
  ...{ ja: 'SIGNED', yes: 'SIGNED', signerad: 'SIGNED', undertecknat: 'SIGNED', klar: 'SIGNED' },
});

export const applicationStatusOf = knownWords(wordsOf(ApplicationStatus), APPLICATION_NAMES, {
  ...{ påbörjad: 'DRAFT', planerad: 'DRAFT', 'ett utkast': 'DRAFT', 'a draft': 'DRAFT' },
  ...{ inskickad: 'SUBMITTED', sökt: 'SUBMITTED' },
  ...{ bedöms: 'UNDER_REVIEW', inbjuden: 'INVITED', invited: 'INVITED' },
  ...{ beviljat: 'GRANTED', avslag: 'REJECTED', avslaget: 'REJECTED', återtagen: 'WITHDRAWN' },
});

export const missionOf = knownWords(wordsOf(EuMission), MISSION_NAMES, {
  ...{ 'hav och vatten': 'OCEAN_AND_WATERS', mark: 'SOIL', soil: 'SOIL', 'climate adaptation': 'CLIMATE_ADAPTATION' },
  ...{ 'klimatneutrala städer': 'CLIMATE_NEUTRAL_CITIES', 'ocean and waters': 'OCEAN_AND_WATERS' },
});
