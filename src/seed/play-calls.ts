import { FundingCall } from '../funding-calls/funding-call.js';
import { now } from '../shared/time/clock.js';
import { LocalizedText } from '../shared/text/localized-text.js';
import { Money } from '../shared/money.js';
import { momentIn } from './relative-time.js';
import type { DemoCall } from './shapes.js';
import type { StepHandlers } from './world.js';

/** What happens to the demo's calls. */
export const CALL_HANDLERS: Pick<StepHandlers, 'CREATE_CALL' | 'PUBLISH_CALL' | 'CANCEL_CALL'> = {
  CREATE_CALL: ({ call }, world) => {
    const created = FundingCall.create({
      identifier: call.identifier,
      focusAreas: world.focusAreas(call.focusAreas),
      publishedAt: call.publishedDaysAgo === call.createdDaysAgo ? now() : null,
      description: descriptionOf(call, world.today),
    });
    world.calls.set(call.identifier, created);
    world.em.persist(created);
  },
  PUBLISH_CALL: ({ call }, world) => world.call(call.identifier).publish(),
  CANCEL_CALL: ({ call }, world) => world.call(call.identifier).cancel(call.cancelled!.reason),
};

function descriptionOf({ identifier, title, summary, ...call }: DemoCall, today: Date) {
  const { programme, funder, deadlineModel, fundingRate, minPartners, minCountries, trlMin, trlMax } = call;
  return {
    ...{ programme, funder, deadlineModel, fundingRate, minPartners, minCountries, trlMin, trlMax },
    title: LocalizedText.of(title),
    summary: LocalizedText.of(summary),
    url: `https://example.org/calls/${identifier.toLowerCase()}`,
    opensAt: momentIn(today, call.opensInDays, '0:00'),
    deadlines: call.deadlines.map(({ inDays, at, label }) => ({
      at: momentIn(today, inDays, at),
      label: label ?? null,
    })),
    budget: call.budget ? Money.of(call.budget) : null,
    grantMin: call.grantMin ? Money.of(call.grantMin) : null,
    grantMax: call.grantMax ? Money.of(call.grantMax) : null,
    requiredSectors: [...(call.requiredSectors ?? [])],
    environmentalObjectives: [...call.environmentalObjectives],
  };
}
