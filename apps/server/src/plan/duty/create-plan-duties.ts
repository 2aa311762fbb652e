import { isConcluded } from '@benvung/domain/plan/duty/duty-state';
import { matchOwner, matchPartners } from '@benvung/domain/plan/duty/match-owner';
import { reportsOfYear } from '@benvung/domain/plan/duty/report-period';
import { fullLabel, type PlanContent } from '@benvung/domain/plan/structure/plan-structure';
import { yearOf } from '@benvung/domain/shared/day';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import { type AdminLevel, depthOf, LEVELS } from '@benvung/domain/territory/admin-unit';
import type { Db } from '../../platform/database/database.ts';
import type { Acting } from '../../review/review.public.ts';
import { listUnitsUnder, type UnitOnDay } from '../../territory/territory.public.ts';
import { type ListedAgency, listAgencies } from './agency.store.ts';
import { assignedEvent, type Desk, deskOfAgency, deskOfUnit, namesOf, newDutyOf } from './assign-duties.ts';
import { isStillDue, reportWords } from './assign-reports.ts';
import { addEvent } from './duty-history.store.ts';
import {
  cancelOfPlan,
  followPlan,
  insertDuties,
  listDutiesOfPlan,
  type NewDuty,
  type PlannedDuty,
} from './duty-write.store.ts';

/** A version of a plan that comes into force. */
export interface IssuedPlan {
  readonly planId: string;
  readonly version: number;
  readonly unit: UnitOnDay;
  readonly years: { readonly from: number; readonly to: number };
  readonly content: Pick<PlanContent, 'duties' | 'deadlines' | 'nodes'>;
  readonly acting: Pick<Acting, 'today' | 'at' | 'actor'>;
}

export interface PlanDutiesMade {
  readonly made: number;
  readonly followed: number;
  readonly cancelled: number;
}

/**
 * Duties of an issued version of a plan, inside the issuing transaction: each goes to the desk its owner's words mean,
 * its recurring reports that are still due to who is to report. Of an earlier version, what is still in the plan follows its words and
 * what is not is cancelled.
 */
export async function createPlanDuties(db: Db, plan: IssuedPlan): Promise<PlanDutiesMade> {
  const { acting, planId } = plan;
  const desks = await findDesks(db, plan);
  const wanted = [...dutiesOf(plan, desks), ...reportsOf(plan, desks)];
  const before = await listDutiesOfPlan(db, planId);
  const known = knownBy(before);
  const made: NewDuty[] = [];
  let followed = 0;
  for (const duty of wanted) {
    const there = known(duty);
    if (there === undefined) {
      if (duty.kind !== 'report' || isStillDue(duty, acting.today)) made.push(duty);
    } else if (!isConcluded(there.state)) {
      await followPlan(db, { ...duty, id: there.id, planVersion: plan.version });
      followed += 1;
    }
  }
  await insertDuties(db, made, assignedEvent(acting));
  const kept = new Set(wanted.map((duty) => known(duty)?.id));
  const dropped = before.filter((duty) => !isConcluded(duty.state) && !kept.has(duty.id));
  for (const duty of dropped) await cancelDropped(db, duty, plan);
  return { made: made.length, followed, cancelled: dropped.length };
}

type Named = Pick<PlannedDuty, 'reportKey' | 'unitId' | 'agencyId'> & { readonly planDutyId: string | null };
const nameOf = ({ planDutyId, reportKey, unitId, agencyId }: Named): string =>
  [planDutyId, reportKey, unitId, agencyId].join(' ');

/**
 * The duty of an earlier version that a wanted one is: at the same desk, or at another one to which its giver moved it,
 * while the plan still says the same of who does it.
 */
function knownBy(before: readonly PlannedDuty[]): (duty: NewDuty) => PlannedDuty | undefined {
  const byDesk = new Map(before.map((duty) => [nameOf(duty), duty]));
  const rowOf = ({ planDutyId, reportKey }: Pick<Named, 'planDutyId' | 'reportKey'>) =>
    `${planDutyId} ${reportKey}`;
  return (duty) => {
    const same = byDesk.get(nameOf(duty));
    if (same !== undefined) return same;
    const [moved, another] = before.filter((one) => rowOf(one) === rowOf(duty));
    return another === undefined && moved?.ownerWords === duty.ownerWords ? moved : undefined;
  };
}

async function cancelDropped(db: Db, duty: PlannedDuty, { acting, version }: IssuedPlan): Promise<void> {
  await cancelOfPlan(db, duty.id);
  const { at, today, actor } = acting;
  const words = `Bản ${version} của kế hoạch không còn việc này`;
  await addEvent(db, duty, { act: 'cancel', at, onDay: today, actor, words, day: null });
}

interface Desks {
  readonly unit: UnitOnDay;
  readonly agencies: readonly ListedAgency[];
  readonly below: ReadonlyMap<AdminLevel, readonly UnitOnDay[]>;
  readonly levelsBelow: readonly AdminLevel[];
}

