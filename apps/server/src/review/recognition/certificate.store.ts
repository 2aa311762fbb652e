import type { CertificateState } from '@benvung/domain/review/recognition/recognition';
import type { HouseholdClass } from '@benvung/domain/standard/household-class';
import { sql } from 'kysely';
import { rangeOf } from '../../platform/database/area-scope.ts';
import type { Db } from '../../platform/database/database.ts';

export interface StoredCertificate {
  readonly originCommuneId: number;
  readonly id: string;
  readonly householdOrigin: number;
  readonly householdId: string;
  readonly caseId: string;
  readonly decisionId: string;
  readonly year: number;
  /** Its number in the commune's register of certificates of the year it is dated. */
  readonly series: number;
  readonly number: string;
  /** What verifies it, printed beside the number. */
  readonly code: string;
  readonly class: HouseholdClass;
  readonly headName: string;
  readonly state: CertificateState;
  readonly issuedOn: string;
  readonly issuedBy: string;
  readonly endedOn: string | null;
  readonly endedReason: string | null;
  readonly endedBy: string | null;
  readonly replacedBy: string | null;
  readonly documentId: string | null;
  readonly version: number;
  readonly scopePath: string;
}

const COLUMNS = [
  ['origin_commune_id', 'originCommuneId'],
  ['id', 'id'],
  ['household_origin', 'householdOrigin'],
  ['household_id', 'householdId'],
  ['case_id', 'caseId'],
  ['decision_id', 'decisionId'],
  ['year', 'year'],
  ['series', 'series'],
  ['number', 'number'],
  ['code', 'code'],
  ['class', 'class'],
  ['head_name', 'headName'],
  ['state', 'state'],
  ['issued_on', 'issuedOn'],
  ['issued_by', 'issuedBy'],
  ['ended_on', 'endedOn'],
  ['ended_reason', 'endedReason'],
  ['ended_by', 'endedBy'],
  ['replaced_by', 'replacedBy'],
  ['document_id', 'documentId'],
  ['version', 'version'],
  ['scope_path', 'scopePath'],
] as const satisfies readonly (readonly [string, keyof StoredCertificate])[];

const SELECTED = sql.join(COLUMNS.map(([column, name]) => sql`t.${sql.ref(column)} as ${sql.ref(name)}`));

export async function putCertificates(db: Db, certificates: readonly StoredCertificate[]): Promise<void> {
  if (certificates.length === 0) return;
  const rows = certificates.map((one) =>
    Object.fromEntries(COLUMNS.map(([column, name]) => [column, one[name]])),
  );
  const columns = sql.join(COLUMNS.map(([column]) => sql.ref(column)));
  const changes = sql.join(
    COLUMNS.slice(2).map(([column]) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`),
  );
  await sql`insert into review_certificate (${columns})
    select ${columns} from jsonb_populate_recordset(null::review_certificate, ${JSON.stringify(rows)}::jsonb)
    on conflict on constraint review_certificate_pk do update set ${changes}`.execute(db);
}

const read = async (db: Db, which: ReturnType<typeof sql>): Promise<StoredCertificate[]> =>
  (await sql<StoredCertificate>`select ${SELECTED} from review_certificate t where ${which}`.execute(db))
    .rows;

export const findCertificate = async (db: Db, id: string): Promise<StoredCertificate | undefined> =>
  (await read(db, sql`t.id = ${id}::uuid`))[0];

export const lockCertificate = async (
  db: Db,
  { originCommuneId, id }: Pick<StoredCertificate, 'originCommuneId' | 'id'>,
): Promise<StoredCertificate | undefined> =>
  (await read(db, sql`t.origin_commune_id = ${originCommuneId} and t.id = ${id}::uuid for update`))[0];

/** The certificates in force of households, wherever they were issued. */
export const listValidCertificates = (
  db: Db,
  householdIds: readonly string[],
): Promise<StoredCertificate[]> =>
  read(db, sql`t.household_id = any(${[...householdIds]}::uuid[]) and t.state = 'valid'`);

export const listCertificatesOfHousehold = (db: Db, householdId: string): Promise<StoredCertificate[]> =>
  read(db, sql`t.household_id = ${householdId}::uuid order by t.year desc, t.series desc`);

export interface CertificatesWanted {
  readonly year: number;
  readonly path: string;
  /** Only what this decision issued, or renewed by its line on the yearly table. */
  readonly decision: { readonly id: string; readonly number: string } | null;
  readonly offset: number;
  readonly limit: number;
}

export async function listCertificatesUnder(
  db: Db,
  { year, path, decision, offset, limit }: CertificatesWanted,
): Promise<{ certificates: StoredCertificate[]; total: number }> {
  const { from, to } = rangeOf(path);
  const area = sql`t.scope_path >= ${from} and t.scope_path < ${to}`;
  const which =
    decision === null
      ? sql`t.year = ${year} and ${area}`
      : sql`${area} and (t.decision_id = ${decision.id}::uuid or exists (select 1 from review_certificate_renewal r
          where r.origin_commune_id = t.origin_commune_id and r.certificate_id = t.id and r.year = ${year}
            and r.decision_number = ${decision.number}))`;
  const certificates = await read(
    db,
    sql`${which} order by t.origin_commune_id, t.series limit ${limit} offset ${offset}`,
  );
  const counted = await sql<{
    total: number;
  }>`select count(*) as total from review_certificate t where ${which}`.execute(db);
  return { certificates, total: Number(counted.rows[0]?.total ?? 0) };
}

export interface Renewal {
  readonly year: number;
  readonly class: HouseholdClass;
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly actor: string;
}

export async function putRenewals(
  db: Db,
  renewals: readonly (Renewal & {
    readonly certificate: Pick<StoredCertificate, 'originCommuneId' | 'id' | 'scopePath'>;
  })[],
): Promise<void> {
  if (renewals.length === 0) return;
  const rows = renewals.map(({ certificate, ...renewal }) => ({
    origin_commune_id: certificate.originCommuneId,
    certificate_id: certificate.id,
    year: renewal.year,
    class: renewal.class,
    decision_number: renewal.decisionNumber,
    decided_on: renewal.decidedOn,
    actor: renewal.actor,
    scope_path: certificate.scopePath,
  }));
  await sql`insert into review_certificate_renewal
    select * from jsonb_populate_recordset(null::review_certificate_renewal, ${JSON.stringify(rows)}::jsonb)
    on conflict on constraint review_certificate_renewal_pk do update set class = excluded.class,
      decision_number = excluded.decision_number, decided_on = excluded.decided_on, actor = excluded.actor`.execute(
    db,
  );
}

export async function listRenewals(
  db: Db,
  { originCommuneId, id }: Pick<StoredCertificate, 'originCommuneId' | 'id'>,
): Promise<Renewal[]> {
  const answer =
    await sql<Renewal>`select year, class, decision_number as "decisionNumber", decided_on as "decidedOn", actor
    from review_certificate_renewal where origin_commune_id = ${originCommuneId} and certificate_id = ${id}::uuid
    order by year`.execute(db);
  return answer.rows;
}
