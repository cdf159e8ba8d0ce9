/** Whether the activity log tells of every change to an entity; what is shown of others may be newer than the log. */
export const TOLD_WHOLE: ReadonlyMap<string, boolean> = new Map(
  Object.entries({
    Programme: true,
    Partner: true,
    FocusArea: true,
    Idea: true,
    StageTransition: true,
    Membership: true,
    FundingCall: true,
    Application: true,
    Project: true,
    Milestone: true,
    Outcome: true,
    Indicator: true,
    Measurement: true,
    Activity: true,
    // When it was last used.
    ApiKey: false,
    // Where it stands in the log, and what became of what was sent.
    Webhook: false,
    WebhookDelivery: false,
  }),
);

export function isToldWhole(entity: string): boolean {
  return TOLD_WHOLE.get(entity) ?? false;
}
