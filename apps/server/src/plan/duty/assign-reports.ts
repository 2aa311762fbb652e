import type { PlanDutyProblemCode } from '@benvung/domain/plan/duty/problems';
import { type DueReport, reportsOfYear } from '@benvung/domain/plan/duty/report-period';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { deadlineOfRule, type ReportPeriodRule } from '@benvung/regulations/report-period.schema';
import type { Db } from '../../platform/database/database.ts';
import type { Acting } from '../../review/review.public.ts';
import { regulations } from '../../standard/standard.public.ts';
import { listLines, type UnitOnDay } from '../../territory/territory.public.ts';
import { listAgencies } from './agency.store.ts';
import { assignedEvent, type Desk, deskOfAgency, deskOfUnit, newDutyOf } from './assign-duties.ts';
import { insertDuties, listReportNames, type NewDuty, reportName } from './duty-write.store.ts';

const MOST_DESKS = 300;

interface ReportsTold {
  readonly year: number;
  readonly kinds: readonly string[];
  readonly desks: 'own' | 'below' | 'agencies';
  readonly acting: Acting;
  readonly demonstration?: boolean;
}

/** Rules of reports in force on some day of a year. */
export const reportRulesOf = (year: number): readonly ReportPeriodRule[] =>
  regulations().reportPeriods.filter(
    ({ from, to }) => from <= `${year}-12-31` && (to === null || to >= `${year}-01-01`),
  );

/** What the reports of a rule are called: "Báo cáo quý, quý I năm 2024". */
export function reportWords(title: string, { key, period }: Pick<DueReport, 'key' | 'period'>): string {
  const [year = '', part = ''] = key.split('-');
  if (period === 'quarter')
    return `${title}, quý ${['I', 'II', 'III', 'IV'][Number(part.slice(1)) - 1]} năm ${year}`;
  if (period === 'month') return `${title}, tháng ${part.slice(1)}/${year}`;
  return period === 'once' ? title : `${title}, năm ${year}`;
}

interface ReportsMade {
  readonly made: readonly NewDuty[];
  readonly existing: number;
  /** How many were not made, their last day being over. */
  readonly past: number;
}

/** Nobody is asked today for what was due yesterday. */
export const isStillDue = ({ dueOn }: Pick<NewDuty, 'dueOn'>, today: string): boolean =>
  dueOn === null || dueOn >= today;

/** Makes the reports of a year that rules ask for and that are still due; what a desk has already stays as it is. */
export async function assignReports(
  db: Db,
  unit: UnitOnDay,
  told: ReportsTold,
): Promise<Result<ReportsMade, Problem<PlanDutyProblemCode>>> {
  const { year, acting } = told;
  const known = new Map(reportRulesOf(year).map((rule) => [rule.code, rule]));
  const unknown = told.kinds.find((code) => !known.has(code));
  if (unknown !== undefined) return refuse('plan-duty.report-kind-unknown', { kind: unknown });
  const desks = await desksOf(db, unit, told);
  if (desks.length > MOST_DESKS) return refuse('plan-duty.too-many-units', { most: MOST_DESKS });
  const rules = told.kinds.flatMap((code) => known.get(code) ?? []);
  const wanted = desks.flatMap((desk) =>
    rules.flatMap((rule) =>
      reportsOfYear(deadlineOfRule(rule, year), year).map((report) =>
        newDutyOf(desk, {
          kind: 'report',
          reportKind: rule.code,
          reportKey: report.key,
          task: reportWords(rule.title.vi, report),
          output: `Gửi ${rule.recipient.vi}`,
          dueOn: report.dueOn,
          year,
          giverUnitId: unit.id,
          assignedOn: acting.today,
          demonstration: told.demonstration ?? false,
        }),
      ),
    ),
  );
  const there = await listReportNames(db, { unitIds: desks.map((desk) => desk.unit.id), year });
  const missing = wanted.filter((duty) => !there.has(reportName(duty)));
  const made = missing.filter((duty) => isStillDue(duty, acting.today));
  await insertDuties(db, made, assignedEvent(acting));
  return ok({ made, existing: wanted.length - missing.length, past: missing.length - made.length });
}

async function desksOf(db: Db, unit: UnitOnDay, { desks, acting }: ReportsTold): Promise<Desk[]> {
  if (desks === 'own') return [deskOfUnit(unit)];
  if (desks === 'below') return (await listLines(db, unit, acting.today)).map(deskOfUnit);
  return (await listAgencies(db, unit.id))
    .filter(({ closed }) => !closed)
    .map((one) => deskOfAgency(unit, one));
}
