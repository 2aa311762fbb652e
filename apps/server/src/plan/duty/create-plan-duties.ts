import { isConcluded } from '@benvung/domain/plan/duty/duty-state';
import { type MatchedOwner, matchOwner, matchPartners } from '@benvung/domain/plan/duty/match-owner';
import { type ReportDeadline, reportsOfYear } from '@benvung/domain/plan/duty/report-period';
import { depthOf, LEVELS } from '@benvung/domain/territory/admin-unit';
import type { Db } from '../../platform/database/database.ts';
import type { Acting } from '../../review/review.public.ts';
import { listUnitsUnder, type UnitOnDay } from '../../territory/territory.public.ts';
import { type ListedAgency, listAgencies } from './agency.store.ts';
import { assignedEvent, type Desk, deskOfAgency, deskOfUnit, newDutyOf } from './assign-duties.ts';
import { reportWords } from './assign-reports.ts';
import { addEvent } from './duty-history.store.ts';
import {
  cancelOfPlan,
  followPlan,
  insertDuties,
  listDutiesOfPlan,
  type NewDuty,
  type PlannedDuty,
} from './duty-write.store.ts';

/** A duty as the plan's version writes it; its id stays from version to version. */
export interface PlanDuty {
  readonly id: string;
  readonly node: string | null;
  readonly owner: string;
  readonly partners: readonly string[];
  readonly task: string;
  readonly output: string;
  readonly dueDay: string | null;
  readonly period: string | null;
  readonly evidence: string;
}

export interface PlanReportDeadline {
  readonly id: string;
  readonly kind: ReportDeadline['period'];
  readonly day: string | null;
  readonly dayOfMonth: number | null;
  readonly recipient: string | null;
  readonly words: string;
}

export interface IssuedPlan {
  readonly planId: string;
  readonly version: number;
  readonly unit: UnitOnDay;
  readonly year: number;
  readonly duties: readonly PlanDuty[];
  readonly reportDeadlines: readonly PlanReportDeadline[];
  readonly acting: Acting;
}

export interface PlanDutiesMade {
  readonly made: number;
  readonly followed: number;
  readonly cancelled: number;
}

/**
 * Duties of an issued version of a plan, inside the issuing transaction: each goes to the desk its owner's words mean,
 * the recurring reports to the units right below or, where there are none, to the agencies. Of an earlier version,
 * what is still in the plan follows its words and what is not is cancelled.
 */
export async function createPlanDuties(db: Db, plan: IssuedPlan): Promise<PlanDutiesMade> {
  const { acting, planId } = plan;
  const wanted = [...(await dutiesOf(db, plan)), ...(await reportsOf(db, plan))];
  const before = await listDutiesOfPlan(db, planId);
  const known = new Map(before.map((duty) => [nameOf(duty), duty]));
  const made: NewDuty[] = [];
  let followed = 0;
  for (const duty of wanted) {
    const there = known.get(nameOf(duty));
    if (there === undefined) made.push(duty);
    else if (!isConcluded(there.state)) {
      await followPlan(db, { ...duty, id: there.id, planVersion: plan.version });
      followed += 1;
    }
  }
  await insertDuties(db, made, assignedEvent(acting));
  const names = new Set(wanted.map(nameOf));
  const dropped = before.filter((duty) => !isConcluded(duty.state) && !names.has(nameOf(duty)));
  for (const duty of dropped) await cancelDropped(db, duty, plan);
  return { made: made.length, followed, cancelled: dropped.length };
}

type Named = Pick<PlannedDuty, 'reportKey' | 'unitId' | 'agencyId'> & { readonly planDutyId: string | null };
const nameOf = ({ planDutyId, reportKey, unitId, agencyId }: Named): string =>
  [planDutyId, reportKey, unitId, agencyId].join(' ');

async function cancelDropped(db: Db, duty: PlannedDuty, { acting, version }: IssuedPlan): Promise<void> {
  await cancelOfPlan(db, duty.id);
  const { at, today, actor } = acting;
  const words = `Bản ${version} của kế hoạch không còn việc này`;
  await addEvent(db, duty, { act: 'cancel', at, onDay: today, actor, words, day: null });
}