async function findDesks(db: Db, { unit, acting }: IssuedPlan): Promise<Desks> {
  const agencies = (await listAgencies(db, unit.id)).filter(({ closed }) => !closed);
  const below = new Map<AdminLevel, readonly UnitOnDay[]>();
  for (const level of LEVELS.filter((one) => depthOf(one) > depthOf(unit.level)))
    below.set(level, await listUnitsUnder(db, { path: unit.path, level, day: acting.today }));
  const levelsBelow = LEVELS.filter((level) => (below.get(level)?.length ?? 0) > 0);
  return { unit, agencies, below, levelsBelow };
}

/** The desks that words mean; what is asked of the units below goes to the level named, or to the next one. */
function desksOf(words: string, lowerUnits: boolean, desks: Desks): Desk[] {
  const { unit, agencies, below, levelsBelow } = desks;
  const owner = matchOwner(words, {
    agencies: namesOf(desks.agencies),
    levelsBelow: lowerUnits ? levelsBelow : [],
  });
  const level = owner.to === 'below' ? owner.level : levelsBelow[0];
  if (lowerUnits && level !== undefined) return (below.get(level) ?? []).map(deskOfUnit);
  const agency = owner.to === 'agency' ? agencies.find(({ id }) => id === owner.id) : undefined;
  return [agency === undefined ? deskOfUnit(unit) : deskOfAgency(unit, agency)];
}

const ofPlan = ({ planId, version, unit, acting }: IssuedPlan, planDutyId: string) => ({
  origin: 'plan' as const,
  planId,
  planVersion: version,
  planDutyId,
  giverUnitId: unit.id,
  assignedOn: acting.today,
});

function dutiesOf(plan: IssuedPlan, desks: Desks): NewDuty[] {
  const { nodes, duties } = plan.content;
  return duties.flatMap((duty) => {
    const node = nodes.find(({ id }) => id === duty.node);
    const partners = duty.partners.split(/[;,]/u).flatMap((one) => one.trim() || []);
    return desksOf(duty.owner, duty.lowerUnits, desks).map((desk) =>
      newDutyOf(desk, {
        ...ofPlan(plan, duty.id),
        year: duty.due === null ? plan.years.from : yearOf(duty.due),
        node: node === undefined ? null : fullLabel(nodes, node),
        ownerWords: duty.owner === '' ? desk.ownerWords : duty.owner,
        partners,
        partnerAgencyIds: matchPartners(partners, namesOf(desks.agencies), desk.agencyId),
        task: duty.task,
        output: duty.output,
        evidenceAsked: duty.evidence,
        dueOn: duty.due,
        periodWords: duty.period === '' ? null : duty.period,
      }),
    );
  });
}

const ALL_AGENCIES = /(^| )(cac )?(co quan|don vi|so nganh|ban nganh|phong ban|doan the)( |$)/u;

/** Who reports: the units below, an agency named, all agencies; otherwise the unit itself. */
function reporting(who: string, lowerUnits: boolean, desks: Desks): Desk[] {
  const { unit, agencies } = desks;
  const named = desksOf(who, lowerUnits, desks);
  const all = ALL_AGENCIES.test(searchKey(who)) ? agencies.map((one) => deskOfAgency(unit, one)) : [];
  if (all.length === 0) return named;
  return lowerUnits ? [...named, ...all] : all;
}

function reportsOf(plan: IssuedPlan, desks: Desks): NewDuty[] {
  const { years, content } = plan;
  const all = Array.from({ length: years.to - years.from + 1 }, (_, at) => years.from + at);
  return content.deadlines.flatMap((deadline) => {
    const told = reporting(deadline.who, deadline.lowerUnits, desks);
    return all.flatMap((year) =>
      dueReports(deadline, year).flatMap((report) =>
        told.map((desk) =>
          newDutyOf(desk, {
            ...ofPlan(plan, deadline.id),
            year,
            kind: 'report',
            reportKind: `progress-${deadline.kind}`,
            reportKey: report.key,
            task: reportWords(REPORT_TITLES[deadline.kind], report),
            output: deadline.recipient === '' ? '' : `Gửi ${deadline.recipient}`,
            dueOn: report.dueOn,
            periodWords: deadline.kind === 'week' ? 'hằng tuần' : null,
          }),
        ),
      ),
    );
  });
}

type PlanDeadline = PlanContent['deadlines'][number];

/** A weekly report has no day of its own: one duty a year keeps it in sight. A plan's days are "trước ngày". */
function dueReports({ kind, day, dayOfMonth }: PlanDeadline, year: number) {
  if (kind === 'week') return [{ key: `${year}-W`, period: 'once', dueOn: null } as const];
  if (kind === 'once' && day !== null && yearOf(day) !== year) return [];
  return reportsOfYear({ period: kind, day, dayOfMonth, before: true }, year);
}

const REPORT_TITLES = {
  week: 'Báo cáo tuần',
  month: 'Báo cáo tháng',
  quarter: 'Báo cáo quý',
  'half-year': 'Báo cáo 6 tháng',
  'nine-months': 'Báo cáo 9 tháng',
  year: 'Báo cáo năm',
  once: 'Báo cáo',
} as const satisfies Record<PlanDeadline['kind'], string>;
