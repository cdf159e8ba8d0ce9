import { areasOf, nodes, type Operation } from '../operation.js';
import type { Session } from '../world.js';

/** How many different requests an operation is asked with. */
const SIZE = 500;

export const IDEA_STATUS: Operation = {
  name: 'idea status',
  folder: 'idea-status',
  role: 'INTEGRATOR',
  asPartner: true,
  async deck(session) {
    const codes = await drawn(session, "select code from idea where stage <> 'CONCEPT' order by md5(code) limit $1");
    return {
      size: codes.length,
      deal: place => {
        const { code } = codes[place % codes.length]!;
        return { service: { code }, postgraphile: { code }, limit: { statement: 'idea-status/limit', values: [code] } };
      },
    };
  },
  fromPostgraphile: ({ idea }) => ({ idea: idea && card(idea) }),
};

/** A card as the service shapes it. */
function card({ memberships, focusAreas, applications, ...idea }: any) {
  return {
    ...idea,
    focusAreas: areasOf(focusAreas),
    consortium: { memberships: nodes(memberships) },
    applications: nodes(applications),
  };
}

const STAGES = [['CONSORTIUM'], ['FUNDING_APPLICATION'], ['CONSORTIUM', 'FUNDING_APPLICATION'], ['PROJECT']];

/** A board of some stages, or of some stages in one focus area. */
function board(stages: readonly string[], area: string | null) {
  const parts = { area: { or: [{ code: { equalTo: area } }, { code: { startsWith: `${area}.` } }] } };
  const inArea = { ideaFocusAreasByIdeaId: { some: { focusAreaByFocusAreaId: parts.area } } };
  return {
    service: { stages, focusAreas: area ? [area] : null },
    postgraphile: { filter: { stage: { in: stages }, ...(area && inArea) } },
    limit: area
      ? { statement: 'board/limit-in-area', values: [stages, area] }
      : { statement: 'board/limit', values: [stages] },
  };
}

function boardFrom({ ideas }: any) {
  return {
    ideas: {
      ...ideas,
      nodes: nodes(ideas).map((idea: any) => {
        const { applications, ...rest } = card(idea);
        return { ...rest, applications: applications.map(requested) };
      }),
    },
  };
}

function requested({ requestedAmount, requestedCurrency, ...application }: any) {
  return { ...application, requested: money(requestedAmount, requestedCurrency) };
}

const money = (amount: string | null, currency: string) => (amount === null ? null : { amount, currency });

export const BOARD: Operation = {
  name: 'board of 50',
  folder: 'board',
  document: 'schema/operations/dashboard-board.graphql',
  role: 'INTEGRATOR',
  async deck(session) {
    const areas = [
      null,
      ...(await drawn(session, 'select code from focus_area order by code limit $1')).map(({ code }) => code as string),
    ];
    const boards = STAGES.flatMap(stages => areas.map(area => board(stages, area)));
    return { size: boards.length, deal: place => boards[(place * 7) % boards.length]! };
  },
  fromPostgraphile: boardFrom,
};

export const REPEATED: Operation = {
  ...BOARD,
  name: 'repeated dashboard',
  kept: true,
  async deck() {
    const same = board(['CONSORTIUM', 'FUNDING_APPLICATION'], null);
    return { size: 1, deal: () => same };
  },
};

export const PARTNER_IDEAS: Operation = {
  name: "a partner's ideas",
  folder: 'partner-ideas',
  role: 'INTEGRATOR',
  asPartner: true,
  async deck(session) {
    const partners = await drawn(session, 'select id, slug from partner order by md5(id) limit $1');
    return {
      size: partners.length,
      deal: place => {
        const { id, slug } = partners[place % partners.length]!;
        return {
          service: { slug },
          postgraphile: { slug, id },
          limit: { statement: 'partner-ideas/limit', values: [slug] },
        };
      },
    };
  },
  fromPostgraphile: ({ partner, ideas }) => ({
    partner: {
      ...partner,
      ideas: {
        ...ideas,
        nodes: nodes(ideas).map(({ focusAreas, applications, ...idea }: any) => ({
          ...idea,
          focusAreas: areasOf(focusAreas),
          applications: nodes(applications),
        })),
      },
    },
  }),
};

export const OPEN_CALLS: Operation = {
  name: 'open calls',
  folder: 'open-calls',
  role: 'INTEGRATOR',
  asPartner: true,
  async deck(session) {
    const names = (await drawn(session, 'select distinct programme from funding_call order by programme limit $1')).map(
      ({ programme }) => programme as string,
    );
    // Every choice of programmes but none at all.
    const choices = Array.from({ length: 2 ** names.length - 1 }, (_, bits) =>
      names.filter((_name, bit) => (bits + 1) & (1 << bit)),
    );
    return {
      size: choices.length,
      deal: place => {
        const programmes = choices[(place * 11) % choices.length]!;
        return {
          service: { programmes },
          postgraphile: { filter: openNow(programmes) },
          limit: { statement: 'open-calls/limit', values: [programmes] },
        };
      },
    };
  },
  fromPostgraphile: ({ fundingCalls }) => ({
    fundingCalls: {
      ...fundingCalls,
      nodes: nodes(fundingCalls).map(({ budgetAmount, budgetCurrency, focusAreas, ...call }: any) => ({
        ...call,
        budget: money(budgetAmount, budgetCurrency),
        focusAreas: areasOf(focusAreas),
      })),
    },
  }),
};

/** That a call is open, as a client of PostGraphile says it: with the time of the client. */
function openNow(programmes: readonly string[]) {
  const now = new Date().toISOString();
  return {
    programme: { in: programmes },
    cancelledAt: { isNull: true },
    publishedAt: { isNull: false },
    and: [
      { or: [{ opensAt: { isNull: true } }, { opensAt: { lessThanOrEqualTo: now } }] },
      {
        or: [
          { deadlineModel: { equalTo: 'CONTINUOUS' } },
          { closesAt: { isNull: true } },
          { closesAt: { greaterThanOrEqualTo: now } },
        ],
      },
    ],
  };
}

async function drawn(session: Session, statement: string): Promise<Record<string, any>[]> {
  return (await session.query(statement, [SIZE])).rows;
}
