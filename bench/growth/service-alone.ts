import type { Operation } from '../operation.js';
import type { Session } from '../world.js';

/** Asked of the service alone, since nobody else has words for it. */
function alone(
  name: string,
  at: Pick<Operation, 'folder' | 'document' | 'role'>,
  variables: (session: Session) => Promise<readonly object[]>,
): Operation {
  return {
    name,
    ...at,
    fromPostgraphile: answer => answer,
    async deck(session) {
      const all = await variables(session);
      const others = { postgraphile: {}, limit: { statement: '', values: [] } };
      return { size: all.length, deal: place => ({ service: all[place % all.length]!, ...others }) };
    },
  };
}

const INTEGRATOR = 'INTEGRATOR' as const;

/** As many of one column as are asked for, the same for the same world. */
async function drawn(session: Session, statement: string): Promise<string[]> {
  return (await session.query(statement)).rows.map(({ value }) => value as string);
}

export const ALONE: readonly Operation[] = [
  alone('search', { folder: 'search', role: INTEGRATOR }, async session => {
    const words = await drawn(
      session,
      `select distinct split_part(title_sv, ' ', 1) as value from idea order by value limit 40`,
    );
    return words.map(text => ({ text }));
  }),
  alone(
    'agenda of a partner',
    { folder: 'agenda', document: 'schema/operations/agenda.graphql', role: 'PARTNER' },
    async () => [{ first: 20 }, { first: 20, within: 'P30D' }],
  ),
  alone(
    'calls for an idea',
    { folder: 'calls-for-idea', document: 'schema/operations/tools/calls-for-idea.graphql', role: INTEGRATOR },
    async session => {
      const codes = await drawn(session, 'select code as value from idea order by md5(code) limit 100');
      return codes.map(code => ({ code }));
    },
  ),
  alone('ideas for a call', { folder: 'ideas-for-call', role: INTEGRATOR }, async session => {
    const open = 'select identifier as value from funding_call where closes_at > now() and published_at is not null';
    return (await drawn(session, `${open} order by closes_at, identifier limit 50`)).map(identifier => ({
      identifier,
    }));
  }),
  alone('fifty rows of the log', { folder: 'log', role: 'ADMIN' }, async session => {
    const { rows } = await session.query('select sequence from activity_head');
    return Array.from({ length: 50 }, (_, place) => ({ since: Math.floor((rows[0]!.sequence * place) / 60) }));
  }),
  alone('stages a year ago', { folder: 'past', role: INTEGRATOR }, async () =>
    Array.from({ length: 12 }, (_, months) => {
      const day = new Date();
      day.setUTCMonth(day.getUTCMonth() - months - 1, 1);
      return { asOf: day.toISOString() };
    }),
  ),
];
