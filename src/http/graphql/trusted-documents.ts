import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { z } from 'zod';
import { ConfigError } from '../../shared/program/config-error.js';
import { list, onOff } from '../../shared/program/settings.js';
import type { GraphqlParams } from './graphql-params.js';
import { DocumentRefusal, HttpRefusal } from '../refusals/refusal.js';

/** The environment variables of documents that are known beforehand. */
export const TRUSTED_ENVIRONMENT = z.object({
  TRUSTED_DOCUMENTS: list.default([]),
  TRUSTED_DOCUMENTS_ONLY: onOff.default('false'),
});

/** Documents that may be sent by their identifier, and that can be made the only ones that are answered. */
export class TrustedDocuments {
  private readonly byId = new Map<string, string>();
  private readonly texts = new Set<string>();

  constructor(
    manifests: readonly Readonly<Record<string, string>>[],
    /** Whether no other document is answered. */
    readonly alone: boolean,
  ) {
    for (const [id, text] of manifests.flatMap(manifest => Object.entries(manifest))) {
      this.texts.add(text);
      for (const each of [bare(id), hash('sha256', text)]) this.byId.set(each, text);
    }
  }

  /** The text of the document that was sent. Refuses an identifier that is unknown, and a text that is not allowed. */
  resolve({ query, documentId }: Pick<GraphqlParams, 'query' | 'documentId'>): string {
    const text = (documentId !== null && this.byId.get(bare(documentId))) || query;
    if (!text) throw documentId === null ? noQuery() : this.unknown(documentId);
    if (this.alone && !this.texts.has(text)) throw untrusted();
    return text;
  }

  /** Whether a document of our own may be answered here. */
  allows(text: string): boolean {
    return !this.alone || this.texts.has(text);
  }

  /** The codes are those at which Apollo's clients send the text itself, this once or from then on. */
  private unknown(id: string): DocumentRefusal {
    return this.texts.size === 0
      ? new DocumentRefusal('PERSISTED_QUERY_NOT_SUPPORTED', 'No document is known beforehand here. Send its text.')
      : new DocumentRefusal('PERSISTED_QUERY_NOT_FOUND', `No document is known by ${id.slice(0, 100)}. Send its text.`);
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

/** https://github.com/graphql/graphql-over-http/blob/main/spec/Appendix%20A%20--%20Persisted%20Documents.md */
function bare(id: string): string {
  return id.replace(/^sha256:/, '');
}

function noQuery(): HttpRefusal {
  return new HttpRefusal(400, 'BAD_REQUEST', 'Send a query: by POST as JSON, or by GET in the query string.');
}

function untrusted(): DocumentRefusal {
  return new DocumentRefusal(
    'UNTRUSTED_DOCUMENT',
    'This service answers only documents that have been agreed on beforehand.',
  );
}
