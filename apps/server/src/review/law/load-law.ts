import { createHash } from 'node:crypto';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { WorkingYear } from '@benvung/domain/shared/working-days';
import { reviewProcedureSchema } from '@benvung/regulations/review-procedure.schema';
import { workingYearSchema } from '@benvung/regulations/working-calendar.schema';
import type { z } from 'zod';
import type { Db } from '../../platform/database/database.ts';
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
  if (typeof read === 'string') return refuse('review.law-file-invalid', { fault: read });
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
  if (typeof read === 'string') return refuse('review.law-file-invalid', { fault: read });
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

/** What a file holds; a sentence when it holds nothing of the kind. */
function readLaw(text: string): Read | string {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return 'không phải tệp JSON (not JSON)';
  }
  if (content !== null && typeof content === 'object' && 'holidays' in content) {
    const year = workingYearSchema.safeParse({ ...content, status: 'loaded' });
    return year.success
      ? { kind: 'working-calendar', name: String(year.data.year), content: year.data }
      : faultOf(year.error);
  }
  const procedure = reviewProcedureSchema.safeParse(content);
  return procedure.success
    ? { kind: 'review-procedure', name: procedure.data.id, content: procedure.data }
    : faultOf(procedure.error);
}

function faultOf({ issues: [first] }: z.ZodError): string {
  return first === undefined ? '?' : `${first.path.join('.') || '/'}: ${first.message}`;
}
