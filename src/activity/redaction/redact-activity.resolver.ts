import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { permitFor } from '../../access/policy.js';
import type { Context } from '../../context/context.js';
import { refuse, refuseAny } from '../../shared/refuse.js';
import { Activity } from '../activity.js';
import { tell } from '../pending.js';
import { ActivityPayload } from './activity-payload.js';
import { eraseCopies, goesByItself, oneAtATime } from './copies.js';
import { redactionFaults } from './redaction.js';
import { stillShown, withSameValues } from './same-values.js';

@InputType('RedactActivityInput', { description: 'Values of a row of the log that are to go for good.' })
export class RedactActivityInput {
  @Field(() => ID, { description: 'The TypeID of the row.' })
  id!: string;

  @Field(() => [String], {
    description:
      'Which values, by the names in its `redactable`: reason, actor, and for a field `summary.before` or `summary.after`.',
  })
  fields!: string[];

  @Field(() => String, {
    description:
      'The ground, such as article 17 of the GDPR or a decision on disposal (gallringsbeslut); at most 2,000 characters, and without what is to go.',
  })
  reason!: string;
}

@Resolver()
export class RedactActivityResolver {
  @Mutation(() => ActivityPayload, {
    description:
      'Takes values out of the log for good, and what else holds them: reasons in transitions and requests, status updates, other rows of the same idea with the same text. What a thing itself still says is changed there first. The rest of the log still proves. For administrators; it cannot be undone.',
  })
  redactActivity(
    @Arg('input', () => RedactActivityInput, { description: 'Which row, which values, and on what ground.' })
    input: RedactActivityInput,
    @Ctx() context: Context,
  ) {
    return context.change(ActivityPayload, async em => {
      permitFor(context.viewer, 'REDACT_ACTIVITY');
      await oneAtATime(em);
      const activity = await context.load(em, Activity, input);
      refuseAny(redactionFaults(activity, input));
      const all = await withSameValues(em, { activity, names: [...new Set(input.fields)] });
      const shown = (await stillShown(em, all)).filter(name => !goesByItself(activity, name));
      if (shown.length > 0) refuseShown(shown);
      await eraseCopies(em, all);
      // The database takes the values away with the row that says so.
      for (const { activity: row, names } of all) {
        const changes = names.map(field => ({ field, before: null, after: null }));
        tell(em, context.viewer, { kind: 'ACTIVITY_REDACTED', subjectId: row.id, changes, reason: input.reason });
      }
      return { activity };
    });
  }
}

function refuseShown(names: readonly string[]): never {
  const shown = [...new Set(names)].join(', ');
  return refuse('ILLEGAL_TRANSITION', {
    path: ['fields'],
    message: {
      sv: `Texten står kvar i det som raden berättar om (${shown}): ändra den där först, i alla språk som den har.`,
      en: `What the row tells of still says it (${shown}): change it there first, in each language that it has.`,
    },
  });
}
