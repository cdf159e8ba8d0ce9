import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { z } from 'zod';
import { ConfigError } from '../shared/config-error.js';
import { list, onOff } from '../shared/settings.js';
import { DocumentRefusal } from './refusal.js';

/** The environment variables of documents that are known beforehand. */
export const TRUSTED_ENVIRONMENT = z.object({
  TRUSTED_DOCUMENTS: list.default([]),
  TRUSTED_DOCUMENTS_ONLY: onOff.default('false'),
});

/** What a request says of its document: the text, or by which name it is known. */
interface Named {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly extensions?: unknown;
}

/** Documents that may be asked for by their identifier, and that can be made the only ones that are answered. */
export class TrustedDocuments {
  private readonly byId = new Map<string, string>();
  private readonly texts = new Set<string>();

  constructor(
    manifests: readonly Readonly<Record<string, string>>[],
    /** Whether nothing else is answered. */
    readonly alone: boolean,
  ) {
    for (const [id, text] of manifests.flatMap(manifest => Object.entries(manifest))) {
      this.texts.add(text);
      for (const each of [bare(id), hash('sha256', text)]) this.byId.set(each, text);
    }
  }

  /** The request with the text of its document. Refuses an identifier that is unknown, and a text that is not allowed. */
  resolve<A extends Named>(asked: A): Omit<A, 'documentId' | 'extensions'> {
    const resolved = this.texts.size > 0 ? this.withText(asked) : asked;
    if (this.alone && typeof resolved.query === 'string' && !this.texts.has(resolved.query)) throw untrusted();
    return resolved;
  }

  private withText<A extends Named>(asked: A): Omit<A, 'documentId' | 'extensions'> {
    const id = identifierIn(asked);
    if (id === null) return asked;
    const query = this.byId.get(id) ?? asked.query;
    if (!query) throw unknown(id);
    const { documentId, extensions, ...rest } = asked;
    return { ...rest, query };
  }
}

/** Reads the manifests, JSON objects of identifiers and texts as code generation writes them. */
export function trustedDocuments(environment: z.infer<typeof TRUSTED_ENVIRONMENT>): TrustedDocuments {
  const alone = environment.TRUSTED_DOCUMENTS_ONLY === 'true';
  if (alone && environment.TRUSTED_DOCUMENTS.length === 0)
    throw new ConfigError('TRUSTED_DOCUMENTS_ONLY: needs TRUSTED_DOCUMENTS, else nothing would be answered');
  return new TrustedDocuments(environment.TRUSTED_DOCUMENTS.map(manifestIn), alone);
}

function manifestIn(path: string): Record<string, string> {
  try {
    const manifest = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(path, 'utf8')));
    Object.values(manifest).forEach(text => parse(text));
    return manifest;
  } catch (error) {
    const why =
      error instanceof z.ZodError ? 'it must be an object of identifiers and documents' : (error as Error).message;
    throw new ConfigError(`TRUSTED_DOCUMENTS: ${path} cannot be used: ${why}`);
  }
}

/**
 * `documentId`, or the hash that Apollo's clients send.
 * https://github.com/graphql/graphql-over-http/blob/main/spec/Appendix%20A%20--%20Persisted%20Documents.md
 */
function identifierIn({ documentId, extensions }: Named): string | null {
  if (typeof documentId === 'string') return bare(documentId);
  const { persistedQuery } = objectIn(extensions);
  const { sha256Hash } = objectIn(persistedQuery);
  return typeof sha256Hash === 'string' ? sha256Hash : null;
}

/** In a query string extensions are JSON; what isn't is refused when it is executed. */
function objectIn(value: unknown): Record<string, unknown> {
  if (typeof value !== 'string') return (value ?? {}) as Record<string, unknown>;
  try {
    return (JSON.parse(value) ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function bare(id: string): string {
  return id.replace(/^sha256:/, '');
}

/** The code is the one at which Apollo's clients send the text itself. */
function unknown(id: string): DocumentRefusal {
  return new DocumentRefusal(
    'PERSISTED_QUERY_NOT_FOUND',
    `No document is known by ${id.slice(0, 100)}. Send its text.`,
  );
}

function untrusted(): DocumentRefusal {
  return new DocumentRefusal(
    'UNTRUSTED_DOCUMENT',
    'This service answers only documents that have been agreed on beforehand.',
  );
}
