/** A document that the service has ready, with a key where there is demo data. */
export interface ReadyDocument {
  query: string;
  variables: Record<string, unknown>;
  key: string | null;
}

/** The service's own examples; none while it can't be reached. */
export async function askForExamples(): Promise<readonly ReadyDocument[]> {
  try {
    const response = await fetch('/explorer.json');
    return ((await response.json()) as { examples: readonly ReadyDocument[] }).examples;
  } catch {
    return [];
  }
}

/** What a document is called: its first comment, or its beginning. */
export function nameOf(query: string): string {
  const [first = ''] = query.trim().split('\n');
  const words = first.replace(/^#\s*/, '').split(/[:.]/)[0]!.trim();
  return words.length > 70 ? `${words.slice(0, 69)}…` : words;
}

/** What stands there for whoever is new. */
export const BEGINNING = `# The newest ideas that you may see.
query NewestIdeas($first: Int = 5) {
  ideas(first: $first) {
    totalCount
    nodes {
      code
      title
      stage
    }
  }
}
`;
