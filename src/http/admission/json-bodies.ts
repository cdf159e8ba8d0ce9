import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpRefusal } from '../refusals/refusal.js';
import { refusalOfTwice } from './repeated-key.js';

const UTF8 = /^\s*charset="?utf-?8"?\s*$/i;

/** Takes bodies as JSON in UTF-8 and in no other form: what is labelled or encoded otherwise is refused, not misread. */
export function takeJsonBodies(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes: Buffer, done) => {
    refuseOtherForms(request);
    if (!isUtf8(bytes)) throw new HttpRefusal(400, 'BAD_REQUEST', 'The body is not UTF-8.');
    const text = bytes.toString();
    return parse(request, text, (error, body: unknown) => {
      if (error) return done(isJson(text) ? forThePrototype() : error);
      return done(refusalOfTwice(text, 'The body'), body);
    });
  });
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What the parser refuses of good JSON: to careless code it is what all objects have. */
function forThePrototype(): HttpRefusal {
  const message = 'No body has a key __proto__, nor constructor with prototype in it.';
  return new HttpRefusal(400, 'BAD_REQUEST', message);
}

function refuseOtherForms({ headers }: FastifyRequest): void {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = headers;
  const charsets = type.split(';').filter(parameter => /^\s*charset/i.test(parameter));
  if (encoding === 'identity' && charsets.every(charset => UTF8.test(charset))) return;
  throw new HttpRefusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the body as JSON in UTF-8, and not compressed.');
}
