import type { ViewerQuery } from '../../gql/graphql';

/** Partners create ideas of their own, administrators of any partner; told by its slug, or of any where none is told. */
export function mayCreateIdeas({ role, partner }: ViewerQuery['viewer'], owner?: string): boolean {
  if (role === 'ADMIN') return true;
  return role === 'PARTNER' && partner !== null && partner !== undefined && (!owner || partner.slug === owner);
}
