import { Membership } from '../../consortia/membership.js';
import { Idea } from '../../ideas/idea.js';
import { LocalizedText } from '../../shared/localized-text.js';
import { Money } from '../../shared/money.js';
import type { DemoClock } from './demo-clock.js';
import type { DemoIdea, DemoMember } from './shapes.js';
import type { DemoEvent, World } from './world.js';

/** The life of an invented idea, as its script tells it. */
export function ideaEvents(script: DemoIdea, world: World, clock: DemoClock): DemoEvent[] {
  const by = world.actor(script.owner);
  let idea: Idea;
  const known = () => idea;
  return [
    { moment: clock.daysAgo(script.createdDaysAgo), by, happens: () => void (idea = create(script, world)) },
    ...script.members.flatMap(member => memberEvents(member, known, world, clock).map(event => ({ ...event, by }))),
  ];
}

function create(script: DemoIdea, world: World): Idea {
  const { title, summary, challenge, visibility, owner, environmentalObjectives, missions, technologyReadinessLevel } = script;
  const idea = Idea.create({
    ...world.programme.takeCode(),
    owner: world.partner(owner),
    focusAreas: world.focusAreas(script.focusAreas),
    by: world.actor(owner),
    description: {
      visibility,
      technologyReadinessLevel: technologyReadinessLevel ?? null,
      title: LocalizedText.of(title),
      summary: LocalizedText.of(summary),
      challenge: challenge ? LocalizedText.of(challenge) : null,
      environmentalObjectives: [...environmentalObjectives],
      missions: [...missions],
    },
  });
  world.em.persist(idea);
  return idea;
}

type Happening = Omit<DemoEvent, 'by'>;

/** Joining, the signature of the letter of intent with the commitment, and leaving. */
function memberEvents(member: DemoMember, idea: () => Idea, world: World, clock: DemoClock): Happening[] {
  const { partner, role, joinedDaysAgo, signedDaysAgo, letterOfIntent = 'NONE', ended } = member;
  const commitment = member.commitment ? Money.of(member.commitment) : null;
  const signed = signedDaysAgo !== undefined;
  let membership: Membership;
  const join = () => {
    const joined = { role, letterOfIntent: signed ? 'REQUESTED' : letterOfIntent, commitment: signed ? null : commitment } as const;
    membership = Membership.join(idea(), world.partner(partner), joined);
    world.em.persist(membership);
  };
  const sign = () => membership.update({ letterOfIntent: 'SIGNED', ...(commitment && { commitment }) });
  return [
    { moment: clock.daysAgo(joinedDaysAgo), happens: join },
    ...(signed ? [{ moment: clock.daysAgo(signedDaysAgo), happens: sign }] : []),
    ...(ended ? [{ moment: clock.daysAgo(ended.daysAgo), happens: () => membership.end(ended.reason) }] : []),
  ];
}
