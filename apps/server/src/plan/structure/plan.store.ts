import type { PlanState } from '@benvung/domain/plan/structure/plan-life';
import type { PlanContent, PlanIdentity } from '@benvung/domain/plan/structure/plan-structure';
import { sql } from 'kysely';
import { rangeOf } from '../../platform/database/area-scope.ts';
import type { Db } from '../../platform/database/database.ts';

export interface StoredPlan extends PlanIdentity {
  readonly id: string;
  readonly unitId: number;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly scopePath: string;
}

export interface StoredVersion {
  readonly planId: string;
  readonly number: number;
  readonly state: PlanState;
  readonly content: PlanContent;
  readonly reason: string | null;
  readonly savedAt: string;
  readonly savedBy: string;
  readonly documentId: string | null;
  readonly reference: string | null;
  readonly issuedOn: string | null;
  readonly version: number;
  readonly scopePath: string;
}

export type VersionLine = Omit<StoredVersion, 'content'>;

export interface PlanEvent {
  readonly number: number;
  readonly act: string;
  readonly at: string;
  readonly actor: string;
  readonly note: string | null;
}

const PLAN = sql`p.id, p.unit_id as "unitId", p.kind, p.year_from as "yearFrom", p.year_to as "yearTo", p.programme,
  to_json(p.created_at)#>>'{}' as "createdAt", p.created_by as "createdBy", p.scope_path as "scopePath"`;
const LINE = sql`v.plan_id as "planId", v.number, v.state, v.reason, to_json(v.saved_at)#>>'{}' as "savedAt",
  v.saved_by as "savedBy", v.document_id as "documentId", v.reference, v.issued_on as "issuedOn", v.version,
  v.scope_path as "scopePath"`;

/** `false` when the unit already has this plan. */
export async function insertPlan(db: Db, plan: StoredPlan): Promise<boolean> {
  const answer =
    await sql`insert into plan (id, unit_id, kind, year_from, year_to, programme, created_at, created_by,
      issued, scope_path)
    values (${plan.id}::uuid, ${plan.unitId}, ${plan.kind}, ${plan.yearFrom}, ${plan.yearTo}, ${plan.programme},
      ${plan.createdAt}::timestamptz, ${plan.createdBy}, false, ${plan.scopePath})
    on conflict do nothing`.execute(db);
  return Number(answer.numAffectedRows ?? 0n) > 0;
}

export async function insertVersion(
  db: Db,
  one: Pick<StoredVersion, 'planId' | 'number' | 'content' | 'reason' | 'savedAt' | 'savedBy' | 'scopePath'>,
): Promise<void> {
  await sql`insert into plan_version (plan_id, number, state, content, reason, saved_at, saved_by, version, issued,
      scope_path)
    values (${one.planId}::uuid, ${one.number}, 'draft', ${JSON.stringify(one.content)}::jsonb, ${one.reason},
      ${one.savedAt}::timestamptz, ${one.savedBy}, 1, false, ${one.scopePath})`.execute(db);
}

export async function findPlan(db: Db, id: string): Promise<StoredPlan | undefined> {
  return (await sql<StoredPlan>`select ${PLAN} from plan p where p.id = ${id}::uuid`.execute(db)).rows[0];
}

/** Held until the transaction ends, so that two acts on one plan follow each other. */
export async function lockPlan(db: Db, id: string): Promise<StoredPlan | undefined> {
  return (await sql<StoredPlan>`select ${PLAN} from plan p where p.id = ${id}::uuid for update`.execute(db))
    .rows[0];
}

export async function listVersions(db: Db, planId: string): Promise<VersionLine[]> {
  return (
    await sql<VersionLine>`select ${LINE} from plan_version v where v.plan_id = ${planId}::uuid
      order by v.number desc`.execute(db)
  ).rows;
}

export async function findVersion(
  db: Db,
  planId: string,
  number: number,
): Promise<StoredVersion | undefined> {
  return (
    await sql<StoredVersion>`select ${LINE}, v.content from plan_version v
      where v.plan_id = ${planId}::uuid and v.number = ${number}`.execute(db)
  ).rows[0];
}

