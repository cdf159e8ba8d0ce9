import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpRefusal } from '../refusals/refusal.js';

const UTF8 = /^\s*charset="?utf-?8"?\s*$/i;

/** Takes bodies as JSON in UTF-8 and in no other form: what is labelled or encoded otherwise is refused, not misread. */
export function takeJsonBodies(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes: Buffer, done) => {
    refuseOtherForms(request);
    if (!isUtf8(bytes)) throw new HttpRefusal(400, 'BAD_REQUEST', 'The body is not UTF-8.');
    return parse(request, bytes.toString(), done);
  });
}

function refuseOtherForms({ headers }: FastifyRequest): void {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = headers;
  const charsets = type.split(';').filter(parameter => /^\s*charset/i.test(parameter));
  if (encoding === 'identity' && charsets.every(charset => UTF8.test(charset))) return;
  throw new HttpRefusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the body as JSON in UTF-8, and not compressed.');
}
