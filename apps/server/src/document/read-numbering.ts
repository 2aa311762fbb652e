import type { DocumentNumbering } from '@benvung/contract/document-numbering';
import type { DocumentKind } from '@benvung/domain/document/document-data';
import { draftingUnitOf, KIND_RULES } from '@benvung/domain/document/document-kinds';
import { symbolOf } from '@benvung/domain/document/number-and-day';
import type { DocumentProblemCode } from '@benvung/domain/document/problems';
import { gapsOf } from '@benvung/domain/document/register-gaps';
import { yearOf } from '@benvung/domain/shared/day';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../platform/database/database.ts';
import { listNumbers } from './document.store.ts';
import { findIssuingUnit } from './issuing-unit.ts';
import { listSignatories } from './signatory.store.ts';

const HIGHEST = 99_999;

/** What a body's register has for its next paper of a kind on a day. */
export async function readNumbering(
  db: Db,
  { unitId, kind, day }: { readonly unitId: number; readonly kind: DocumentKind; readonly day: string },
): Promise<Result<DocumentNumbering, Problem<DocumentProblemCode>>> {
  const { type, series, numbered } = KIND_RULES[kind];
  if (!numbered || type === null) return refuse('document.unnumbered-kind');
  const issuing = await findIssuingUnit(db, { unitId, series, day });
  if (issuing === undefined) return refuse('document.unit-cannot-issue');
  const year = yearOf(day);
  const used = await listNumbers(db, { unitId, series, type, year }, { from: 1, to: HIGHEST });
  const last = used.at(-1) ?? 0;
  return ok({
    symbol: symbolOf(type, issuing.issuer.abbreviation, draftingUnitOf(kind, {} as never)),
    year,
    last,
    next: last + 1,
    free: gapsOf(used),
    signatories: await listSignatories(db, { unitId, series }),
  });
}
