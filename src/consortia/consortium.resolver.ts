import { FieldResolver, Resolver } from 'type-graphql';
import { confidentialMoney } from '../access/confidential.js';
import { insideIdea } from '../access/visibility.js';
import { policyOf } from '../ideas/gates/gate-facts-sql.js';
import { Idea } from '../ideas/idea.js';
import { Partner } from '../partners/partner.js';
import { Sector } from '../partners/sectors.js';
import type { GatePolicy } from '../programmes/gate-policy.js';
import { SqlResult, SqlField, NeedsSql } from '../reading/sql-fields.js';
import type { FieldSql, Scope } from '../reading/scope.js';
import { raw, sql, type Sql } from '../reading/sql.js';
import { Money } from '../shared/money.js';
import { Consortium } from './consortium.js';
import { Membership } from './membership.js';
import { missingSectors } from './missing-sectors.js';
import { LetterOfIntent } from './roles.js';

const current = (member: Sql, scope: Scope) =>
  sql`${member}.idea_id = ${scope.row.alias}.id and ${member}.left_at is null`;

/** An aggregate over the current members and their partners. */
function overMembers(aggregate: string): FieldSql {
  return scope =>
    sql`(select ${raw(aggregate)} from membership m join partner p on p.id = m.partner_id where ${current(raw('m'), scope)})`;
}

const SECTORS = overMembers(`coalesce(json_agg(distinct p.sector), '[]')`);

@Resolver(() => Idea)
export class IdeaConsortiumResolver {
  @SqlField(() => Consortium, { description: 'Who has gathered round the idea.' }, scope => scope.object())
  consortium!: Consortium;
}

@Resolver(() => Consortium)
export class ConsortiumResolver {
  @SqlField(
    () => Partner,
    {
      nullable: true,
      description: 'The partner that leads, or null while none is appointed.',
    },
    scope =>
      scope.one(
        'Partner',
        partner =>
          sql`${partner}.id = (select m.partner_id from membership m where ${current(raw('m'), scope)} and m.role = 'COORDINATOR')`,
      ),
  )
  coordinator!: Partner | null;

  @SqlField(
    () => [Membership],
    {
      description: 'The current members: the coordinator first, then in the order they joined.',
    },
    scope =>
      scope.many('Membership', alias => ({
        where: current(alias, scope),
        orderBy: sql`${alias}.role <> 'COORDINATOR', ${alias}.joined_at, ${alias}.id`,
      })),
  )
  memberships!: Membership[];

  @FieldResolver(() => [Sector], { description: 'The sectors represented, in the order of the enum.' })
  @NeedsSql(SECTORS)
  sectors(@SqlResult() present: Sector[]) {
    return inOrder(present);
  }

  @FieldResolver(() => [Sector], {
    description:
      'Sectors that would bring the consortium closer to the gate to FUNDING_APPLICATION: those that the programme requires (usually academia, and business of either size) while they are missing, and any other not yet represented while fewer are than the programme asks.',
  })
  @NeedsSql(scope => sql`json_build_object('present', ${SECTORS(scope)}, 'policy', ${policyOf(scope.row.alias)})`)
  missingSectors(@SqlResult() { present, policy }: { present: Sector[]; policy: GatePolicy }) {
    return missingSectors(present, policy);
  }

  @SqlField(
    () => [String],
    { description: "The members' countries, ISO 3166-1 alpha-2, in alphabetical order." },
    overMembers(`coalesce(json_agg(distinct p.country order by p.country), '[]')`),
  )
  countries!: string[];

  @SqlField(
    () => [Money],
    {
      description:
        'What the current members have promised in all, one sum per currency. Empty when the viewer is not inside the idea.',
    },
    commitments,
  )
  commitments!: Money[];
}

function commitments(scope: Scope): Sql {
  return sql`(select coalesce(json_agg(json_build_object('amount', s.amount::text, 'currency', s.currency) order by s.currency), '[]')
    from (select sum(m.commitment_amount) as amount, m.commitment_currency as currency from membership m
      where ${current(raw('m'), scope)} and m.commitment_amount is not null and ${insideIdea(sql`${scope.row.alias}.id`, scope.viewer)}
      group by m.commitment_currency) s)`;
}

function inOrder(present: readonly Sector[]): Sector[] {
  return (Object.keys(Sector) as Sector[]).filter(sector => present.includes(sector));
}

@Resolver(() => Membership)
export class MembershipResolver {
  @SqlField(
    () => LetterOfIntent,
    {
      nullable: true,
      description: 'How far its letter of intent has come; null when the viewer is not inside the idea.',
    },
    scope =>
      sql`case when ${insideIdea(scope.column('idea'), scope.viewer)} then ${scope.column('letterOfIntent')} end`,
  )
  letterOfIntent!: LetterOfIntent | null;

  @SqlField(
    () => Money,
    {
      nullable: true,
      description: 'What it has promised to pay; null when nothing, or when the viewer is not inside the idea.',
    },
    scope => confidentialMoney(scope, 'commitment'),
  )
  commitment!: Money | null;
}
