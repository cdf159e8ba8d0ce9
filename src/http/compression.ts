import { gzip, gzipSync } from 'node:zlib';
import type { FastifyRequest, onSendHookHandler } from 'fastify';
import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';
import type { Phases } from './step.js';
import { variesBy } from './vary.js';

/** Characters below which an answer fits in one packet or nearly so. */
const WORTHWHILE = 1_400;
/** Characters up to which compressing takes less than handing it to another thread would. */
const AT_ONCE = 64 * 1024;
/** Characters and bytes of answers that are remembered with their compressed form: what is sent again costs nothing. */
const REMEMBERED = 8 * 1024 * 1024;

const known = new LRUCache<string, Buffer>({
  maxSize: REMEMBERED,
  sizeCalculation: (form, text) => form.length + text.length,
});

const compress: onSendHookHandler<unknown> = (request, reply, payload, done) => {
  if (typeof payload !== 'string' || payload.length < WORTHWHILE) return done();
  if (reply.hasHeader('content-encoding') || !takesGzip(request)) return done();
  variesBy(reply, 'accept-encoding');
  void reply.removeHeader('content-length').header('content-encoding', 'gzip');
  if (payload.length > AT_ONCE) return gzip(payload, done);
  done(null, formOf(payload));
};

/**
 * Compresses answers that are text and not short, for those who take gzip. Files and streams are left as they are. What
 * looks at an answer after this, such as what tags it, sees the bytes that are sent.
 */
export const compression: Phases = { onSend: compress };

/** The compressed form of an answer, remembered. */
export function formOf(text: string): Buffer {
  const remembered = known.get(text);
  if (remembered) return remembered;
  const form = alone(gzipSync(text));
  known.set(text, form);
  return form;
}

/** The same bytes in memory of their own: zlib gives a view of a far larger piece, which would be remembered whole. */
function alone(view: Buffer): Buffer {
  const bytes = Buffer.allocUnsafeSlow(view.length);
  view.copy(bytes);
  return bytes;
}

export function takesGzip({ headers }: FastifyRequest): boolean {
  return (
    headers['accept-encoding'] !== undefined && new Negotiator({ headers }).encoding(['gzip', 'identity']) === 'gzip'
  );
}
