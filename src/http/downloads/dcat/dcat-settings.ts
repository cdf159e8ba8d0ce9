import { z } from 'zod';
import { organisationNumber } from '../../../partners/numbers.js';
import { ConfigError } from '../../../shared/program/config-error.js';
import { oneOf, text } from '../../../shared/program/settings.js';
import type { Publisher } from '../../pages/statements/publisher-settings.js';
import { type DatasetName, DATASETS } from './open-datasets.js';

/** Licences that make data open, by SPDX's names, and the addresses that data portals know them by. */
const LICENCES = {
  'CC0-1.0': 'http://creativecommons.org/publicdomain/zero/1.0/',
  'CC-BY-4.0': 'http://creativecommons.org/licenses/by/4.0/',
  'CC-BY-SA-4.0': 'http://creativecommons.org/licenses/by-sa/4.0/',
} as const;

type Licence = keyof typeof LICENCES;

/** Kinds of publishers, ADMS's words (http://purl.org/adms/publishertype/). */
const PUBLISHER_TYPES = [
  ...['Academia-ScientificOrganisation', 'Company', 'IndustryConsortium', 'LocalAuthority', 'NationalAuthority'],
  ...['NonGovernmentalOrganisation', 'NonProfitOrganisation', 'RegionalAuthority', 'StandardisationBody'],
  'SupraNationalAuthority',
] as const;

/** All others have texts by others. */
const UNLESS_NAMED: readonly DatasetName[] = ['pipeline'];

const names = DATASETS.map(({ name }) => name);

/** The environment variables of the catalogue of open data. */
export const DCAT_ENVIRONMENT = z.object({
  DCAT_LICENCE: oneOf(Object.keys(LICENCES) as [Licence, ...Licence[]]).optional(),
  DCAT_DATASETS: z
    .string()
    .transform(written => written.split(',').map(name => name.trim()))
    .pipe(z.array(oneOf(names)))
    .optional(),
  PUBLISHER_TYPE: oneOf(PUBLISHER_TYPES).default('RegionalAuthority'),
  PUBLISHER_NUMBER: text.transform((written, context) => {
    if (!written) return undefined;
    const { value, fault } = organisationNumber(written);
    if (fault) context.addIssue({ code: 'custom', message: `${fault.en} It is "${written}"` });
    return value ?? undefined;
  }),
});

/** What is open, by whom and under which licence. */
export interface DcatSettings {
  readonly publisher: Publisher & { readonly type: string; readonly number: string | undefined };
  /** The address of the licence. */
  readonly licence: string;
  readonly datasets: readonly DatasetName[];
  /** Where the service is, without a slash at its end: what the catalogue names, it names by addresses that last. */
  readonly publicUrl: string;
  /** Whether anybody may ask the API what they like. */
  readonly hasApi: boolean;
}

interface Beside {
  readonly hasApi: boolean;
  readonly publisher: Publisher | null;
  readonly publicUrl: string | undefined;
}

/** Null where nothing is said to be open: others' texts are not for a program to license. */
export function dcatSettings(
  environment: z.infer<typeof DCAT_ENVIRONMENT>,
  { publisher, publicUrl, hasApi }: Beside,
): DcatSettings | null {
  const { DCAT_LICENCE: licence, DCAT_DATASETS: named, PUBLISHER_TYPE: type, PUBLISHER_NUMBER: number } = environment;
  if (!licence && named) throw new ConfigError('DCAT_LICENCE: needed with DCAT_DATASETS');
  if (!licence) return null;
  if (!publisher) throw new ConfigError('PUBLISHER: needed with DCAT_LICENCE');
  if (!publicUrl) throw new ConfigError('PUBLIC_URL: needed with DCAT_LICENCE');
  return {
    publisher: { ...publisher, type, number },
    licence: LICENCES[licence],
    datasets: [...new Set(named ?? UNLESS_NAMED)],
    publicUrl: publicUrl.replace(/\/+$/, ''),
    hasApi,
  };
}
