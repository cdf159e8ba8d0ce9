import type { EntityManager } from '@mikro-orm/core';
import { ApiKey } from '../../../src/access/keys/api-key.js';
import type { KeyGrant, Role } from '../../../src/shared/roles.js';
import { SYSTEM } from '../../../src/shared/viewer.js';
import { flushAs } from '../../../src/activity/activity-writer.js';
import type { Database } from '../../../src/database/database.js';
import type { CallDescription } from '../../../src/funding-calls/description/call-description.js';
import { FundingCall } from '../../../src/funding-calls/funding-call.js';
import { type Partner as PartnerNoun, Partner } from '../../../src/partners/partner.js';
import type { PartnerDescription } from '../../../src/partners/partner-description.js';
import { now } from '../../../src/shared/time/clock.js';
import { daysAfter, swedishDay } from '../../../src/shared/time/local-time.js';
import { LocalizedText } from '../../../src/shared/text/localized-text.js';
import { type MadeIdea, makeIdea, type WantedIdea } from './make-idea.js';

/** Builds the worlds of tests through the domain, so that each stands as if people had made it. */
export class Make {
  private made = 0;

  constructor(private readonly database: Database) {}

  /** An idea in the stage wanted, ready for the gate ahead but for the requirement excepted. */
  idea(wanted: WantedIdea = {}): Promise<MadeIdea> {
    return makeIdea(this, wanted);
  }

  /** A Swedish business, unless told otherwise. */
  partner(wanted: Partial<PartnerDescription> = {}): Promise<PartnerNoun> {
    return this.change(async em => {
      const partner = Partner.register({ name: `Provpartner ${this.next()}`, sector: 'BUSINESS_SME', ...wanted });
      em.persist(partner);
      return partner;
    });
  }

  /** A published call that is open for sixty days more and asks nothing of its applicants, unless told otherwise. */
  call(wanted: Partial<CallDescription> & { publishedAt?: Date | null } = {}): Promise<FundingCall> {
    return this.change(async em => {
      const { publishedAt = inDays(-40), ...description } = wanted;
      const call = FundingCall.create({
        identifier: `PROV-${this.next()}`,
        description: { ...OPEN_CALL(), ...description },
        focusAreas: [],
        publishedAt,
      });
      em.persist(call);
      return call;
    });
  }

  /** The secret of a new key. */
  key(role: Role, partner?: { id: string } | null, grants: KeyGrant[] = []): Promise<string> {
    return this.change(async em => {
      const holder = partner ? await em.findOneOrFail(Partner, { id: partner.id }) : null;
      const { apiKey, secret } = ApiKey.issue({ name: `Provnyckel ${this.next()}`, role, partner: holder, grants });
      em.persist(apiKey);
      return secret;
    });
  }

  /** One transaction with its activity, as the doors make it. */
  change<T>(deed: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.database.orm.em.fork().transactional(async em => {
      const made = await deed(em);
      await flushAs(em, SYSTEM);
      return made;
    });
  }

  private next(): number {
    this.made += 1;
    return this.made;
  }
}

/** Noon or so of the Swedish day so many days from today's: agendas and calendars count those, whatever hour it is. */
export function swedishNoon(days: number): Date {
  return new Date(`${daysAfter(swedishDay(now()), days)}T10:00:00Z`);
}

/** The moment so many days ahead; behind when negative. */
export function inDays(days: number): Date {
  return new Date(now().getTime() + days * 86_400_000);
}

const OPEN_CALL = (): CallDescription => ({
  title: LocalizedText.of({ sv: 'Klimatklivet på prov', en: 'A leap for the climate, on trial' }),
  programme: 'Provprogrammet',
  funder: 'Provfinansiären',
  deadlineModel: 'SINGLE_STAGE',
  opensAt: inDays(-30),
  deadlines: [{ at: inDays(60) }],
  requiredSectors: [],
  environmentalObjectives: [],
});
