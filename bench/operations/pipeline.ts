import type { Operation } from '../operation.js';

/** The whole programme at once. PostGraphile has no word for it, so only the service is measured, at growing sizes. */
export const PIPELINE: Operation = {
  name: 'pipeline',
  folder: 'pipeline',
  document: 'schema/operations/dashboard-pipeline.graphql',
  needs: 'Query.pipeline',
  role: 'INTEGRATOR',
  async deck(session) {
    const { rows } = await session.query('select code from focus_area order by code');
    const year = new Date().getUTCFullYear();
    const filters = [null, ...rows.map(({ code }) => ({ focusAreas: [code as string] }))];
    return {
      size: filters.length,
      deal: place => ({
        service: { filter: filters[place % filters.length], from: `${year - 2}-01-01`, to: `${year}-12-31` },
        postgraphile: {},
        limit: { statement: 'pipeline/limit', values: [] },
      }),
    };
  },
  fromPostgraphile: answer => answer,
};

/** The same, as dashboards that stand open all day ask for it. */
export const PIPELINE_AGAIN: Operation = { ...PIPELINE, name: 'pipeline, asked again', kept: true };
