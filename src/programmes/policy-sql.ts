import { sql, type Sql } from '../reading/sql.js';

/** The numbers of a programme's gates, as `GatePolicy`. */
export function policyJson(programme: Sql): Sql {
  return sql`json_build_object('summaryMinLength', ${programme}.gate_policy_summary_min_length,
    'minPartners', ${programme}.gate_policy_min_partners, 'minSectors', ${programme}.gate_policy_min_sectors,
    'requiredSectors', ${programme}.gate_policy_required_sectors,
    'projectMinYears', ${programme}.gate_policy_project_min_years, 'projectMaxYears', ${programme}.gate_policy_project_max_years)`;
}
