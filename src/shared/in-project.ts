/** A file or folder of the project by its path there. This module lies as deep as the bundles that it becomes part of. */
export function inProject(path: string): URL {
  return new URL(`../../${path}`, import.meta.url);
}
