import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { DataloaderType, MikroORM } from '@mikro-orm/postgresql';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { buildSchema } from 'type-graphql';
import { FundingCall } from './funding-call.js';
import { Application, Idea, Membership, StageTransition } from './idea.js';
import { Activity, Viewer } from './log.js';
import {
  ApplicationResolver,
  FundingCallResolver,
  IdeaResolver,
  MembershipResolver,
  PartnerResolver,
} from './reading.resolver.js';
import { FocusArea, Partner, Programme } from './reference.js';
import type { Context } from './shapes.js';
import { WritingResolver } from './writing.resolver.js';

/*
 * The service's packages as their manuals put them together: https://typegraphql.com/docs/getting-started.html,
 * https://mikro-orm.io/docs/dataloaders, https://typegraphql.com/docs/authorization.html. One class is table and type,
 * resolvers find entities, what hangs on them loads by the mapper's dataloader, changes are flushed.
 */
const orm = await MikroORM.init({
  clientUrl: process.env.DATABASE_URL!,
  entities: [
    Idea,
    Membership,
    Application,
    StageTransition,
    FundingCall,
    FocusArea,
    Partner,
    Programme,
    Activity,
    Viewer,
  ],
  metadataProvider: ReflectMetadataProvider,
  dataloader: DataloaderType.ALL,
  pool: { min: 0, max: Number(process.env.POOL_SIZE) },
});

const schema = await buildSchema({
  resolvers: [
    IdeaResolver,
    MembershipResolver,
    ApplicationResolver,
    PartnerResolver,
    FundingCallResolver,
    WritingResolver,
  ],
  authChecker: ({ context: { viewer } }: { context: Context }, roles) =>
    viewer !== null && (roles.length === 0 || roles.includes(viewer.role)),
  validate: false,
});

/** Each request has a unit of work of its own, and asks as the key that it shows. */
async function contextOf(authorization: string | undefined): Promise<Context> {
  const em = orm.em.fork();
  const secret = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  const hash = secret && createHash('sha256').update(secret).digest('hex');
  const expiry = { $or: [{ expiresAt: null }, { expiresAt: { $gt: new Date() } }] };
  const viewer = hash ? await em.findOne(Viewer, { hash, revokedAt: null, ...expiry }) : null;
  if (secret && !viewer) throw new Error('The API key is unknown, expired or revoked.');
  em.setFilterParams('visible', { viewer });
  return { em, viewer };
}

const { url } = await startStandaloneServer(new ApolloServer<Context>({ schema }), {
  listen: { port: 0, host: '127.0.0.1' },
  context: ({ req }) => contextOf(req.headers.authorization),
});
console.log(`ready ${url}graphql`);
