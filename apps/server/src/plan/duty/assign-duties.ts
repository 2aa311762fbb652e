import type { AssignDuties } from '@benvung/contract/plan-duty';
import { matchPartners } from '@benvung/domain/plan/duty/match-owner';
import type { PlanDutyProblemCode } from '@benvung/domain/plan/duty/problems';
import { yearOf } from '@benvung/domain/shared/day';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Acting } from '../../review/review.public.ts';
import { listUnitsOn, type UnitOnDay } from '../../territory/territory.public.ts';
import { type ListedAgency, listAgencies, listPeopleIn } from './agency.store.ts';
import { insertDuties, type NewDuty } from './duty-write.store.ts';

/** Whose desk a duty goes to. */
export interface Desk {
  readonly unit: Pick<UnitOnDay, 'id' | 'path'>;
  readonly agencyId: string | null;
  readonly accountId: string | null;
  readonly ownerWords: string;
}

export const deskOfUnit = (unit: Pick<UnitOnDay, 'id' | 'path' | 'name'>): Desk => ({
  unit,
  agencyId: null,
  accountId: null,
  ownerWords: unit.name,
});

export const deskOfAgency = (unit: Pick<UnitOnDay, 'id' | 'path'>, agency: ListedAgency): Desk => ({
  unit,
  agencyId: agency.id,
  accountId: null,
  ownerWords: agency.name,
});

/** An agency's name and its short names, as words are matched with. */
export const namesOf = (agencies: readonly ListedAgency[]) =>
  agencies.map(({ id, name, shortNames }) => ({ id, names: [name, ...shortNames] }));

type Told = Pick<NewDuty, 'task' | 'year' | 'giverUnitId' | 'assignedOn'> & Partial<NewDuty>;

/** One duty for a desk; what is not told is empty. */
export const newDutyOf = (desk: Desk, told: Told): NewDuty => ({
  origin: 'own',
  planId: null,
  planVersion: null,
  planDutyId: null,
  kind: 'task',
  reportKind: null,
  reportKey: null,
  node: null,
  partners: [],
  partnerAgencyIds: [],
  output: '',
  evidenceAsked: '',
  dueOn: null,
  periodWords: null,
  demonstration: false,
  agencyId: desk.agencyId,
  accountId: desk.accountId,
  ownerWords: desk.ownerWords,
  ...told,
  id: newId(),
  unitId: desk.unit.id,
  scopePath: desk.unit.path,
});

export const assignedEvent = ({ at, today, actor }: Pick<Acting, 'at' | 'today' | 'actor'>) => ({
  act: 'assign',
  at,
  onDay: today,
  actor,
  words: null,
  day: null,
});

type Assigned = Result<readonly NewDuty[], Problem<PlanDutyProblemCode>>;

/** Gives one duty to every desk that is named; all of them or none. */
export async function assignByHand(
  db: Db,
  unit: UnitOnDay,
  { told, acting }: { readonly told: AssignDuties; readonly acting: Acting },
): Promise<Assigned> {
  if (told.dueOn !== null && told.dueOn < acting.today)
    return refuse('plan-duty.deadline-gone-by', { day: told.dueOn });
  const desks = await findDesks(db, unit, { told, today: acting.today });
  if (!desks.ok) return desks;
  const { task, node, output, evidenceAsked, dueOn, periodWords, partners } = told;
  const agencies = partners.length === 0 ? [] : namesOf(await listAgencies(db, unit.id));
  const duties = desks.value.map((desk) =>
    newDutyOf(desk, {
      ...{ task, node, output, evidenceAsked, dueOn, periodWords, partners },
      partnerAgencyIds: matchPartners(partners, agencies, desk.agencyId),
      year: yearOf(dueOn ?? acting.today),
      giverUnitId: unit.id,
      assignedOn: acting.today,
    }),
  );
  await insertDuties(db, duties, assignedEvent(acting));
  return ok(duties);
}

/** The desks of a unit's agencies, of units below it and of a person; its own when nobody is named. */
export async function findDesks(
  db: Db,
  unit: UnitOnDay,
  {
    told,
    today,
  }: { readonly told: Pick<AssignDuties, 'agencies' | 'units' | 'person'>; readonly today: string },
): Promise<Result<Desk[], Problem<PlanDutyProblemCode>>> {
  const desks: Desk[] = [];
  if (told.agencies.length > 0) {
    const known = new Map((await listAgencies(db, unit.id)).map((one) => [one.id, one]));
    for (const id of new Set(told.agencies)) {
      const agency = known.get(id);
      if (agency === undefined) return refuse('plan-duty.desk-not-found');
      if (agency.closed) return refuse('plan-duty.agency-closed');
      desks.push(deskOfAgency(unit, agency));
    }
  }
  const below = await listUnitsOn(db, [...new Set(told.units)], today);
  const missing = told.units.find(
    (id) => !below.some((one) => one.id === id && one.path.startsWith(unit.path)),
  );
  if (missing !== undefined) return refuse('plan-duty.unit-not-found', { unit: missing });
  desks.push(...below.map(deskOfUnit));
  if (told.person !== null) {
    const person = (await listPeopleIn(db, { path: unit.path, day: today })).find(
      ({ id }) => id === told.person,
    );
    // where the person works, not where the giver sits: they see no further
    const [home] = person === undefined ? [] : await listUnitsOn(db, [person.unitId], today);
    if (person === undefined || home === undefined) return refuse('plan-duty.person-not-found');
    desks.push({ unit: home, agencyId: null, accountId: person.id, ownerWords: person.name });
  }
  return ok(desks.length === 0 ? [deskOfUnit(unit)] : desks);
}
