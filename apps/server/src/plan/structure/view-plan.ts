import type { PlanList, PlanView } from '@benvung/contract/plan-structure';

import { actsOn, type PlanPart } from '@benvung/domain/plan/structure/plan-life';
import { type Asked, listAsked } from '@benvung/domain/plan/structure/superior-requests';
import type { Language } from '@benvung/domain/shared/text';
import { findIssuingUnit } from '../../document/document.public.ts';
import type { Db } from '../../platform/database/database.ts';
import {
  findUnitInPlace,
  listLastKnownUnits,
  listUnitsUnder,
  type UnitOnDay,
} from '../../territory/territory.public.ts';
import { listAgenciesOf } from '../duty/agency.store.ts';
import { isPlanOfDesks } from '../duty/duty.store.ts';
import type { TargetAnnexRow } from '../target/target-annex.ts';
import { checkPlan, findAssigned, readTargetAnnexes } from './check-plan.ts';
import {
  findPlan,
  findSuperiorPlan,
  findVersion,
  listEvents,
  listPlansUnder,
  listVersions,
  type PlanOfUnit,
  type StoredPlan,
  type StoredVersion,
} from './plan.store.ts';

export interface PlanReader {
  readonly today: string;
  readonly language: Language;
  readonly accountId: string;
  /** Whether the reader only stands at a desk of the unit of a path. */
  deskOnly(path: string): boolean;
  /** What the reader may do for the unit of a path. */
  partsFor(path: string): readonly PlanPart[];
}

const WAS_ISSUED: readonly string[] = ['issued', 'replaced'];

const refOf = ({ id, code, level, name }: Pick<UnitOnDay, 'id' | 'code' | 'level' | 'name'>) => ({
  id,
  code,
  level,
  name,
});

/** A plan with one of its versions, the newest unless told; undefined when there is none to see. */
export async function viewPlan(
  db: Db,
  { id, number }: { readonly id: string; readonly number?: number | undefined },
  reader: PlanReader,
): Promise<PlanView | undefined> {
  const plan = await findPlan(db, id);
  if (plan === undefined) return undefined;
  const deskOnly = reader.deskOnly(plan.scopePath);
  if (deskOnly && !(await isPlanOfDesks(db, id, await listAgenciesOf(db, reader.accountId))))
    return undefined;
  const versions = (await listVersions(db, id)).filter(
    ({ state }) => !deskOnly || WAS_ISSUED.includes(state),
  );
  const newest = versions[0];
  if (newest === undefined || !versions.some((one) => one.number === (number ?? newest.number)))
    return undefined;
  const version = await findVersion(db, id, number ?? newest.number);
  const unit = (await listLastKnownUnits(db, [plan.unitId], reader.today)).get(plan.unitId);
  const inPlace = await findUnitInPlace(db, plan.unitId, reader.today);
  const issuing =
    inPlace && (await findIssuingUnit(db, { unitId: inPlace.id, series: 'body', day: reader.today }));
  if (version === undefined || unit === undefined) return undefined;
  const parts = reader.partsFor(plan.scopePath);
  // The rest looks into the area: what the checks and the cascade say there is not for a desk.
  const faults = deskOnly ? [] : await checkPlan(db, plan, version.content, reader.today);
  const given = deskOnly ? undefined : await findAssigned(db, plan, reader.today);
  const annexes = deskOnly ? [] : await readTargetAnnexes(db, plan, reader.today);
  return {
    id: plan.id,
    unit: refOf(unit),
    kind: plan.kind,
    yearFrom: plan.yearFrom,
    yearTo: plan.yearTo,
    programme: plan.programme,
    number: version.number,
    state: version.state,
    version: version.version,
    content: version.content,
    faults: faults.map(({ message, ...fault }) => ({ ...fault, message: message[reader.language] })),
    acts: version.number === newest.number ? [...actsOn(version.state, parts)] : [],
    assigned: given === undefined ? null : figuresOf(given),
    targetAnnexes: annexes.map(({ indicator, lines }) => ({
      indicator,
      lines: [...lines],
    })),
    superior: deskOnly ? null : await viewSuperior(db, plan, version, reader),
    versions: versions.map(({ planId: _plan, scopePath: _path, version: _version, ...line }) => ({
      ...line,
      documentId: deskOnly ? null : line.documentId,
    })),
    history: deskOnly ? [] : await listEvents(db, id),
    issuer: {
      bodyName: issuing?.issuer.bodyName ?? unit.name,
      superior: issuing?.issuer.superior ?? null,
      body: [...(issuing?.issuer.body ?? [unit.name])],
      place: issuing?.issuer.place ?? unit.name,
    },
  };
}

async function viewSuperior(
  db: Db,
  plan: StoredPlan,
  version: StoredVersion,
  { today }: PlanReader,
): Promise<PlanView['superior']> {
  const superior = await findSuperiorPlan(db, plan);
  if (superior === undefined) return null;
  const unit = (await listLastKnownUnits(db, [superior.unitId], today)).get(superior.unitId);
  return {
    id: superior.id,
    unitName: unit?.name ?? '',
    reference: superior.reference,
    asked: listAsked(superior.content, version.content).map(viewAsked),
  };
}

const figuresOf = ({ opening, openingRate, decrease, closing, closingRate }: TargetAnnexRow) => ({
  opening,
  openingRate,
  decrease,
  closing,
  closingRate,
});

const viewAsked = ({ answer, ...asked }: Asked) => ({
  ...asked,
  answer: answer.kind,
  reason: answer.kind === 'leftOut' ? answer.reason : null,
});

const PAGE_SIZE = 100;

/** The unit and those below it that make plans, each with its plan of the year: who has one, and how it stands. */
export async function listPlans(
  db: Db,
  { unit, year, page, today }: { unit: UnitOnDay; year: number; page: number; today: string },
): Promise<PlanList> {
  const below: UnitOnDay[] = [];
  for (const level of ['province', 'district', 'commune'] as const)
    below.push(...(await listUnitsUnder(db, { path: unit.path, level, day: today })));
  const plans = new Map<number, PlanOfUnit[]>();
  for (const plan of await listPlansUnder(db, unit.path, year))
    plans.set(plan.unitId, [...(plans.get(plan.unitId) ?? []), plan]);
  const lines = below.flatMap((one) => {
    const own = plans.get(one.id) ?? [];
    return own.length === 0 ? [lineOf(one, undefined)] : own.map((plan) => lineOf(one, plan));
  });
  const standing = new Set(below.map(({ id }) => id));
  const ended = [...plans.keys()].filter((id) => !standing.has(id));
  const known = await listLastKnownUnits(db, ended, today);
  // Plans of units that went into another one go on under their own name.
  for (const [id, one] of known) lines.push(...(plans.get(id) ?? []).map((plan) => lineOf(one, plan)));
  const counts: Record<string, number> = {};
  for (const { state } of lines) counts[state ?? 'none'] = (counts[state ?? 'none'] ?? 0) + 1;
  return {
    year,
    lines: lines.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    counts,
    page: { page, pageSize: PAGE_SIZE, total: lines.length },
  };
}

const lineOf = (unit: UnitOnDay, plan: PlanOfUnit | undefined): PlanList['lines'][number] => ({
  unit: refOf(unit),
  planId: plan?.planId ?? null,
  kind: plan?.kind ?? null,
  state: plan?.state ?? null,
  number: plan?.number ?? null,
  reference: plan?.reference ?? null,
  savedAt: plan?.savedAt ?? null,
});
