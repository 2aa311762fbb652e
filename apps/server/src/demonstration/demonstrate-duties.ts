import type { DutyActCommand } from '@benvung/contract/plan-duty';
import { writtenDay } from '@benvung/domain/shared/day';
import { sql } from 'kysely';
import {
  actOnDuty,
  assignedEvent,
  assignReports,
  type Desk,
  insertDuties,
  makeAgency,
  newDutyOf,
  replaceMembers,
} from '../plan/duty/duty.public.ts';
import type { Db } from '../platform/database/database.ts';
import { findUnitByCodeOn, listUnitsUnder, type UnitOnDay } from '../territory/territory.public.ts';
import { HALF_DONE_COMMUNE, POSTING_COMMUNE } from './commune-states.ts';
import { insist } from './insist.ts';
import { DEMONSTRATION_TODAY, PROVINCE_CODE } from './published-figures.ts';
import {
  AGENCIES,
  COMMUNE_DUTIES,
  PROVINCE_DUTIES,
  type ScriptedDuty,
  VILLAGE_DUTIES,
} from './scripted-duties.ts';

const YEAR = 2024;
const TALKING_DISTRICT = '481';
const ASSIGNED_ON = '2024-03-04';

interface Scene {
  readonly db: Db;
  readonly at: string;
}

const by = ({ at }: Scene, today: string, actor: string) => ({ at, today, actor, accountId: null });

/**
 * What the province's plan asked of its agencies and communes: some of it late, some reported and waiting, one asking for
 * more time; and the quarterly and yearly reports of its districts.
 */
export async function demonstrateDuties(db: Db, at: string): Promise<void> {
  const scene = { db, at };
  const province = await unitOf(db, PROVINCE_CODE);
  const agencies = await makeAgencies(scene, province);
  for (const duty of PROVINCE_DUTIES) {
    const agencyId = agencies.get(duty.owner) ?? null;
    await play(scene, duty, {
      giver: province,
      desk: { unit: province, agencyId, accountId: null, ownerWords: duty.owner },
    });
  }
  const communes = [await unitOf(db, HALF_DONE_COMMUNE), await unitOf(db, POSTING_COMMUNE)];
  const giver = await unitOf(db, TALKING_DISTRICT);
  for (const [at, duties] of COMMUNE_DUTIES.entries()) {
    const unit = communes[at] as UnitOnDay;
    for (const duty of duties) await play(scene, duty, { giver, desk: deskOf(unit) });
  }
  const commune = communes[0] as UnitOnDay;
  const villages = await listUnitsUnder(db, {
    path: commune.path,
    level: 'village',
    day: DEMONSTRATION_TODAY,
  });
  for (const duty of VILLAGE_DUTIES)
    for (const village of villages.slice(0, 8))
      await play(scene, duty, { giver: commune, desk: deskOf(village) });
  await makeReports(scene, province, giver);
}

const deskOf = (unit: UnitOnDay): Desk => ({ unit, agencyId: null, accountId: null, ownerWords: unit.name });

async function unitOf(db: Db, code: string): Promise<UnitOnDay> {
  const unit = await findUnitByCodeOn(db, { code, day: DEMONSTRATION_TODAY });
  if (unit === undefined) throw new Error(`No unit ${code}.`);
  return unit;
}

async function makeAgencies({ db, at }: Scene, province: UnitOnDay): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { name, shortNames, account } of AGENCIES) {
    const { id } = insist(
      await makeAgency(db, province, { name, shortNames, mailAddress: null, demonstration: true }),
    );
    ids.set(name, id);
    if (account === null) continue;
    const found = await sql<{ id: string }>`select id from account where username = ${account}`.execute(db);
    const accounts = found.rows.map((row) => row.id);
    const agency = {
      id,
      unitId: province.id,
      name,
      shortNames,
      mailAddress: null,
      closed: false,
      version: 1,
      scopePath: province.path,
    };
    await replaceMembers(db, { agency, accounts, at });
  }
  return ids;
}

interface Parts {
  readonly giver: UnitOnDay;
  readonly desk: Desk;
}

/** Gives a duty and takes its steps, as its people would on those days. */
async function play(scene: Scene, scripted: ScriptedDuty, { giver, desk }: Parts): Promise<void> {
  const { task, node, output, dueOn, steps } = scripted;
  const duty = newDutyOf(desk, {
    ...{ task, node, output, dueOn, evidenceAsked: 'Báo cáo bằng văn bản' },
    year: YEAR,
    giverUnitId: giver.id,
    assignedOn: ASSIGNED_ON,
    demonstration: true,
  });
  await insertDuties(scene.db, [duty], assignedEvent(by(scene, ASSIGNED_ON, `UBND ${giver.name}`)));
  await take(scene, duty, { giver, steps });
}

type Step = Omit<DutyActCommand, 'commandId' | 'version'> & { readonly on: string };

async function take(
  scene: Scene,
  duty: {
    readonly id: string;
    readonly unitId: number;
    readonly agencyId: string | null;
    readonly scopePath: string;
    readonly ownerWords: string;
  },
  { giver, steps }: { readonly giver: UnitOnDay; readonly steps: readonly Step[] },
): Promise<void> {
  const reader = {
    accountId: '00000000-0000-0000-0000-000000000000',
    agencies: duty.agencyId === null ? [] : [duty.agencyId],
    ownUnits: [duty.unitId],
    grants: [
      { role: 'officer' as const, unitId: giver.id, path: giver.path },
      { role: 'officer' as const, unitId: duty.unitId, path: duty.scopePath },
    ],
  };
  for (const [at, { on, ...told }] of steps.entries()) {
    const giving = ['accept', 'sendBack', 'grantExtension', 'refuseExtension', 'cancel'].includes(told.act);
    const acting = by(scene, on, giving ? `UBND ${giver.name}` : duty.ownerWords);
    insist(await actOnDuty(scene.db, duty.id, { told: { ...told, version: at + 1 }, reader, acting }));
  }
}

/** The quarters' and the year's reports of the districts; of one district's communes the year's, due too late. */
async function makeReports(scene: Scene, province: UnitOnDay, district: UnitOnDay): Promise<void> {
  const told = { year: YEAR, desks: 'below', demonstration: true } as const;
  const made = insist(
    await assignReports(scene.db, province, {
      ...told,
      kinds: ['progress-quarter', 'progress-year'],
      acting: by(scene, '2024-01-15', `UBND ${province.name}`),
    }),
  ).made;
  insist(
    await assignReports(scene.db, district, {
      ...told,
      kinds: ['progress-year'],
      acting: by(scene, '2024-01-22', `UBND ${district.name}`),
    }),
  );
  for (const [at, report] of made.entries()) {
    const due = report.dueOn ?? DEMONSTRATION_TODAY;
    if (due > DEMONSTRATION_TODAY) continue;
    // the last quarter's: one district has not reported, two wait for acceptance
    const last = report.reportKey === `${YEAR}-Q3`;
    if (last && report.unitId === district.id) continue;
    const evidence = `${40 + at}/BC-UBND ngày ${writtenDay(due)}`;
    const reported: Step = { act: 'report', on: due, words: 'Đã tổng hợp và gửi báo cáo', evidence };
    const steps = last && at % 3 === 0 ? [reported] : [reported, { act: 'accept', on: due } as const];
    await take(scene, report, { giver: province, steps });
  }
}
