export function CallPage(_: { identifier: string }) {
  return null;
}
