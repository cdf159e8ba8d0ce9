import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context/context.js';
import { connection } from '../../reading/connections/connection.js';
import { connectionTypes } from '../../reading/connections/connection-types.js';
import { Milestone } from '../plan/milestone.js';
import { Project } from '../project.js';
import { MilestonePageArgs, ProjectPageArgs } from './project-args.js';
import { MILESTONE_LIST, PROJECT_LIST } from './project-list.js';

const { Connection: ProjectConnection } = connectionTypes('Project', () => Project);
const { Connection: MilestoneConnection } = connectionTypes('Milestone', () => Milestone);

@Resolver()
export class ProjectsResolver {
  @Query(() => ProjectConnection, {
    description:
      'The projects of ideas that the viewer may see, those planned and not yet begun too: by first day, the newest first.',
  })
  projects(@Args() _page: ProjectPageArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return context.read(info, connection(PROJECT_LIST));
  }

  @Query(() => MilestoneConnection, {
    description: 'The milestones of projects that the viewer may see, dropped ones too: by the day they are due.',
  })
  milestones(@Args() _page: MilestonePageArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return context.read(info, connection(MILESTONE_LIST));
  }
}
