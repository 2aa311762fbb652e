import type { DocumentKind } from '@benvung/domain/document/document-data';
import type { DocumentProblemCode } from '@benvung/domain/document/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../../platform/database/database.ts';
import { hashOf } from '../../platform/files/file.store.ts';
import { newId } from '../../platform/ids.ts';
import type { UnitOnDay } from '../../territory/territory.public.ts';
import { checkTemplate } from './check-template.ts';
import { insertTemplate, listTemplates } from './template.store.ts';

export interface TemplateToLoad {
  readonly unit: UnitOnDay;
  readonly kind: DocumentKind;
  readonly validFrom: string;
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly by: string;
  readonly at: string;
}

/** Takes a template in when nothing is wrong with it; one of a unit, kind and day at a time. */
export async function loadTemplate(
  db: Db,
  wanted: TemplateToLoad,
): Promise<Result<{ readonly id: string }, Problem<DocumentProblemCode>>> {
  const { unit, kind, validFrom, bytes } = wanted;
  const { faults, fields } = await checkTemplate(kind, bytes);
  if (faults.length > 0)
    return refuse('document.template-unfit', { why: faults.map(({ vi }) => vi).join(' ') });
  const known = await listTemplates(db, [unit.path]);
  const taken = known.some(
    (one) =>
      one.unitId === unit.id && one.kind === kind && one.validFrom === validFrom && one.retiredAt === null,
  );
  if (taken) return refuse('document.template-day-taken', { day: validFrom });
  const id = newId();
  await insertTemplate(db, {
    id,
    unitId: unit.id,
    unitPath: unit.path,
    kind,
    validFrom,
    fileName: wanted.fileName.normalize('NFC'),
    hash: hashOf(bytes),
    fields,
    loadedAt: wanted.at,
    loadedBy: wanted.by,
    bytes,
  });
  return ok({ id });
}
