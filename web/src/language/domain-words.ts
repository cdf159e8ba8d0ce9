/** The words of the domain's enums, as people read them. */
export const STAGE = {
  CONCEPT: { sv: 'Koncept', en: 'Concept' },
  CONSORTIUM: { sv: 'Konsortium', en: 'Consortium' },
  FUNDING_APPLICATION: { sv: 'Ansökan', en: 'Funding application' },
  PROJECT: { sv: 'Projekt', en: 'Project' },
} as const;

export const STATE = {
  ACTIVE: { sv: 'Pågående', en: 'Active' },
  PAUSED: { sv: 'Pausad', en: 'Paused' },
  COMPLETED: { sv: 'Slutförd', en: 'Completed' },
  DISCONTINUED: { sv: 'Nedlagd', en: 'Discontinued' },
} as const;

/** Who sees an idea. */
export const VISIBLE_TO = {
  CONSORTIUM: { sv: 'Konsortiet', en: 'The consortium' },
  PARTNERS: { sv: 'Programmets partner', en: "The programme's partners" },
  PUBLIC: { sv: 'Alla', en: 'Everyone' },
} as const;

export const SECTOR = {
  ACADEMIA: { sv: 'Akademi', en: 'Academia' },
  BUSINESS_SME: { sv: 'Små och medelstora företag', en: 'Small and medium-sized enterprises' },
  BUSINESS_LARGE: { sv: 'Stora företag', en: 'Large enterprises' },
  PUBLIC: { sv: 'Offentlig sektor', en: 'Public sector' },
  SUPPORT_SYSTEM: { sv: 'Främjandesystemet', en: 'Support system' },
  CIVIL_SOCIETY: { sv: 'Civilsamhället', en: 'Civil society' },
} as const;

export const HEALTH = {
  ON_TRACK: { sv: 'Enligt plan', en: 'On track' },
  AT_RISK: { sv: 'Vissa risker', en: 'At risk' },
  OFF_TRACK: { sv: 'Avviker från planen', en: 'Off track' },
} as const;

export const LINK_KIND = {
  LETTER_OF_INTENT: { sv: 'Avsiktsförklaring', en: 'Letter of intent' },
  CO_FINANCING: { sv: 'Medfinansieringsintyg', en: 'Co-financing certificate' },
  APPLICATION: { sv: 'Ansökan', en: 'Application' },
  DECISION: { sv: 'Beslut', en: 'Decision' },
  PLAN: { sv: 'Plan', en: 'Plan' },
  REPORT: { sv: 'Rapport', en: 'Report' },
  WEBSITE: { sv: 'Webbplats', en: 'Website' },
  OTHER: { sv: 'Annat', en: 'Other' },
} as const;

export const ROLE_IN_CONSORTIUM = {
  COORDINATOR: { sv: 'Koordinator', en: 'Coordinator' },
  BENEFICIARY: { sv: 'Stödmottagare', en: 'Beneficiary' },
  AFFILIATED_ENTITY: { sv: 'Anknuten enhet', en: 'Affiliated entity' },
  ASSOCIATED_PARTNER: { sv: 'Associerad partner', en: 'Associated partner' },
} as const;

export const LETTER = {
  NONE: { sv: 'Ingen avsiktsförklaring', en: 'No letter of intent' },
  REQUESTED: { sv: 'Avsiktsförklaring efterfrågad', en: 'Letter of intent requested' },
  SIGNED: { sv: 'Avsiktsförklaring undertecknad', en: 'Letter of intent signed' },
} as const;

/** As Regulation (EU) 2020/852, article 9, names them in each language. */
export const OBJECTIVE = {
  CLIMATE_CHANGE_MITIGATION: { sv: 'Begränsning av klimatförändringar', en: 'Climate change mitigation' },
  CLIMATE_CHANGE_ADAPTATION: { sv: 'Anpassning till klimatförändringar', en: 'Climate change adaptation' },
  WATER_AND_MARINE_RESOURCES: {
    sv: 'Hållbar användning och skydd av vatten och marina resurser',
    en: 'Sustainable use and protection of water and marine resources',
  },
  CIRCULAR_ECONOMY: { sv: 'Övergång till en cirkulär ekonomi', en: 'Transition to a circular economy' },
  POLLUTION_PREVENTION: {
    sv: 'Förebyggande och begränsning av miljöföroreningar',
    en: 'Pollution prevention and control',
  },
  BIODIVERSITY_AND_ECOSYSTEMS: {
    sv: 'Skydd och återställande av biologisk mångfald och ekosystem',
    en: 'Protection and restoration of biodiversity and ecosystems',
  },
} as const;

