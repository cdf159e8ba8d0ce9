import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context/context.js';
import { connection } from '../../reading/connections/connection.js';
import { connectionTypes } from '../../reading/connections/connection-types.js';
import { Application } from '../application.js';
import { ApplicationPageArgs } from './application-args.js';
import { APPLICATION_LIST } from './application-list.js';

const { Connection: ApplicationConnection } = connectionTypes('Application', () => Application);

@Resolver()
export class ApplicationsResolver {
  @Query(() => ApplicationConnection, {
    description: 'The applications whose idea and funding call the viewer may see.',
  })
  applications(@Args() _page: ApplicationPageArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return context.read(info, connection(APPLICATION_LIST));
  }
}
