import type { FastifyInstance, FastifyRequest } from 'fastify';
import { parse } from 'graphql';
import { urnOf } from '../../shared/ids.js';
import { atom, type AtomEntry } from '../../shared/text/atom.js';
import { inLocale } from '../../shared/text/localized-text.js';
import type { Untyped } from '../../shared/untyped.js';
import { TEXT } from '../openapi/described.js';
import type { Download, Downloads } from './downloads.js';
import { focusAreaCode } from './parameters.js';
import { tagged } from '../tagged.js';

const CALLS = parse(`query ($filter: FundingCallFilter) {
  found: fundingCalls(first: 50, filter: $filter, orderBy: { field: UPDATED_AT, direction: DESC }) {
    nodes { id identifier title summary funder updatedAt focusAreas { code } }
  }
}`);
const IDEAS = parse(`query ($filter: IdeaFilter) {
  found: ideas(first: 50, filter: $filter, orderBy: { field: UPDATED_AT, direction: DESC }) {
    nodes { id code title summary createdAt updatedAt owner { name } focusAreas { code } }
  }
}`);

const AUTHOR = 'Kickstart S3 Blekinge';
const PARAMETERS = { focusArea: focusAreaCode };

/** What a feed tells of: a name of its own for ever, where people read the same, and its entries. */
const FEEDS = [
  {
    name: 'calls',
    id: 'urn:uuid:0199c0de-ca11-7a70-8a70-00000000ca11',
    title: { sv: 'Utlysningar', en: 'Funding calls' },
    page: '/calls',
    document: CALLS,
    filter: { statuses: ['FORTHCOMING', 'OPEN'] },
    entry: ({ id, identifier, title, funder, ...call }: Untyped) => ({
      ...{ id, title: `${title} (${identifier})`, path: `/calls/${id}`, author: funder, published: null, ...call },
    }),
  },
  {
    name: 'ideas',
    id: 'urn:uuid:0199c0de-1dea-7a70-8a70-000000001dea',
    title: { sv: 'Idéer', en: 'Ideas' },
    page: '/',
    document: IDEAS,
    filter: {},
    entry: ({ id, code, title, owner, createdAt, ...idea }: Untyped) => ({
      ...{ id, title: `${code} ${title}`, path: `/ideas/${code}`, author: owner.name, published: createdAt, ...idea },
    }),
  },
] as const;

type Feed = (typeof FEEDS)[number];

/**
 * /feeds/calls.atom, /feeds/ideas.atom: the fifty that changed last, as far as the caller may see them, for readers of
 * feeds. `?focusArea=` narrows them; private ones carry a feed token as `?key=`.
 */
export async function serveAtomFeeds(
  server: FastifyInstance,
  downloads: Downloads,
  publicUrl: string | undefined,
): Promise<void> {
  await tagged(server, routes => {
    for (const feed of FEEDS) {
      const route = {
        url: `/feeds/${feed.name}.atom`,
        parameters: PARAMETERS,
        described: {
          id: `feed_${feed.name}`,
          tag: 'Feeds' as const,
          summary: `The fifty ${feed.name} that changed last (Atom).`,
          answers: { 'application/atom+xml': TEXT },
        },
      };
      downloads.serve(routes, route, async (download, request, reply) => {
        const text = await textOf(feed, download, publicUrl ?? originOf(request));
        return reply.type('application/atom+xml; charset=utf-8').send(text);
      });
    }
  });
}

async function textOf(feed: Feed, { query, context, parameters }: Download<typeof PARAMETERS>, origin: string) {
  const { focusArea } = parameters;
  const filter = { ...feed.filter, ...(focusArea && { focusAreas: [focusArea] }) };
  const { found } = await query(feed.document, { filter });
  const suffix = focusArea ? `?focusArea=${encodeURIComponent(focusArea)}` : '';
  return atom({
    // Another choice is another feed. The secret in its address is no part of either.
    id: feed.id + (focusArea ? `#${focusArea}` : ''),
    title: `Kickstart S3: ${inLocale(feed.title, context.locale)}${focusArea ? `, ${focusArea}` : ''}`,
    language: context.locale.toLowerCase(),
    self: `${origin}/feeds/${feed.name}.atom${suffix}`,
    page: `${origin}${feed.page}`,
    author: AUTHOR,
    entries: found.nodes.map((node: Untyped) => entryOf(feed.entry(node), origin)),
  });
}

function entryOf({ id, title, summary, path, author, published, updatedAt, focusAreas }: Untyped, origin: string) {
  const told: AtomEntry = {
    ...{ id: urnOf(id), title, summary, author, published, updated: updatedAt },
    link: origin + path,
    categories: focusAreas.map(({ code }: Untyped) => code),
  };
  return told;
}

/** Where the caller itself reached the service. */
const originOf = ({ protocol, host }: FastifyRequest) => `${protocol}://${host}`;
