export function IdeaPage(_: { code: string }) {
  return null;
}
