import { Readable } from 'node:stream';
import { refuse } from '../shared/refuse.js';

/** A file in an input: as text, or as base64 of its bytes. */
interface GivenContent {
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