/** Writes a version as it is to stand; `version` counts every writing. */
export async function putVersion(
  db: Db,
  one: Pick<
    StoredVersion,
    | 'planId'
    | 'number'
    | 'state'
    | 'content'
    | 'savedAt'
    | 'savedBy'
    | 'documentId'
    | 'reference'
    | 'issuedOn'
  >,
): Promise<void> {
  await sql`update plan_version set state = ${one.state}, content = ${JSON.stringify(one.content)}::jsonb,
      saved_at = ${one.savedAt}::timestamptz, saved_by = ${one.savedBy}, document_id = ${one.documentId}::uuid,
      reference = ${one.reference}, issued_on = ${one.issuedOn}::date, version = version + 1,
      issued = issued or ${one.state === 'issued'}
    where plan_id = ${one.planId}::uuid and number = ${one.number}`.execute(db);
}

/** A version takes the place of the one in force; the document of that one, `null` if there was none. */
export async function putInForce(db: Db, planId: string, number: number): Promise<string | null> {
  const before = await sql<{ documentId: string | null }>`
    update plan_version set state = 'replaced', version = version + 1
    where plan_id = ${planId}::uuid and state = 'issued' and number <> ${number}
    returning document_id as "documentId"`.execute(db);
  await sql`update plan set issued = true where id = ${planId}::uuid`.execute(db);
  return before.rows[0]?.documentId ?? null;
}

export async function deleteVersion(db: Db, planId: string, number: number): Promise<void> {
  await sql`delete from plan_version where plan_id = ${planId}::uuid and number = ${number}`.execute(db);
}

/** A plan whose only version was discarded leaves its history in the log alone. */
export async function deletePlan(db: Db, planId: string): Promise<void> {
  await sql`delete from plan_household where plan_id = ${planId}::uuid`.execute(db);
  await sql`delete from plan_event where plan_id = ${planId}::uuid`.execute(db);
  await sql`delete from plan where id = ${planId}::uuid`.execute(db);
}

export async function addEvent(
  db: Db,
  planId: string,
  event: PlanEvent & { readonly scopePath: string },
): Promise<void> {
  await sql`insert into plan_event (plan_id, event, number, act, at, actor, note, scope_path)
    select ${planId}::uuid, coalesce(max(event), 0) + 1, ${event.number}, ${event.act}, ${event.at}::timestamptz,
      ${event.actor}, ${event.note}, ${event.scopePath}
    from plan_event where plan_id = ${planId}::uuid`.execute(db);
}

export async function listEvents(db: Db, planId: string): Promise<PlanEvent[]> {
  return (
    await sql<PlanEvent>`select number, act, to_json(at)#>>'{}' as at, actor, note from plan_event
      where plan_id = ${planId}::uuid order by event desc limit 200`.execute(db)
  ).rows;
}

export interface SuperiorPlan {
  readonly id: string;
  readonly unitId: number;
  readonly reference: string | null;
  readonly issuedOn: string | null;
  readonly content: PlanContent;
}

/** The issued plan of the nearest unit above for the same programme whose years hold these. */
export async function findSuperiorPlan(
  db: Db,
  plan: Pick<StoredPlan, 'scopePath' | 'yearFrom' | 'yearTo' | 'programme'>,
): Promise<SuperiorPlan | undefined> {
  return (
    await sql<SuperiorPlan>`
      select p.id, p.unit_id as "unitId", v.reference, v.issued_on as "issuedOn", v.content
      from plan p join plan_version v on v.plan_id = p.id and v.state = 'issued'
      where p.issued and starts_with(${plan.scopePath}, p.scope_path) and p.scope_path <> ${plan.scopePath}
        and p.programme = ${plan.programme} and p.year_from <= ${plan.yearFrom} and p.year_to >= ${plan.yearTo}
      order by length(p.scope_path) desc, p.year_to - p.year_from limit 1`.execute(db)
  ).rows[0];
}

export interface PlanOfUnit {
  readonly unitId: number;
  readonly planId: string;
  readonly kind: StoredPlan['kind'];
  readonly state: PlanState;
  readonly number: number;
  readonly reference: string | null;
  readonly savedAt: string;
}

/** The newest version of every plan of a year under a path. */
export async function listPlansUnder(db: Db, path: string, year: number): Promise<PlanOfUnit[]> {
  const { from, to } = rangeOf(path);
  return (
    await sql<PlanOfUnit>`
      select p.unit_id as "unitId", p.id as "planId", p.kind, v.state, v.number, v.reference,
        to_json(v.saved_at)#>>'{}' as "savedAt"
      from plan p join plan_version v on v.plan_id = p.id
        and v.number = (select max(number) from plan_version w where w.plan_id = p.id)
      where p.scope_path >= ${from} and p.scope_path < ${to} and p.year_from <= ${year} and p.year_to >= ${year}
      order by p.year_to - p.year_from, p.id`.execute(db)
  ).rows;
}
