/** The portal's codes of framework programmes, as its own filters use them. */
const BY_CODE: Readonly<Record<string, string>> = {
  '31045243': 'Horizon 2020',
  '43089234': 'Innovation Fund',
  '43108390': 'Horizon Europe',
  '43152860': 'Digital Europe',
  '43251447': 'Asylum, Migration and Integration Fund',
  '43251567': 'Connecting Europe Facility',
  '43251589': 'Citizens, Equality, Rights and Values',
  '43251814': 'Creative Europe',
  '43252368': 'Internal Security Fund',
  '43252386': 'Justice Programme',
  '43252405': 'LIFE',
  '43252449': 'Research Fund for Coal and Steel',
  '43252476': 'Single Market Programme',
  '43252517': 'Social Prerogatives and Specific Competencies Lines',
  '43254019': 'European Social Fund Plus',
  '43298203': 'Union Civil Protection Mechanism',
  '43298664': 'Promotion of Agricultural Products',
  '43298916': 'Euratom Research and Training Programme',
  '43332642': 'EU4Health',
  '43353764': 'Erasmus+',
  '43392145': 'European Maritime, Fisheries and Aquaculture Fund',
  '44181033': 'European Defence Fund',
  '44416173': 'Interregional Innovation Investments',
};

/** The beginnings of topic identifiers, for topics without a code. */
const BY_PREFIX: Readonly<Record<string, string>> = {
  AGRIP: 'Promotion of Agricultural Products',
  CEF: 'Connecting Europe Facility',
  CERV: 'Citizens, Equality, Rights and Values',
  CREA: 'Creative Europe',
  DIGITAL: 'Digital Europe',
  EDF: 'European Defence Fund',
  EMFAF: 'European Maritime, Fisheries and Aquaculture Fund',
  ERASMUS: 'Erasmus+',
  EU4H: 'EU4Health',
  H2020: 'Horizon 2020',
  HORIZON: 'Horizon Europe',
  I3: 'Interregional Innovation Investments',
  INNOVFUND: 'Innovation Fund',
  JUST: 'Justice Programme',
  LIFE: 'LIFE',
  RFCS: 'Research Fund for Coal and Steel',
  SMP: 'Single Market Programme',
  UCPM: 'Union Civil Protection Mechanism',
};

/** The name of a programme from the portal's code, or undefined. */
export function programmeByCode(code: string | undefined): string | undefined {
  return code === undefined ? undefined : entry(BY_CODE, code);
}

/** The name of a programme from the beginning of a topic's identifier, or undefined. */
export function programmeByIdentifier(identifier: string | undefined): string | undefined {
  const prefix = identifier?.split('-')[0]?.toUpperCase();
  return prefix === undefined ? undefined : entry(BY_PREFIX, prefix);
}

/** The bulk file writes "Horizon Europe (HORIZON)"; the short name at the end is left out. */
export function withoutShortName(programme: string): string {
  return programme.replace(/ *\([A-Z0-9+-]{2,12}\)$/, '') || programme;
}

function entry(names: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(names, key) ? names[key] : undefined;
}
