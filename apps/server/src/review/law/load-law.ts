import { createHash } from 'node:crypto';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { reviewProcedureSchema } from '@benvung/regulations/review-procedure.schema';
import { workingYearSchema } from '@benvung/regulations/working-calendar.schema';
import type { z } from 'zod';
import type { Db } from '../../platform/database/database.ts';
import { type LawKind, type LoadedLaw, putLoadedLaw } from './loaded-law.store.ts';

interface LawFile {
  readonly text: string;
  readonly loadedBy: string;
  readonly loadedAt: string;
}

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

type Read = { readonly kind: LawKind; readonly name: string; readonly content: unknown };

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
