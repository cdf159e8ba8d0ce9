import { errors, type JWTPayload, jwtVerify } from 'jose';
import type { Database } from '../../database/database.js';
import { now } from '../../shared/time/clock.js';
import type { Caller } from '../caller.js';
import { ANONYMOUS } from '../../shared/viewer.js';
import { claim, isText, rightOf, valuesOf } from './claims.js';
import type { OidcSettings } from './oidc-settings.js';
import { Provider } from './provider.js';
import { SignInRefusal } from './sign-in-refusal.js';
import { whatIsWrong } from './what-is-wrong.js';

/** A duplicate's slug and number stand for the partner that it has been merged into, unless that number is another's now. */
const FIND_PARTNER = `select coalesce(into_one.id, named.id) as id, coalesce(into_one.name, named.name) as name
  from partner named left join partner into_one on into_one.id = named.merged_into_id
  where named.slug = $1 or named.organisation_number = $1 order by named.slug = $1 desc, named.merged_into_id is not null limit 1`;

interface PartnerRow {
  readonly id: string;
  readonly name: string;
}

/** Lets people in by the access tokens of an OpenID Connect provider. */
export class Tokens {
  private readonly provider: Provider;

  constructor(
    private readonly settings: OidcSettings,
    private readonly database: Pick<Database, 'query'>,
  ) {
    this.provider = new Provider(settings);
  }

  /** Who the token stands for. Refuses one that is not good, or that gives no role here. */
  async callerOf(token: string): Promise<Omit<Caller, 'revision'>> {
    const payload = await this.verified(token);
    const { settings } = this;
    const right = rightOf(valuesOf(claim(payload, settings.roleClaim)), settings.roles);
    if (!right)
      throw new SignInRefusal(
        'NO_ROLE',
        `The token is good, but its claim "${settings.roleClaim}" gives no role here.`,
      );
    const partner = await this.partnerIn(payload);
    if (right.role === 'PARTNER' && !partner)
      throw new SignInRefusal(
        'NO_ROLE',
        `The token is good, but its claim "${settings.partnerClaim}" names no partner that is known here.`,
      );
    const viewer = {
      ...ANONYMOUS,
      ...right,
      name: this.nameIn(payload, partner),
      partnerId: partner?.id ?? null,
      subject: `${settings.issuer}#${payload.sub}`,
    };
    return { viewer, id: viewer.subject, toolsMayWrite: false, until: this.endOf(payload) };
  }

  private async verified(token: string): Promise<JWTPayload> {
    const { issuer, audience, algorithms, clockSkewSeconds } = this.settings;
    try {
      const { payload } = await jwtVerify(token, await this.provider.keys(), {
        issuer,
        audience: [...audience],
        algorithms: [...algorithms],
        clockTolerance: clockSkewSeconds,
        currentDate: now(),
        requiredClaims: ['sub', 'exp'],
      });
      if (!isText(payload.sub) || payload.sub.length > LONGEST_NAME)
        throw new errors.JWTClaimValidationFailed('', payload, 'sub');
      return payload;
    } catch (error) {
      throw whatIsWrong(error as errors.JOSEError);
    }
  }

  private async partnerIn(payload: JWTPayload): Promise<PartnerRow | null> {
    const { partnerClaim, partners } = this.settings;
    const [value] = valuesOf(claim(payload, partnerClaim));
    if (value === undefined) return null;
    // Where values are listed the others stand for nobody: else whoever can name a claim could name a partner.
    const named = partners.size > 0 ? partners.get(value) : value;
    if (named === undefined) return null;
    const [partner] = await this.database.query<PartnerRow>(FIND_PARTNER, [named]);
    return partner ?? null;
  }

  /** By default the organisation, and the subject, by which the provider knows the person and nobody else does. */
  private nameIn(payload: JWTPayload, partner: PartnerRow | null): string {
    const { nameClaim, issuer } = this.settings;
    const chosen = nameClaim ? claim(payload, nameClaim) : undefined;
    const name = isText(chosen) && chosen ? chosen : (partner?.name ?? new URL(issuer).host);
    return `${name.slice(0, LONGEST_NAME).toWellFormed()} (${payload.sub!})`;
  }

  private endOf({ exp }: JWTPayload): Date {
    return new Date((exp! + this.settings.clockSkewSeconds) * 1_000);
  }
}

/** OpenID Connect allows 255 characters of a subject. */
const LONGEST_NAME = 255;
