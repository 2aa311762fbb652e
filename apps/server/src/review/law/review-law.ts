import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { compareDays } from '@benvung/domain/shared/day';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import {
  type WorkingCalendar,
  type WorkingYear,
  workingCalendarOf,
} from '@benvung/domain/shared/working-days';
import type { LoadedProcedure } from '@benvung/regulations/regulation-library';
import { reviewProcedureSchema } from '@benvung/regulations/review-procedure.schema';
import { workingYearSchema } from '@benvung/regulations/working-calendar.schema';
import type { Db } from '../../platform/database/database.ts';
import { regulations } from '../../standard/standard.public.ts';
import { listLoadedLaw } from './loaded-law.store.ts';

/** The years whose days off are known, the loaded ones before the shipped ones, oldest first. */
export async function readWorkingYears(db: Db): Promise<WorkingYear[]> {
  const loaded = (await listLoadedLaw(db, 'working-calendar')).map(({ content }) =>
    workingYearSchema.parse(content),
  );
  const own = new Set(loaded.map(({ year }) => year));
  const shipped = regulations().workingYears.filter(({ year }) => !own.has(year));
  return [...shipped, ...loaded].sort((a, b) => a.year - b.year);
}

export const readWorkingCalendar = async (db: Db): Promise<WorkingCalendar> =>
  workingCalendarOf(await readWorkingYears(db));

/** Every version of the procedure, oldest first; a loaded one stands before a shipped one of its id. */
export async function readProcedures(db: Db): Promise<LoadedProcedure[]> {
  const loaded = (await listLoadedLaw(db, 'review-procedure')).map(({ content, contentHash }) => ({
    procedure: reviewProcedureSchema.parse(content),
    hash: contentHash,
  }));
  const own = new Set(loaded.map(({ procedure }) => procedure.id));
  return [...regulations().procedures.filter(({ procedure }) => !own.has(procedure.id)), ...loaded].sort(
    (a, b) => compareDays(a.procedure.from, b.procedure.from),
  );
}

/** The version a round goes by: that of its hash, or the last of its id. */
export const procedureOf = (
  procedures: readonly LoadedProcedure[],
  {
    procedureId,
    procedureHash,
  }: { readonly procedureId: string | null; readonly procedureHash: string | null },
): LoadedProcedure['procedure'] | undefined =>
  (
    procedures.find(({ hash }) => hash === procedureHash) ??
    procedures.findLast(({ procedure }) => procedure.id === procedureId)
  )?.procedure;

/** The version in force on a day. */
export async function procedureOn(
  db: Db,
  day: string,
): Promise<Result<LoadedProcedure, Problem<ReviewProblemCode>>> {
  const found = (await readProcedures(db)).findLast(
    ({ procedure: { from, to } }) => from <= day && (to === null || day <= to),
  );
  return found === undefined ? refuse('review.procedure-unknown') : ok(found);
}
