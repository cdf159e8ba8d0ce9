import { Membership } from '../consortia/membership.js';
import { Idea } from '../ideas/idea.js';
import { LocalizedText } from '../shared/text/localized-text.js';
import { Money } from '../shared/money.js';
import type { DemoIdea, DemoMember } from './shapes.js';
import type { StepHandlers } from './world.js';

/** What happens to the demo's ideas and their consortia. */
export const IDEA_HANDLERS: Pick<StepHandlers, 'CREATE_IDEA' | 'JOIN' | 'SIGN' | 'LEAVE'> = {
  CREATE_IDEA: ({ idea, by }, world) => {
    const created = Idea.create({
      programme: world.programme,
      owner: world.partner(idea.owner),
      focusAreas: world.focusAreas(idea.focusAreas),
      by: world.actor(by),
      description: descriptionOf(idea),
    });
    world.remember(idea, created);
  },
  JOIN: ({ idea, member }, world) => {
    const joined = Membership.join(world.played(idea, Idea), world.partner(member.partner), joiningOf(member));
    world.remember(member, joined);
  },
  SIGN: ({ member }, world) => {
    const { commitment } = member;
    const signed = { letterOfIntent: 'SIGNED', ...(commitment && { commitment: Money.of(commitment) }) } as const;
    world.played(member, Membership).update(signed);
  },
  LEAVE: ({ member }, world) => world.played(member, Membership).end(member.ended!.reason),
};

function descriptionOf({ title, summary, challenge, visibility, ...idea }: DemoIdea) {
  return {
    visibility,
    title: LocalizedText.of(title),
    summary: LocalizedText.of(summary),
    challenge: challenge ? LocalizedText.of(challenge) : null,
    environmentalObjectives: [...idea.environmentalObjectives],
    missions: [...idea.missions],
    technologyReadinessLevel: idea.technologyReadinessLevel ?? null,
  };
}

/** Who signs later joins with a letter that is asked for, and promises money with the signature. */
function joiningOf({ role, signedDaysAgo, letterOfIntent = 'NONE', commitment }: DemoMember) {
  if (signedDaysAgo !== undefined) return { role, letterOfIntent: 'REQUESTED' } as const;
  return { role, letterOfIntent, commitment: commitment ? Money.of(commitment) : null };
}
