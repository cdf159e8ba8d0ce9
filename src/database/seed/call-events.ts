import { FundingCall } from '../../funding-calls/funding-call.js';
import { LocalizedText } from '../../shared/localized-text.js';
import { Money } from '../../shared/money.js';
import type { DemoClock } from './demo-clock.js';
import type { DemoCall } from './shapes.js';
import type { DemoEvent, World } from './world.js';

/** The life of an invented call: created, published, perhaps called off. */
export function callEvents(call: DemoCall, world: World, clock: DemoClock): DemoEvent[] {
  const { identifier, createdDaysAgo, publishedDaysAgo, cancelled } = call;
  const by = world.region;
  const known = () => world.call(identifier);
  const events = [{ moment: clock.daysAgo(createdDaysAgo), by, happens: () => create(call, world, clock) }];
  if (publishedDaysAgo !== null && publishedDaysAgo !== createdDaysAgo) {
    events.push({ moment: clock.daysAgo(publishedDaysAgo), by, happens: () => known().publish() });
  }
  if (cancelled) events.push({ moment: clock.daysAgo(cancelled.daysAgo), by, happens: () => known().cancel(cancelled.reason) });
  return events;
}

function create(demo: DemoCall, world: World, clock: DemoClock): void {
  const { identifier, programme, funder, deadlineModel, fundingRate, minPartners, minCountries, trlMin, trlMax } = demo;
  const [budget, grantMin, grantMax] = [demo.budget, demo.grantMin, demo.grantMax].map(money => (money ? Money.of(money) : null));
  const call = FundingCall.create({
    identifier,
    focusAreas: world.focusAreas(demo.focusAreas),
    publishedAt: demo.publishedDaysAgo === demo.createdDaysAgo ? clock.daysAgo(demo.createdDaysAgo) : null,
    description: {
      programme, funder, deadlineModel, fundingRate, minPartners, minCountries, trlMin, trlMax, budget, grantMin, grantMax,
      title: LocalizedText.of(demo.title),
      summary: LocalizedText.of(demo.summary),
      url: `https://example.org/utlysningar/${identifier.toLowerCase()}`,
      opensAt: clock.inDays(demo.opensInDays, '00:00'),
      deadlines: demo.deadlines.map(({ inDays, at, label }) => ({ at: clock.inDays(inDays, at), label: label ?? null })),
      requiredSectors: [...(demo.requiredSectors ?? [])],
      environmentalObjectives: [...demo.environmentalObjectives],
    },
  });
  world.calls.set(identifier, call);
  world.em.persist(call);
}
