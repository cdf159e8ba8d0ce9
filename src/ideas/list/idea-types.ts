import { connectionTypes } from '../../reading/connections/connection-types.js';
import { Idea } from '../idea.js';

export const { Connection: IdeaConnection, Edge: IdeaEdge } = connectionTypes('Idea', () => Idea);
