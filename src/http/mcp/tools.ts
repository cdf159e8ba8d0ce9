import type { ProgrammeAction } from '../../access/policy.js';

/** What an agent can do, and by which document of `schema/operations`. */
export interface ToolEntry {
  readonly name: string;
  readonly title: string;
  /** When to choose it, and what to know before; what it takes and gives the schema says. */
  readonly description: string;
  /** The file of the document. */
  readonly file: string;
  readonly operation: string;
  /** Null for a tool that reads. */
  readonly writes: Writing | null;
}

/** What a tool that writes asks of the key, and what it may do. */
export interface Writing {
  /** Who may do such things at all; the door of the operation says of which rows. */
  readonly action: ProgrammeAction;
  /** Whether it puts something in the place of what was there. */
  readonly replaces: boolean;
  /** Whether it leaves the same behind when it is done again. */
  readonly repeatable: boolean;
}

const ADDS = { replaces: false, repeatable: false };
const REPLACES = { replaces: true, repeatable: true };

/** All tools, in the order in which they are listed. */
export const TOOLS: readonly ToolEntry[] = [
  {
    name: 'find_ideas',
    title: 'Find ideas',
    description:
      'Finds project ideas by words, stage, state, focus area, partner, unmet requirement or coming deadline. Gives codes such as KS3-17, by which the other tools take an idea.',
    file: 'tools/find-ideas.graphql',
    operation: 'FindIdeas',
    writes: null,
  },
  {
    name: 'idea_status',
    title: 'Status of an idea',
    description:
      'Where an idea stands: stage, days in it, consortium and letters of intent, applications and deadlines, the newest status updates, and what the key may do with it (viewerCan). null: there is no such idea, or it is not shown to this key.',
    file: 'tools/idea-status.graphql',
    operation: 'IdeaStatus',
    writes: null,
  },
  {
    name: 'what_blocks_idea',
    title: 'What blocks an idea',
    description:
      'Every requirement of the gate ahead of an idea, met or not, with what there is and what is asked for. What is withheld from this key is named as withheld.',
    file: 'tools/what-blocks-idea.graphql',
    operation: 'WhatBlocksIdea',
    writes: null,
  },
  {
    name: 'agenda',
    title: 'Agenda',
    description:
      'What waits for whoever the key acts for, the most urgent first: deadlines, missing letters, requests to answer, milestones, new calls that fit. Empty without a key.',
    file: 'agenda.graphql',
    operation: 'Agenda',
    writes: null,
  },
  {
    name: 'partner_ideas',
    title: 'Ideas of a partner',
    description:
      'The active ideas of a partner by its slug (techtank), the next deadline first: stage, what is missing, applications, and the three calls that suit each best.',
    file: 'partner-idea-status.graphql',
    operation: 'PartnerIdeaStatus',
    writes: null,
  },
  {
    name: 'calls_for_idea',
    title: 'Calls that fit an idea',
    description:
      'Open and forthcoming funding calls that suit an idea, each with reasons that hold or fail. Not eligible (a rule of the call fails) is another thing than a low score.',
    file: 'tools/calls-for-idea.graphql',
    operation: 'CallsForIdea',
    writes: null,
  },
  {
    name: 'find_calls',
    title: 'Find funding calls',
    description: 'Finds funding calls by words, status, programme, funder, focus area or deadline, with their rules.',
    file: 'tools/find-calls.graphql',
    operation: 'FindCalls',
    writes: null,
  },
  {
    name: 'pipeline',
    title: 'The pipeline',
    description:
      'The whole programme: ideas by stage and focus area, conversion between stages, money applied for and granted, deadlines within 90 days, history month by month, and how far it is to the promised projects.',
    file: 'dashboard-pipeline.graphql',
    operation: 'DashboardPipeline',
    writes: null,
  },
  {
    name: 'results',
    title: 'Results',
    description:
      'What the ideas have brought about: outcomes promised and delivered, indicators, milestones, and how applications went.',
    file: 'tools/results.graphql',
    operation: 'Results',
    writes: null,
  },
  {
    name: 'create_idea',
    title: 'Create an idea',
    description:
      'Creates an idea in its first stage, CONCEPT, owned by the partner of the key. Look with find_ideas first whether it is there already.',
    file: 'idea-path.graphql',
    operation: 'CreateIdea',
    writes: { action: 'CREATE_IDEA', ...ADDS },
  },
  {
    name: 'update_idea',
    title: 'Update an idea',
    description:
      'Changes what an idea says of itself; fields left out stay. Send the version from idea_status as expectedVersion, so that nobody else’s change is overwritten.',
    file: 'tools/update-idea.graphql',
    operation: 'UpdateIdea',
    writes: { action: 'CREATE_IDEA', ...REPLACES },
  },
  {
    name: 'note_letter',
    title: 'Note a letter of intent',
    description:
      'Notes how far a member’s letter of intent has come. It takes the id of the membership, which idea_status gives. Only note as SIGNED what a person says is signed.',
    file: 'tools/note-letter.graphql',
    operation: 'NoteLetter',
    writes: { action: 'CREATE_IDEA', ...REPLACES },
  },
  {
    name: 'post_status_update',
    title: 'Post a status update',
    description: 'Says how an idea goes and what is next. It stays for good in the history of the idea.',
    file: 'tools/post-status-update.graphql',
    operation: 'PostStatusUpdate',
    writes: { action: 'CREATE_IDEA', ...ADDS },
  },
  {
    name: 'add_call',
    title: 'Add a funding call',
    description:
      'For Region Blekinge: adds a funding call and tells which ideas it could carry. It is published at once unless publish is false.',
    file: 'region-add-call.graphql',
    operation: 'RegionAddCall',
    writes: { action: 'MANAGE_CALLS', ...ADDS },
  },
];
