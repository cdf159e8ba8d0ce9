import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { everybody } from './admission/admission.js';

/** Headers that programs in a browser may read beside the ordinary ones. */
const EXPOSED = [
  'X-Request-Id',
  'Activity-Sequence',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'Idempotency-Replayed',
];

/** The pages of which origins may call the service from a browser: onRequest answers their preflights. */
export function crossOrigins(origins: readonly string[]) {
  return async (server: FastifyInstance): Promise<void> => {
    // The plugin's own route only makes preflights known; its hook answers them.
    server.addHook('onRoute', route => {
      if (route.method === 'OPTIONS' && route.url === '*') route.config = { ...route.config, admission: everybody };
    });
    await server.register(cors, {
      origin: origins.includes('*') ? '*' : [...origins],
      methods: ['GET', 'POST'],
      exposedHeaders: EXPOSED,
      maxAge: 86_400,
    });
  };
}
