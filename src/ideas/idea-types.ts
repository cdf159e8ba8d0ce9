import { connectionTypes } from '../reading/connection.js';
import { Idea } from './idea.js';

export const { Connection: IdeaConnection, Edge: IdeaEdge } = connectionTypes('Idea', () => Idea);
