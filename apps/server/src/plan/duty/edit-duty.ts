import type { EditDuty } from '@benvung/contract/plan-duty';
import { shortDay } from '@benvung/domain/document/number-and-day';
import { type DutyWords, decideDutyEdit } from '@benvung/domain/plan/duty/decide-duty-edit';
import { matchPartners } from '@benvung/domain/plan/duty/match-owner';
import type { PlanDutyProblemCode } from '@benvung/domain/plan/duty/problems';
import { yearOf } from '@benvung/domain/shared/day';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../../platform/database/database.ts';
import type { Acting } from '../../review/review.public.ts';
import { listLastKnownUnits, type UnitOnDay } from '../../territory/territory.public.ts';
import { listAgencies } from './agency.store.ts';
import { type Desk, findDesks, namesOf } from './assign-duties.ts';
import { findDuty, type StoredDuty } from './duty.store.ts';
import { addEvent } from './duty-history.store.ts';
import { type DutyReader, sidesOf } from './duty-reader.ts';
import { rewriteDuty } from './duty-write.store.ts';

interface Editing {
  readonly told: Omit<EditDuty, 'commandId'>;
  readonly reader: DutyReader;
  readonly acting: Acting;
}

type Refused = Problem<PlanDutyProblemCode | 'shared.not-found'>;

const nameOfDesk = (desk: Pick<StoredDuty, 'unitId' | 'agencyId' | 'accountId'>): string =>
  [desk.unitId, desk.agencyId ?? '', desk.accountId ?? ''].join(' ');

/** The giver changes what a duty says or whose desk it lies on; what was before stands in its history. */
export async function editDuty(
  db: Db,
  id: string,
  { told, reader, acting }: Editing,
): Promise<Result<StoredDuty, Refused>> {
  const duty = await findDuty(db, id);
  if (duty === undefined) return refuse('shared.not-found');
  const units = await listLastKnownUnits(db, [duty.giverUnitId, duty.unitId], acting.today);
  const giver = units.get(duty.giverUnitId);
  const sides = sidesOf(duty, reader, giver);
  const desk = await deskTold(db, duty, { told, giver, today: acting.today });
  if (!desk.ok) return desk;
  const { task, node, output, evidenceAsked, dueOn, periodWords, partners } = told;
  const words = { task, node, output, evidenceAsked, dueOn, periodWords, partners };
  const before: DutyWords = { ...duty, desk: nameOfDesk(duty) };
  const next: DutyWords = { ...words, desk: nameOfDesk(desk.value) };
  const { state, origin, extensionTo } = duty;
  const decided = decideDutyEdit(
    { ...before, state, origin, extensionTo },
    { next, sides, today: acting.today, reason: told.reason },
  );
  if (!decided.ok) return decided;
  const { changed } = decided.value;
  // A plan's own words for who does it stay: by them its next version knows the duty again.
  const ownerWords = origin === 'plan' ? duty.ownerWords : desk.value.ownerWords;
  const edited: StoredDuty = {
    ...duty,
    ...words,
    ...desk.value,
    ownerWords,
    year: duty.kind === 'report' || dueOn === null ? duty.year : yearOf(dueOn),
    state: decided.value.state,
    extensionTo: decided.value.extensionTo,
    extensionReason: decided.value.extensionTo === null ? null : duty.extensionReason,
  };
  const agencies = giver === undefined ? [] : namesOf(await listAgencies(db, giver.id));
  const partnerAgencyIds = matchPartners(partners, agencies, edited.agencyId);
  if (!(await rewriteDuty(db, { ...edited, partnerAgencyIds }, told.version)))
    return refuse('plan-duty.changed-meanwhile');
  await addEvent(db, edited, {
    act: 'edit',
    at: acting.at,
    onDay: acting.today,
    actor: acting.actor,
    words: [
      ...changed.map((field) =>
        changeSaid(
          field,
          { ...before, desk: deskSaid(duty, units) },
          { ...next, desk: desk.value.ownerWords },
        ),
      ),
      ...(told.reason === '' ? [] : [told.reason]),
    ].join(' · '),
    day: changed.includes('dueOn') ? dueOn : null,
  });
  return ok({ ...edited, version: told.version + 1 });
}

type Lying = Pick<StoredDuty, 'unitId' | 'scopePath' | 'agencyId' | 'accountId' | 'ownerWords'>;

async function deskTold(
  db: Db,
  duty: StoredDuty,
  { told, giver, today }: { told: Editing['told']; giver: UnitOnDay | undefined; today: string },
): Promise<Result<Lying, Refused>> {
  if (told.desk === null) return ok(duty);
  if (giver === undefined) return refuse('plan-duty.desk-not-found');
  const { agency, unit, person } = told.desk;
  const asked = {
    agencies: agency === null ? [] : [agency],
    units: unit === null ? [] : [unit],
    person,
  };
  const desks = await findDesks(db, giver, { told: asked, today });
  if (!desks.ok) return desks;
  const [desk, another] = desks.value;
  return desk === undefined || another !== undefined ? refuse('plan-duty.desk-not-found') : ok(lyingOn(desk));
}

const lyingOn = ({ unit, agencyId, accountId, ownerWords }: Desk): Lying => ({
  unitId: unit.id,
  scopePath: unit.path,
  agencyId,
  accountId,
  ownerWords,
});

const deskSaid = (duty: StoredDuty, units: ReadonlyMap<number, UnitOnDay>): string =>
  duty.agencyName ?? duty.personName ?? units.get(duty.unitId)?.name ?? duty.ownerWords;

const FIELD_WORDS: Readonly<Record<keyof DutyWords, string>> = {
  task: 'Việc phải làm',
  node: 'Thuộc dự án',
  output: 'Kết quả phải có',
  evidenceAsked: 'Minh chứng cần nộp',
  partners: 'Phối hợp',
  dueOn: 'Hạn',
  periodWords: 'Kỳ hạn',
  desk: 'Nơi làm',
};

function changeSaid(field: keyof DutyWords, before: DutyWords, next: DutyWords): string {
  const said = (words: DutyWords): string => {
    const value = words[field];
    if (value === null || value === '' || value.length === 0) return '–';
    if (field === 'dueOn') return shortDay(value as string);
    return typeof value === 'string' ? value : value.join(', ');
  };
  return `${FIELD_WORDS[field]}: ${said(before)} → ${said(next)}`;
}
