export const PROGRAMME = {
  name: { sv: 'Kickstart S3 Blekinge, delprojekt 3', en: 'Kickstart S3 Blekinge, sub-project 3' },
  codePrefix: 'KS3',
  requiredProjects: 1,
};
export const PARTNERS: any[] = [
  { slug: 'region-blekinge', name: 'Region Blekinge', sector: 'PUBLIC', nutsCode: 'SE221' },
  { slug: 'techtank', name: 'Techtank', sector: 'SUPPORT_SYSTEM', nutsCode: 'SE221' },
];
export const FOCUS_AREAS: any[] = [
  { code: 'tech', name: { sv: 'Tech', en: 'Tech' } },
  { code: 'tech.digitalisering', parent: 'tech', name: { sv: 'Digitalisering', en: 'Digitalisation' } },
];
