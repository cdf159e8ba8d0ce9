// A partner's ideas and what blocks each, then what happens to ideas, live: node ideas.ts techtank
import { setTimeout } from 'node:timers/promises';
import { ask, listen } from './client.ts';
import { ChangesDocument, NewestSequenceDocument, PartnerIdeasDocument } from './generated/graphql.ts';

const slug = process.argv[2] ?? 'techtank';

const pageAfter = (after: string | null) => ask(PartnerIdeasDocument, { slug, after });

async function* allIdeas() {
  let after: string | null = null;
  do {
    const { partner } = await pageAfter(after);
    if (!partner) throw new Error(`There is no partner ${slug}.`);
    const { nodes, pageInfo } = partner.ideas;
    yield* nodes;
    after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  } while (after);
}

async function printIdeas(): Promise<void> {
  for await (const { code, title, stage, nextDeadline, readiness } of allIdeas()) {
    console.log(`${code} ${title} (${stage}${nextDeadline ? `, due ${nextDeadline.slice(0, 10)}` : ''})`);
    for (const { met, message } of readiness?.requirements ?? []) if (!met) console.log(`  - ${message}`);
  }
}

/** Without a gap and without doubles, however often the connection is lost. */
async function follow(since: number): Promise<never> {
  for (;;) {
    try {
      for await (const { activity } of listen(ChangesDocument, { since })) {
        const { sequence, kind, actor, idea } = activity;
        console.log(`${sequence} ${kind} ${idea ? `${idea.code} ${idea.title} ` : ''}by ${actor.name}`);
        since = sequence;
      }
    } catch (error) {
      console.error(error);
    }
    await setTimeout(2_000);
  }
}

// The number comes first, so that no change falls between the list and what follows.
const { activity } = await ask(NewestSequenceDocument, {});
await printIdeas();
await follow(activity.nodes[0]?.sequence ?? 0);
