import { createHash } from 'node:crypto';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import type { ReviewProcedure } from '@benvung/domain/review/review-procedure';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { WorkingYear } from '@benvung/domain/shared/working-days';
import { reviewProcedureSchema } from '@benvung/regulations/review-procedure.schema';
import { workingYearSchema } from '@benvung/regulations/working-calendar.schema';
import type { Db } from '../../platform/database/database.ts';
import { type FileFault, readInForm } from '../../platform/files/file-faults.ts';
import { type LawKind, type LoadedLaw, listLoadedLaw, putLoadedLaw } from './loaded-law.store.ts';
import { readProcedures, readWorkingYears } from './review-law.ts';

interface LawFile {
  readonly text: string;
  readonly loadedBy: string;
  readonly loadedAt: string;
}

/** What is loaded here; numbers of reminders and programmes have their own commands. */
type ReviewLawKind = Extract<LawKind, 'working-calendar' | 'review-procedure'>;

export interface LawTried {
  readonly kind: ReviewLawKind;
  readonly name: string;
  readonly replaces: 'shipped' | 'loaded' | null;
  /** Days off of a year that are new, and those that are no more. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What loading a file would change; nothing is changed. */
export async function tryReviewLaw(
  db: Db,
  text: string,
): Promise<Result<LawTried, Problem<ReviewProblemCode>>> {
  const read = readLaw(text);
  if ('vi' in read) return refuse('review.law-file-invalid', { ...read });
  const { kind, name } = read;
  const loaded = (await listLoadedLaw(db, kind)).some((one) => one.name === name);
  if (kind === 'review-procedure') {
    const known = (await readProcedures(db)).some(({ procedure }) => procedure.id === name);
    return ok({ kind, name, replaces: loaded ? 'loaded' : known ? 'shipped' : null, added: [], removed: [] });
  }
  const before = (await readWorkingYears(db)).find(({ year }) => String(year) === name);
  const [was, becomes] = [daysOff(before), daysOff(workingYearSchema.parse(read.content))];
  return ok({
    kind,
    name,
    replaces: loaded ? 'loaded' : before === undefined ? null : 'shipped',
    added: becomes.filter((day) => !was.includes(day)),
    removed: was.filter((day) => !becomes.includes(day)),
  });
}

const daysOff = (year: WorkingYear | undefined): string[] =>
  year === undefined
    ? []
    : [...year.holidays.map(({ day }) => day), ...year.swaps.map(({ off }) => off)].sort();

/**
 * A year's working days, or a version of the review procedure, in the form of the package's own files; it stands before
 * what is shipped under the same year or id. Refused whole, with the first fault, when the file is not right.
 */
export async function loadReviewLaw(
  db: Db,
  { text, loadedBy, loadedAt }: LawFile,
): Promise<Result<LoadedLaw, Problem<ReviewProblemCode>>> {
  const read = readLaw(text);
  if ('vi' in read) return refuse('review.law-file-invalid', { ...read });
  const law: LoadedLaw = {
    ...read,
    contentHash: createHash('sha256').update(JSON.stringify(read.content)).digest('hex'),
    loadedAt,
    loadedBy,
  };
  await putLoadedLaw(db, law);
  return ok(law);
}

type Read = { readonly kind: ReviewLawKind; readonly name: string; readonly content: unknown };

interface Fault {
  readonly vi: string;
  readonly en: string;
}

/** What a file holds, or its first fault when it holds nothing of the kind. */
function readLaw(text: string): Read | Fault {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { vi: 'không phải tệp JSON', en: 'not JSON' };
  }
  if (content !== null && typeof content === 'object' && 'holidays' in content) {
    const year = readInForm<WorkingYear>(workingYearSchema, { ...content, status: 'loaded' });
    return 'data' in year
      ? { kind: 'working-calendar', name: String(year.data.year), content: year.data }
      : firstOf(year.faults);
  }
  const procedure = readInForm<ReviewProcedure>(reviewProcedureSchema, content);
  return 'data' in procedure
    ? { kind: 'review-procedure', name: procedure.data.id, content: procedure.data }
    : firstOf(procedure.faults);
}

const firstOf = ([first]: readonly FileFault[]): Fault => ({
  vi: `${first?.where}: ${first?.vi}`,
  en: `${first?.where}: ${first?.en}`,
});