/** As the Commission and Swedish authorities name the missions of Horizon Europe. */
export const MISSION = {
  CLIMATE_ADAPTATION: { sv: 'Klimatanpassning', en: 'Adaptation to Climate Change' },
  CANCER: { sv: 'Cancer', en: 'Cancer' },
  OCEAN_AND_WATERS: { sv: 'Återställa våra hav och vatten', en: 'Restore our Ocean and Waters' },
  CLIMATE_NEUTRAL_CITIES: { sv: 'Klimatneutrala och smarta städer', en: 'Climate-Neutral and Smart Cities' },
  SOIL: { sv: 'En giv för den europeiska marken', en: 'A Soil Deal for Europe' },
} as const;

export const CALL_STATUS = {
  DRAFT: { sv: 'Utkast', en: 'Draft' },
  FORTHCOMING: { sv: 'Kommande', en: 'Forthcoming' },
  OPEN: { sv: 'Öppen', en: 'Open' },
  CLOSED: { sv: 'Stängd', en: 'Closed' },
  CANCELLED: { sv: 'Inställd', en: 'Cancelled' },
} as const;

export const DEADLINE_MODEL = {
  SINGLE_STAGE: { sv: 'Ett steg', en: 'Single-stage' },
  TWO_STAGE: { sv: 'Två steg', en: 'Two-stage' },
  MULTIPLE_CUT_OFF: { sv: 'Flera ansökningstillfällen', en: 'Multiple cut-off' },
  CONTINUOUS: { sv: 'Löpande', en: 'Continuous' },
} as const;

export const APPLICATION_STATUS = {
  DRAFT: { sv: 'Utkast', en: 'Draft' },
  SUBMITTED: { sv: 'Inlämnad', en: 'Submitted' },
  UNDER_REVIEW: { sv: 'Under bedömning', en: 'Under review' },
  INVITED: { sv: 'Inbjuden till steg två', en: 'Invited to the second stage' },
  GRANTED: { sv: 'Beviljad', en: 'Granted' },
  REJECTED: { sv: 'Avslagen', en: 'Rejected' },
  WITHDRAWN: { sv: 'Återkallad', en: 'Withdrawn' },
} as const;

export const OUTCOME_KIND = {
  SOLUTION: { sv: 'Lösning', en: 'Solution' },
  INNOVATION: { sv: 'Innovation', en: 'Innovation' },
  PRODUCT: { sv: 'Produkt', en: 'Product' },
  SERVICE: { sv: 'Tjänst', en: 'Service' },
} as const;

export const OUTCOME_STATUS = {
  PLANNED: { sv: 'Planerad', en: 'Planned' },
  IN_DEVELOPMENT: { sv: 'Under utveckling', en: 'In development' },
  DELIVERED: { sv: 'Levererad', en: 'Delivered' },
} as const;

export const RISK = {
  LOW: { sv: 'Låg risk', en: 'Low risk' },
  MEDIUM: { sv: 'Viss risk', en: 'Medium risk' },
  HIGH: { sv: 'Hög risk', en: 'High risk' },
} as const;

export const VIEWER_ROLE = {
  ADMIN: { sv: 'administratör', en: 'administrator' },
  PARTNER: { sv: 'partner', en: 'partner' },
  INTEGRATOR: { sv: 'integratör', en: 'integrator' },
} as const;

/** Named as the thing itself, so that it reads well both as met and as missing. */
export const REQUIREMENT = {
  DESCRIBED: { sv: 'Beskrivning', en: 'Description' },
  FOCUS_AREA_CHOSEN: { sv: 'Fokusområde', en: 'Focus area' },
  ENVIRONMENTAL_OBJECTIVE_CHOSEN: { sv: 'Miljömål', en: 'Environmental objective' },
  COORDINATOR_APPOINTED: { sv: 'Koordinator', en: 'Coordinator' },
  ENOUGH_PARTNERS: { sv: 'Tillräckligt många partner', en: 'Enough partners' },
  SECTORS_REPRESENTED: { sv: 'Sektorer i konsortiet', en: 'Sectors in the consortium' },
  LETTERS_OF_INTENT: { sv: 'Undertecknade avsiktsförklaringar', en: 'Signed letters of intent' },
  CALL_TARGETED: { sv: 'Vald utlysning', en: 'Targeted call' },
  CALL_RULES_MET: { sv: 'Utlysningens regler', en: "The call's rules" },
  APPLICATION_GRANTED: { sv: 'Beviljad ansökan', en: 'Granted application' },
  PROJECT_DURATION: { sv: 'Planens längd', en: 'Length of the plan' },
  BUDGET_COVERED: { sv: 'Täckt budget', en: 'Covered budget' },
  MILESTONES_PLANNED: { sv: 'Planerade milstolpar', en: 'Planned milestones' },
  OUTCOMES_PLANNED: { sv: 'Planerade resultat', en: 'Planned outcomes' },
} as const;
