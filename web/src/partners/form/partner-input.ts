import type { CreatePartnerInput, PartnerTextsFragment, Sector, UpdatePartnerInput } from '../../gql/graphql';
import { someOf, textOf } from '../../parts/form/form-text';

/** What is told of a partner, as new and changed ones take it. */
type Told = Omit<UpdatePartnerInput, 'id' | 'expectedVersion'>;

/** A text in both languages; one without Swedish is for the service to refuse, at its field. */
function both(sv: string, en: string | null) {
  return sv || en ? { sv, en } : null;
}

function told(form: FormData): Told & Pick<CreatePartnerInput, 'name' | 'sector'> {
  return {
    name: textOf(form, 'name'),
    sector: textOf(form, 'sector') as Sector,
    country: textOf(form, 'country'),
    organisationNumber: someOf(form, 'organisationNumber'),
    pic: someOf(form, 'pic'),
    ...profile(form),
  };
}

/** What a partner says of itself. */
function profile(form: FormData) {
  return {
    nutsCode: someOf(form, 'nutsCode'),
    website: someOf(form, 'website'),
    contactEmail: someOf(form, 'contactEmail'),
    description: both(textOf(form, 'description.sv'), someOf(form, 'description.en')),
  };
}

/** A new partner as the form tells of it. */
export const newPartner = (form: FormData): CreatePartnerInput => ({ ...told(form), slug: someOf(form, 'slug') });

/** The partner as the form tells of it, over the version that was read. */
export const changedPartner = ({ id, version }: PartnerTextsFragment, form: FormData): UpdatePartnerInput => ({
  ...told(form),
  id,
  expectedVersion: version,
});

/** The same of what a partner says of itself. */
export const changedProfile = ({ id, version }: PartnerTextsFragment, form: FormData): UpdatePartnerInput => ({
  ...profile(form),
  id,
  expectedVersion: version,
});

/** Reading falls back to Swedish; a text that is the same in both was never translated. */
export const englishOf = ({ descriptionSv: sv, descriptionEn: en }: PartnerTextsFragment): string | null =>
  en && en !== sv ? en : null;

/** The partner as it was, over the version that the change made of it. */
export function formerPartner(before: PartnerTextsFragment, version: number): UpdatePartnerInput {
  const { name, sector, country, organisationNumber, pic } = before;
  return { ...formerProfile(before, version), name, sector, country, organisationNumber, pic };
}

/** The same of what a partner says of itself. */
export function formerProfile(before: PartnerTextsFragment, version: number): UpdatePartnerInput {
  const { id, nutsCode, website, contactEmail, descriptionSv } = before;
  const description = both(descriptionSv ?? '', englishOf(before));
  return { id, expectedVersion: version, nutsCode, website, contactEmail, description };
}
