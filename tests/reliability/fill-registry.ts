import { UNKNOWN_MEMBER } from '@benvung/domain/household/unknown-facts';
import { sampleClosing, sampleOpening } from '@benvung/domain/review/review-record.sample';
import { sql } from 'kysely';
import { insertAccount, insertGrant } from '../../apps/server/src/access/access.store.ts';
import { hashPassword } from '../../apps/server/src/access/password.ts';
import { startSession } from '../../apps/server/src/access/start-session.ts';
import { writeHouseholds } from '../../apps/server/src/household/write-households.ts';
import type { Clock } from '../../apps/server/src/platform/clock.ts';
import type { DatabaseHandle } from '../../apps/server/src/platform/database/database.ts';
import { newId } from '../../apps/server/src/platform/ids.ts';
import {
  openRounds,
  putPopulationBase,
  putReviewRecordsInBulk,
  type ReviewRound,
} from '../../apps/server/src/review/review.public.ts';
import { testRecord } from '../../apps/server/src/review/review.test-support.ts';
import { findPovertyStandard } from '../../apps/server/src/standard/standard.public.ts';
import { createVillages } from '../../apps/server/src/territory/territory.public.ts';
import { type Draw, pick } from '../fuzz/hostile.ts';

const MEMBERS = 3;
const VILLAGES = 3;
const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Hồ', 'Võ', 'Đặng', 'Bùi', 'Lò', 'Vàng', 'Giàng'];
const MIDDLE = ['Văn', 'Thị', 'Hữu', 'Ngọc', 'Minh', 'Đức', 'A', 'Thanh'];
const GIVEN = [
  'An',
  'Bình',
  'Chi',
  'Dũng',
  'Giang',
  'Hạnh',
  'Khánh',
  'Lan',
  'Mai',
  'Nam',
  'Phúc',
  'Quý',
  'Sơn',
  'Tú',
  'Yến',
];
const nameOf = (draw: Draw) => `${pick(draw, FAMILY)} ${pick(draw, MIDDLE)} ${pick(draw, GIVEN)}`;

export interface FilledCommune {
  readonly id: number;
  readonly code: string;
  readonly path: string;
  readonly provinceId: number;
}

export interface Registry {
  readonly communes: readonly FilledCommune[];
  readonly year: number;
}

interface Village {
  readonly id: number;
  readonly communeId: number;
  readonly path: string;
}

/** A country of today with villages, an open round in every commune, and households spread over all of them. */
export async function fillRegistry(
  handle: DatabaseHandle,
  { households, today, draw }: { households: number; today: string; draw: Draw },
): Promise<Registry> {
  const year = Number(today.slice(0, 4));
  const communes = await listCommunes(handle, today);
  const made = await createVillages(
    { db: handle.db },
    communes.flatMap(({ id }) =>
      Array.from({ length: VILLAGES }, (_, at) => ({
        communeId: id,
        name: `Thôn ${at + 1}`,
        validFrom: today,
        source: 'thử tải',
      })),
    ),
  );
  if (!made.ok) throw new Error(made.problem.code);
  const rounds = await openYear(handle, { communes, year, today });
  const known = Array.from({ length: households }, (_, at) => ({
    id: newId(),
    village: made.value[at % made.value.length] as Village,
  }));
  // Their name indexes are made at the end: far quicker for so many new rows.
  const indexes = await sql<{ name: string; text: string }>`
    select indexname as name, indexdef as text from pg_indexes
    where tablename in ('household', 'person') and indexdef like '%USING gin%'`.execute(handle.db);
  for (const { name } of indexes.rows) await sql`drop index ${sql.ref(name)}`.execute(handle.db);
  await handle.withSession(async (session, db) => {
    await writeHouseholds(session, householdsOf(known, { today, draw }), `${today}T00:00:00.000Z`);
    const put = await putReviewRecordsInBulk({ session, db }, recordsOf(known, { rounds, draw }), { today });
    if (!put.ok) throw new Error(put.problem.code);
  });
  for (const { text } of indexes.rows) await sql.raw(text).execute(handle.db);
  await sql`vacuum analyze`.execute(handle.db);
  return { communes, year };
}

