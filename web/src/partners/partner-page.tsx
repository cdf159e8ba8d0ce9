export function PartnerPage(_: { slug: string }) {
  return null;
}
