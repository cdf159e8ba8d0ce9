import { Readable } from 'node:stream';
import { type Fault, refuse } from '../shared/refuse.js';

/** A file in an input: as text, or as base64 of its bytes. */
export interface GivenContent {
  readonly content?: string | null;
  readonly contentBase64?: string | null;
}

/** The text, or the bytes whose encoding is then found: exactly one of the two. */
export function contentOf({ content, contentBase64 }: GivenContent): string | AsyncIterable<Uint8Array> {
  if ((content == null) === (contentBase64 == null)) {
    const message = {
      sv: 'Ange antingen content eller contentBase64.',
      en: 'Give either content or contentBase64.',
    };
    refuse(content == null ? 'REQUIRED' : 'INVALID', { path: ['content'], message });
  }
  return content ?? bytesOf(contentBase64!);
}

function bytesOf(text: string): AsyncIterable<Uint8Array> {
  const plain = text.replaceAll(/\s/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(plain) || plain.length % 4 !== 0) {
    const message = { sv: 'contentBase64 är inte hel base64.', en: 'contentBase64 is not whole base64.' };
    refuse('INVALID', { path: ['contentBase64'], message });
  }
  return Readable.from([Buffer.from(plain, 'base64')]);
}

/** A fault of the file as a whole is a fault of the field in which it was given. */
export function ofContent(fault: Fault, { content }: GivenContent): Fault {
  return fault.path?.length ? fault : { ...fault, path: [content == null ? 'contentBase64' : 'content'] };
}
