import type { PlanContent } from '@benvung/domain/plan/structure/plan-structure';
import { fullLabel } from '@benvung/domain/plan/structure/plan-structure';
import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

interface Version {
  readonly planId: string;
  readonly number: number;
  readonly content: PlanContent;
  readonly scopePath: string;
}

/** Sets down the duties and reports of a version that comes into force as rows of their own. */
export async function putDuties(db: Db, { planId, number, content, scopePath }: Version): Promise<void> {
  const own = { plan_id: planId, number, issued: true, scope_path: scopePath };
  const duties = content.duties.map((duty, position) => {
    const node = content.nodes.find(({ id }) => id === duty.node);
    return {
      ...own,
      position,
      id: duty.id,
      node_code: node?.code ?? null,
      node_label: node === undefined ? null : fullLabel(content.nodes, node),
      owner: duty.owner,
      lower_units: duty.lowerUnits,
      task: duty.task,
      partners: duty.partners,
      output: duty.output,
      due: duty.due,
      period: duty.period,
      evidence: duty.evidence,
      answers: duty.answers,
    };
  });
  const reports = content.deadlines.map((report, position) => ({
    ...own,
    position,
    id: report.id,
    kind: report.kind,
    who: report.who,
    lower_units: report.lowerUnits,
    recipient: report.recipient,
    day: report.day,
    day_of_month: report.dayOfMonth,
  }));
  await sql`insert into plan_duty select * from jsonb_populate_recordset(null::plan_duty,
    ${JSON.stringify(duties)}::jsonb)`.execute(db);
  await sql`insert into plan_report_deadline select * from jsonb_populate_recordset(null::plan_report_deadline,
    ${JSON.stringify(reports)}::jsonb)`.execute(db);
}
