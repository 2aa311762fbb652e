import type { DocumentKind } from '@benvung/domain/document/document-data';
import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

export interface StoredTemplate {
  readonly id: string;
  readonly unitId: number;
  readonly unitPath: string;
  readonly kind: DocumentKind;
  readonly validFrom: string;
  readonly fileName: string;
  readonly hash: string;
  readonly fields: readonly string[];
  readonly retiredAt: string | null;
  readonly loadedAt: string;
  readonly loadedBy: string;
}

const SELECTED = sql`id, unit_id as "unitId", unit_path as "unitPath", kind, valid_from as "validFrom",
  file_name as "fileName", hash, fields, retired_at as "retiredAt", loaded_at as "loadedAt", loaded_by as "loadedBy"`;

const PART_BYTES = 262_144;

export async function insertTemplate(
  db: Db,
  template: Omit<StoredTemplate, 'retiredAt'> & { readonly bytes: Buffer },
): Promise<void> {
  await sql`
    insert into document_template (id, unit_id, unit_path, kind, valid_from, file_name, hash, fields, loaded_at, loaded_by)
    values (${template.id}::uuid, ${template.unitId}, ${template.unitPath}, ${template.kind},
      ${template.validFrom}::date, ${template.fileName}, ${template.hash}, ${[...template.fields]}::text[],
      ${template.loadedAt}::timestamptz, ${template.loadedBy})`.execute(db);
  for (let from = 0; from < template.bytes.length; from += PART_BYTES)
    await sql`
      insert into document_template_part (template_id, part, bytes)
      values (${template.id}::uuid, ${from / PART_BYTES},
        decode(${template.bytes.subarray(from, from + PART_BYTES).toString('base64')}, 'base64'))`.execute(
      db,
    );
}

/** The template in force for a unit on a day: its own, or that of the nearest unit above it. */
export async function findTemplateFor(
  db: Db,
  { kind, unitPath, day }: { kind: DocumentKind; unitPath: string; day: string },
): Promise<StoredTemplate | undefined> {
  const above = unitPath
    .split('/')
    .filter(Boolean)
    .map((_, at, ids) => `/${ids.slice(0, at + 1).join('/')}/`);
  const answer = await sql<StoredTemplate>`
    select ${SELECTED} from document_template
    where kind = ${kind} and unit_path = any(${above}::text[]) and valid_from <= ${day}::date and retired_at is null
    order by length(unit_path) desc, valid_from desc, loaded_at desc limit 1`.execute(db);
  return answer.rows[0];
}

/** Templates of a unit and of those above it, newest first. */
export async function listTemplates(db: Db, unitPaths: readonly string[]): Promise<StoredTemplate[]> {
  const answer = await sql<StoredTemplate>`
    select ${SELECTED} from document_template
    where exists (select 1 from unnest(${[...unitPaths]}::text[]) as area (path)
      where document_template.unit_path like area.path || '%' or area.path like document_template.unit_path || '%')
    order by kind, valid_from desc, loaded_at desc limit 500`.execute(db);
  return answer.rows;
}

export async function findTemplate(db: Db, id: string): Promise<StoredTemplate | undefined> {
  const answer = await sql<StoredTemplate>`
    select ${SELECTED} from document_template where id = ${id}::uuid`.execute(db);
  return answer.rows[0];
}

export async function readTemplate(db: Db, id: string): Promise<Buffer | undefined> {
  const answer = await sql<{ bytes: string }>`
    select encode(bytes, 'base64') as bytes from document_template_part
    where template_id = ${id}::uuid order by part`.execute(db);
  if (answer.rows.length === 0) return undefined;
  return Buffer.concat(answer.rows.map(({ bytes }) => Buffer.from(bytes, 'base64')));
}

/** No longer chosen for new papers; those made with it keep it. */
export async function retireTemplate(db: Db, id: string, at: string): Promise<void> {
  await sql`update document_template set retired_at = ${at}::timestamptz where id = ${id}::uuid`.execute(db);
}
