import type { DocumentKind } from '@benvung/domain/document/document-data';
import type { DocumentProblemCode } from '@benvung/domain/document/problems';
import type { SharedProblemCode } from '@benvung/domain/shared/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { writeAudit } from '../platform/audit/audit.store.ts';
import type { Clock } from '../platform/clock.ts';
import { inAreaScope } from '../platform/database/area-scope.ts';
import type { DatabaseHandle } from '../platform/database/database.ts';
import type { FileReply } from '../platform/http/file-reply.ts';
import { isInside, type Principal } from '../platform/http/principal.ts';
import { findUnitOn } from '../territory/territory.public.ts';
import { composeStored } from './compose-stored.ts';
import { listWholeDocuments } from './document.store.ts';
import { listIdsToPrint } from './document-list.store.ts';
import { renderPdfApart } from './render/render-apart.ts';
import { PDF } from './render-record.ts';

const MOST = 2_000;

interface Wanted {
  readonly unit?: number | undefined;
  readonly kind: DocumentKind;
  readonly year?: number | undefined;
  readonly about?: string | undefined;
}

interface Reader {
  readonly areas: readonly string[];
  readonly clock: Clock;
  readonly principal: Principal;
}

/** Numbered documents of one kind in the order of their numbers, at most 2,000, each from a page of its own. */
export async function printTogether(
  database: DatabaseHandle,
  wanted: Wanted,
  { areas, clock, principal }: Reader,
): Promise<Result<FileReply, Problem<DocumentProblemCode | SharedProblemCode>>> {
  const read = await inAreaScope(database, { paths: areas }, async (db) => {
    const unit = wanted.unit === undefined ? undefined : await findUnitOn(db, wanted.unit, clock.today());
    if (wanted.unit !== undefined && (unit === undefined || !isInside(areas, unit.path)))
      return refuse('shared.outside-area');
    const [kind, id] = wanted.about?.split(':') ?? [];
    const path = unit?.path ?? areas[0] ?? '/1/';
    const ids = await listIdsToPrint(db, {
      path,
      kind: wanted.kind,
      year: wanted.year ?? null,
      subject: kind === undefined || id === undefined ? null : { kind, id },
      most: MOST,
    });
    await writeAudit(db, { accountId: principal.accountId, actor: principal.username, at: clock.now() }, [
      {
        act: 'document.print-together',
        scopePath: path,
        detail: { kind: wanted.kind, documents: ids.length },
      },
    ]);
    return ok(await listWholeDocuments(db, ids));
  });
  if (!read.ok) return read;
  const [first] = read.value;
  if (first === undefined) return refuse('document.no-such-format', { format: 'pdf' });
  const bytes = await renderPdfApart(read.value.map(composeStored), { createdAt: `${first.day}T00:00:00Z` });
  return ok({ name: `${wanted.kind}-${read.value.length}.pdf`, type: PDF, content: bytes });
}
