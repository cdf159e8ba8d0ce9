/** The words of the domain's enums, as people read them. */
export const STAGE = {
  CONCEPT: { sv: 'Koncept', en: 'Concept' },
  CONSORTIUM: { sv: 'Konsortium', en: 'Consortium' },
  FUNDING_APPLICATION: { sv: 'Ansökan', en: 'Application' },
  PROJECT: { sv: 'Projekt', en: 'Project' },
} as const;

export const STATE = {
  ACTIVE: { sv: 'Pågår', en: 'Active' },
  PAUSED: { sv: 'Pausad', en: 'Paused' },
  COMPLETED: { sv: 'Slutförd', en: 'Completed' },
  DISCONTINUED: { sv: 'Avslutad', en: 'Discontinued' },
} as const;

export const SECTOR = {
  ACADEMIA: { sv: 'Akademi', en: 'Academia' },
  BUSINESS_SME: { sv: 'Mindre företag', en: 'Small business' },
  BUSINESS_LARGE: { sv: 'Storföretag', en: 'Large business' },
  PUBLIC: { sv: 'Offentlig sektor', en: 'Public sector' },
  SUPPORT_SYSTEM: { sv: 'Främjandesystemet', en: 'Support system' },
  CIVIL_SOCIETY: { sv: 'Civilsamhälle', en: 'Civil society' },
} as const;

export const ROLE_IN_CONSORTIUM = {
  COORDINATOR: { sv: 'Koordinator', en: 'Coordinator' },
  BENEFICIARY: { sv: 'Part', en: 'Beneficiary' },
  AFFILIATED_ENTITY: { sv: 'Närstående part', en: 'Affiliated entity' },
  ASSOCIATED_PARTNER: { sv: 'Associerad part', en: 'Associated partner' },
} as const;

export const LETTER = {
  NONE: { sv: 'Ingen avsiktsförklaring', en: 'No letter of intent' },
  REQUESTED: { sv: 'Avsiktsförklaring efterfrågad', en: 'Letter of intent requested' },
  SIGNED: { sv: 'Avsiktsförklaring signerad', en: 'Letter of intent signed' },
} as const;

export const OBJECTIVE = {
  CLIMATE_CHANGE_MITIGATION: { sv: 'Begränsa klimatförändringen', en: 'Climate change mitigation' },
  CLIMATE_CHANGE_ADAPTATION: { sv: 'Klimatanpassning', en: 'Climate change adaptation' },
  WATER_AND_MARINE_RESOURCES: { sv: 'Vatten och hav', en: 'Water and marine resources' },
  CIRCULAR_ECONOMY: { sv: 'Cirkulär ekonomi', en: 'Circular economy' },
  POLLUTION_PREVENTION: { sv: 'Minskad förorening', en: 'Pollution prevention' },
  BIODIVERSITY_AND_ECOSYSTEMS: { sv: 'Biologisk mångfald', en: 'Biodiversity and ecosystems' },
} as const;

export const MISSION = {
  CLIMATE_ADAPTATION: { sv: 'Klimatanpassning', en: 'Adaptation to Climate Change' },
  CANCER: { sv: 'Cancer', en: 'Cancer' },
  OCEAN_AND_WATERS: { sv: 'Hav och vatten', en: 'Ocean and Waters' },
  CLIMATE_NEUTRAL_CITIES: { sv: 'Klimatneutrala städer', en: 'Climate-Neutral and Smart Cities' },
  SOIL: { sv: 'Mark', en: 'Soil' },
} as const;

export const CALL_STATUS = {
  DRAFT: { sv: 'Utkast', en: 'Draft' },
  FORTHCOMING: { sv: 'Kommande', en: 'Forthcoming' },
  OPEN: { sv: 'Öppen', en: 'Open' },
  CLOSED: { sv: 'Stängd', en: 'Closed' },
  CANCELLED: { sv: 'Inställd', en: 'Cancelled' },
} as const;

export const DEADLINE_MODEL = {
  SINGLE_STAGE: { sv: 'Ett steg', en: 'Single stage' },
  TWO_STAGE: { sv: 'Två steg', en: 'Two stages' },
  MULTIPLE_CUT_OFF: { sv: 'Flera ansökningstillfällen', en: 'Multiple cut-offs' },
  CONTINUOUS: { sv: 'Löpande', en: 'Continuous' },
} as const;

export const APPLICATION_STATUS = {
  DRAFT: { sv: 'Utkast', en: 'Draft' },
  SUBMITTED: { sv: 'Inlämnad', en: 'Submitted' },
  UNDER_REVIEW: { sv: 'Under bedömning', en: 'Under review' },
  GRANTED: { sv: 'Beviljad', en: 'Granted' },
  REJECTED: { sv: 'Avslagen', en: 'Rejected' },
  WITHDRAWN: { sv: 'Återtagen', en: 'Withdrawn' },
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
  ENOUGH_PARTNERS: { sv: 'Tillräckligt många parter', en: 'Enough partners' },
  SECTORS_REPRESENTED: { sv: 'Alla sektorer', en: 'All sectors' },
  LETTERS_OF_INTENT: { sv: 'Signerade avsiktsförklaringar', en: 'Signed letters of intent' },
  CALL_TARGETED: { sv: 'Vald utlysning', en: 'Targeted call' },
  CALL_RULES_MET: { sv: 'Utlysningens regler', en: "The call's rules" },
  APPLICATION_GRANTED: { sv: 'Beviljad ansökan', en: 'Granted application' },
  PROJECT_DURATION: { sv: 'Plan på 5–10 år', en: 'Plan of 5–10 years' },
  BUDGET_COVERED: { sv: 'Täckt budget', en: 'Covered budget' },
  MILESTONES_PLANNED: { sv: 'Planerade milstolpar', en: 'Planned milestones' },
  OUTCOMES_PLANNED: { sv: 'Planerade resultat', en: 'Planned outcomes' },
} as const;