async function listCommunes(handle: DatabaseHandle, today: string): Promise<FilledCommune[]> {
  const answer = await sql<FilledCommune>`
    select unit_id as id, code, path, parent_id as "provinceId" from territory_unit_version
    where level = 'commune' and valid_from <= ${today}::date and (valid_to is null or valid_to > ${today}::date)
    order by unit_id`.execute(handle.db);
  return answer.rows;
}

async function openYear(
  handle: DatabaseHandle,
  { communes, year, today }: { communes: readonly FilledCommune[]; year: number; today: string },
): Promise<Map<number, ReviewRound>> {
  const opened = await openRounds(handle.db, {
    year,
    kind: 'PERIODIC',
    communes: communes.map(({ id, path }) => ({ communeId: id, scopePath: path })),
    standardId: 'VN-2022',
    standardHash: findPovertyStandard('VN-2022')?.hash ?? '',
    localStandard: null,
    referenceDay: today,
    today,
    source: 'thử tải',
    demonstration: false,
    carryOver: false,
  });
  if (!opened.ok) throw new Error(opened.problem.code);
  await putPopulationBase(
    handle.db,
    communes.map(({ id, path }) => ({
      year,
      communeId: id,
      villageId: 0,
      households: 8_000,
      persons: 30_000,
      minorityHouseholds: 1_000,
      minorityPersons: 4_000,
      localMinorityHouseholds: 0,
      localMinorityPersons: 0,
      source: 'thử tải',
      onDay: today,
      demonstration: false,
      scopePath: path,
    })),
  );
  return new Map(opened.value.map((round) => [round.communeId, round]));
}

interface Known {
  readonly id: string;
  readonly village: Village;
}

function* householdsOf(known: readonly Known[], { today, draw }: { today: string; draw: Draw }) {
  for (const { id, village } of known) {
    const headName = nameOf(draw);
    const members = Array.from({ length: MEMBERS }, (_, at) => ({
      ...UNKNOWN_MEMBER,
      personId: newId(),
      fullName: at === 0 ? headName : nameOf(draw),
      relation: at === 0 ? ('head' as const) : at === 1 ? ('spouse' as const) : ('child' as const),
      sex: at % 2 === 0 ? ('male' as const) : ('female' as const),
      birthDate: String(1950 + Math.floor(draw() * 70)),
      ethnicity: '01',
      healthInsurance: true,
    }));
    yield {
      id,
      originCommuneId: village.communeId,
      listCode: null,
      registrationNumber: null,
      phone: null,
      address: village.path,
      villageId: village.id,
      scopePath: village.path,
      residentSince: today,
      residenceReason: 'imported',
      ended: null,
      headName,
      persons: null,
      members,
      flagOverrides: {},
      demonstration: false,
    };
  }
}

const CLASSES = ['POOR', 'POOR', 'NEAR_POOR', 'NEAR_POOR', 'NOT_POOR', 'AVERAGE_LIVING_STANDARD'] as const;

function* recordsOf(
  known: readonly Known[],
  { rounds, draw }: { rounds: ReadonlyMap<number, ReviewRound>; draw: Draw },
) {
  for (const { id, village } of known) {
    const { communeId } = village;
    const place = { persons: MEMBERS, villageId: village.id };
    yield testRecord(rounds.get(communeId)!, {
      householdId: id,
      originCommuneId: communeId,
      scopePath: village.path,
      opening: sampleOpening({ ...place, class: pick(draw, CLASSES), communeId }),
      closing: sampleClosing({ ...place, class: pick(draw, CLASSES) }),
      stage: draw() < 0.5 ? 'recognised' : 'scored',
    });
  }
}

/** Accounts with one password, each signed in; answers the tokens of their sessions. */
export async function signInOfficers(
  handle: DatabaseHandle,
  clock: Clock,
  grants: readonly { readonly role: string; readonly unitId: number }[],
): Promise<{ token: string; grant: { role: string; unitId: number } }[]> {
  const passwordHash = await hashPassword('mật khẩu thử tải 2026');
  const officers = [];
  for (const [at, grant] of grants.entries()) {
    const id = newId();
    await insertAccount(handle.db, {
      id,
      username: `thu.tai.${at}`,
      fullName: `Cán bộ ${at}`,
      passwordHash,
      demonstration: false,
      mustChangePassword: false,
      createdAt: clock.now(),
    });
    await insertGrant(handle.db, id, grant);
    officers.push({ token: await startSession({ database: handle, clock }, id), grant });
  }
  return officers;
}
