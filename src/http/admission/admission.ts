import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { Phases } from '../step.js';

/** Lets a request in, or refuses it. */
export type Admission = (request: FastifyRequest, reply: FastifyReply) => Promise<void> | void;

declare module 'fastify' {
  interface FastifyContextConfig {
    admission?: Admission;
  }
}

/** For probes: whoever watches the service is never turned away. */
export const everybody: Admission = () => undefined;

/**
 * Lets requests in as their route states it, and `elsewhere` at addresses without a route. A route that doesn't state it
 * keeps the service from starting: forgotten, it would be outside all limits.
 */
export function admissionOfRoutes(elsewhere: Admission): Phases {
  return {
    setUp: requireAdmission,
    async preHandler(request, reply) {
      const { admission = elsewhere } = request.routeOptions.config;
      await admission(request, reply);
    },
  };
}

function requireAdmission(server: FastifyInstance): void {
  const routes: RouteOptions[] = [];
  server.addHook('onRoute', route => void routes.push(route));
  server.addHook('onReady', async () => {
    const silent = routes.filter(({ config }) => !config?.admission).map(({ method, url }) => `${method} ${url}`);
    if (silent.length > 0) throw new Error(`Routes that don't state their admission: ${silent.join(', ')}`);
  });
}

/** States the admission of every route that is made on the server from here on, such as those of a plugin. */
export function admitAll(server: FastifyInstance, admission: Admission): void {
  server.addHook('onRoute', route => void (route.config = { ...route.config, admission }));
}
