import { ObjectType } from 'type-graphql';
import { describedEnum } from '../../shared/described-enum.js';

export const PipelineGrouping = describedEnum(
  'PipelineGrouping',
  'What the ideas of a pipeline are grouped by. An idea that has several is in several groups, one that has none in none.',
  {
    FOCUS_AREA: 'Focus area; an area holds the ideas of its parts too. The key is its code; in the order of codes.',
    OWNER: "Owner. The key is the partner's id; the largest group first.",
    PARTNER: "Owner or current member. The key is the partner's id; the largest group first.",
    SECTOR: 'Sector of a current member. The key is the word of the enum, in its order.',
    ENVIRONMENTAL_OBJECTIVE: 'Environmental objective. The key is the word of the enum, in its order.',
    MISSION: 'EU Mission. The key is the word of the enum, in its order.',
    FUNDER:
      'Funder of a call that there is an application to, in whatever status. The key is its name; the largest group first. Money is that of applications to it.',
    CALL_PROGRAMME:
      'Programme of a call that there is an application to, in whatever status. The key is its name; the largest group first. Money is that of applications to it.',
    HEALTH:
      'What its newest status update says, of ideas that the viewer is inside. The key is the word of the enum, in its order.',
    PROGRAMME: 'Programme of the idea. The key is its code; the largest group first.',
    YEAR_CREATED: 'Year (UTC) in which it was created. The key is the year; in order of time.',
  },
);
export type PipelineGrouping = keyof typeof PipelineGrouping;

@ObjectType('PipelineGroup', { description: 'The ideas of a pipeline that have something in common.' })
export class PipelineGroup {}