async function dutiesOf(db: Db, plan: IssuedPlan): Promise<NewDuty[]> {
  const { unit, acting } = plan;
  const agencies = (await listAgencies(db, unit.id)).filter(({ closed }) => !closed);
  const names = agencies.map(({ id, name, shortNames }) => ({ id, names: [name, ...shortNames] }));
  const below = new Map<string, readonly UnitOnDay[]>();
  for (const level of LEVELS.filter((one) => depthOf(one) > depthOf(unit.level)))
    below.set(level, await listUnitsUnder(db, { path: unit.path, level, day: acting.today }));
  const levelsBelow = LEVELS.filter((level) => (below.get(level)?.length ?? 0) > 0);
  return plan.duties.flatMap((duty) => {
    const owner = matchOwner(duty.owner, { agencies: names, levelsBelow });
    const partners = matchPartners(duty.partners, names, owner.to === 'agency' ? owner.id : null);
    return desksOf(owner, { unit, agencies, below }).map((desk) =>
      newDutyOf(desk, {
        ...ofPlan(plan, duty.id),
        node: duty.node,
        ownerWords: duty.owner === '' ? desk.ownerWords : duty.owner,
        partners: duty.partners,
        partnerAgencyIds: partners,
        task: duty.task,
        output: duty.output,
        evidenceAsked: duty.evidence,
        dueOn: duty.dueDay,
        periodWords: duty.period,
      }),
    );
  });
}

const ofPlan = ({ planId, version, unit, year, acting }: IssuedPlan, planDutyId: string) => ({
  origin: 'plan' as const,
  planId,
  planVersion: version,
  planDutyId,
  year,
  giverUnitId: unit.id,
  assignedOn: acting.today,
});

interface Desks {
  readonly unit: UnitOnDay;
  readonly agencies: readonly ListedAgency[];
  readonly below: ReadonlyMap<string, readonly UnitOnDay[]>;
}

function desksOf(owner: MatchedOwner, { unit, agencies, below }: Desks): Desk[] {
  if (owner.to === 'below') return (below.get(owner.level) ?? []).map(deskOfUnit);
  const agency = owner.to === 'agency' ? agencies.find(({ id }) => id === owner.id) : undefined;
  return [agency === undefined ? deskOfUnit(unit) : deskOfAgency(unit, agency)];
}

/** Who reports to the unit that made the plan: the units right below it and its agencies. */
async function reportsOf(db: Db, plan: IssuedPlan): Promise<NewDuty[]> {
  const { unit, year, acting, reportDeadlines } = plan;
  if (reportDeadlines.length === 0) return [];
  const agencies = (await listAgencies(db, unit.id)).filter(({ closed }) => !closed);
  const next = LEVELS[depthOf(unit.level) + 1];
  const under =
    next === undefined ? [] : await listUnitsUnder(db, { path: unit.path, level: next, day: acting.today });
  const desks = [...under.map(deskOfUnit), ...agencies.map((one) => deskOfAgency(unit, one))];
  return reportDeadlines.flatMap((deadline) =>
    reportsOfYear(
      { ...deadline, period: deadline.kind, before: /trước/iu.test(deadline.words) },
      year,
    ).flatMap((report) =>
      desks.map((desk) =>
        newDutyOf(desk, {
          ...ofPlan(plan, deadline.id),
          kind: 'report',
          reportKind: `progress-${deadline.kind}`,
          reportKey: report.key,
          task: reportWords(REPORT_TITLES[deadline.kind], report),
          output: deadline.recipient === null ? '' : `Gửi ${deadline.recipient}`,
          dueOn: report.dueOn,
          periodWords: deadline.words,
        }),
      ),
    ),
  );
}

const REPORT_TITLES = {
  month: 'Báo cáo tháng',
  quarter: 'Báo cáo quý',
  'half-year': 'Báo cáo 6 tháng',
  'nine-months': 'Báo cáo 9 tháng',
  year: 'Báo cáo năm',
  once: 'Báo cáo',
} as const satisfies Record<ReportDeadline['period'], string>;
