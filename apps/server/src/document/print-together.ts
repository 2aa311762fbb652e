import type { togetherQuery } from '@benvung/contract/document';
import type { DocumentProblemCode } from '@benvung/domain/document/problems';
import type { SharedProblemCode } from '@benvung/domain/shared/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { z } from 'zod';
import { writeAudit } from '../platform/audit/audit.store.ts';
import type { Clock } from '../platform/clock.ts';
import { inAreaScope } from '../platform/database/area-scope.ts';
import type { DatabaseHandle, Db } from '../platform/database/database.ts';
import type { FileReply } from '../platform/http/file-reply.ts';
import { isInside, type Principal } from '../platform/http/principal.ts';
import { findUnitOn } from '../territory/territory.public.ts';
import { subjectOf } from './asked-register.ts';
import { composeStored, fileWordOf } from './compose-stored.ts';
import { listWholeDocuments, type StoredDocument } from './document.store.ts';
import { listIdsToPrint } from './document-list.store.ts';
import { renderPdfApart } from './render/render-apart.ts';
import { PDF } from './render-record.ts';

/** More are refused, never cut off. */
const MOST = 5_000;

type Wanted = z.output<typeof togetherQuery>;
type Refusal = Problem<DocumentProblemCode | SharedProblemCode | 'exchange.list-too-long'>;

interface Reader {
  readonly areas: readonly string[];
  readonly clock: Clock;
  readonly principal: Principal;
}

/** Numbered documents of one kind in the order of their numbers. */
export async function listTogether(
  db: Db,
  wanted: Wanted,
  { areas, clock }: Pick<Reader, 'areas' | 'clock'>,
): Promise<Result<{ readonly path: string; readonly ids: readonly string[] }, Refusal>> {
  const unit = wanted.unit === undefined ? undefined : await findUnitOn(db, wanted.unit, clock.today());
  if (wanted.unit !== undefined && (unit === undefined || !isInside(areas, unit.path)))
    return refuse('shared.outside-area');
  const path = unit?.path ?? areas[0] ?? '/1/';
  const ids = await listIdsToPrint(db, {
    path,
    kind: wanted.kind,
    year: wanted.year ?? null,
    subject: subjectOf(wanted.about),
    most: MOST + 1,
  });
  if (ids.length === 0) return refuse('document.no-such-format', { format: 'pdf' });
  if (ids.length > MOST) return refuse('exchange.list-too-long', { total: ids.length, most: MOST });
  return ok({ path, ids });
}

/** These documents, each from a page of its own. */
export const drawTogether = (
  documents: readonly StoredDocument[],
  onDrawn?: (documents: number) => void,
): Promise<Uint8Array> =>
  renderPdfApart(documents.map(composeStored), { createdAt: `${documents[0]?.day}T00:00:00Z` }, onDrawn);

export async function printTogether(
  database: DatabaseHandle,
  wanted: Wanted,
  { areas, clock, principal }: Reader,
): Promise<Result<FileReply, Refusal>> {
  const read = await inAreaScope(database, { paths: areas }, async (db) => {
    const listed = await listTogether(db, wanted, { areas, clock });
    if (!listed.ok) return listed;
    const { path, ids } = listed.value;
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
  return ok({
    name: `${fileWordOf(wanted.kind)}-${read.value.length}.pdf`,
    type: PDF,
    content: await drawTogether(read.value),
  });
}
