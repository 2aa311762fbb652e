import type { DutyLine, DutyView } from '@benvung/contract/plan-duty';
import { dutyActsNow } from '@benvung/domain/plan/duty/decide-duty-act';
import { mayEditDuty } from '@benvung/domain/plan/duty/decide-duty-edit';
import {
  type DutyClock,
  isEscalated,
  pressOf,
  workingDaysLate,
} from '@benvung/domain/plan/duty/duty-standing';
import { isToDo } from '@benvung/domain/plan/duty/duty-state';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../../platform/database/database.ts';
import { listLastKnownUnits, type UnitOnDay } from '../../territory/territory.public.ts';
import type { StoredDuty } from './duty.store.ts';
import { readDutyClock } from './duty-clock.ts';
import { listEvents, listFiles } from './duty-history.store.ts';
import { type DutyReader, findSeenDuty, sidesOf } from './duty-reader.ts';

export const unitRefOf = ({ id, code, level, name }: UnitOnDay) => ({ id, code, level, name });

export interface DutyLook {
  readonly reader: DutyReader;
  readonly today: string;
}

const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });

export function lineOf(
  duty: StoredDuty,
  { reader, today }: DutyLook,
  { clock, units }: { readonly clock: DutyClock; readonly units: ReadonlyMap<number, UnitOnDay> },
): DutyLine {
  const { id, kind, reportKey, task, node, ownerWords, dueOn, periodWords, state, version } = duty;
  const unit = units.get(duty.unitId);
  const giver = units.get(duty.giverUnitId);
  const standing = { state, dueOn, extensionTo: duty.extensionTo, files: 0 };
  return {
    ...{ id, kind, reportKey, task, node, ownerWords, dueOn, periodWords, state, version },
    unit: unit === undefined ? null : unitRefOf(unit),
    giver: giver === undefined ? null : unitRefOf(giver),
    agency: named(duty.agencyId, duty.agencyName),
    person: named(duty.accountId, duty.personName),
    press: pressOf(duty, today, clock),
    workingDaysLate: workingDaysLate(duty, today, clock.calendar),
    escalated: isEscalated(duty, today, clock),
    extensionTo: duty.extensionTo,
    reportedOn: duty.reportedOn,
    acts: dutyActsNow(standing, sidesOf(duty, reader, giver)),
  };
}

/** Duties as lists show them: two more questions to the database, however many there are. */
export async function viewDuties(db: Db, duties: readonly StoredDuty[], look: DutyLook): Promise<DutyLine[]> {
  const clock = await readDutyClock(db);
  const ids = duties.flatMap(({ unitId, giverUnitId }) => [unitId, giverUnitId]);
  const units = await listLastKnownUnits(db, ids, look.today);
  return duties.map((duty) => lineOf(duty, look, { clock, units }));
}

/** One duty with its files and its history. */
export async function viewDuty(
  db: Db,
  id: string,
  look: DutyLook,
): Promise<Result<DutyView, Problem<'shared.not-found'>>> {
  const duty = await findSeenDuty(db, id, look.reader);
  if (duty === undefined) return refuse('shared.not-found');
  const [line] = (await viewDuties(db, [duty], look)) as [DutyLine];
  const { year, origin, planId, planVersion, partners, output, evidenceAsked } = duty;
  const { extensionReason, result, evidence, assignedOn } = duty;
  const files = await listFiles(db, id);
  const history = await listEvents(db, id);
  return ok({
    duty: {
      ...line,
      ...{ year, origin, output, evidenceAsked, extensionReason, result, evidence, assignedOn },
      plan: planId === null ? null : { id: planId, version: planVersion },
      partners: [...partners],
    },
    today: look.today,
    mayAttach: isToDo(duty.state) && line.acts.includes('report'),
    mayEdit: mayEditDuty(duty.state, line.acts.includes('cancel') ? ['giver'] : []),
    files: files.map((file) => ({ ...file })),
    history: history.map(({ act, at, actor, words, day }) => ({ act, at, actor, words, day })),
  });
}
