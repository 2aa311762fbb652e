import type { PlanDutyProblemCode } from '@benvung/domain/plan/duty/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import { z } from 'zod';
import type { Db } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import type { UnitOnDay } from '../../territory/territory.public.ts';
import {
  hasAgencyNamed,
  insertAgency,
  listPeopleIn,
  replaceMembers,
  type StoredAgency,
  updateAgency,
} from './agency.store.ts';

interface AgencyTold {
  readonly name: string;
  readonly shortNames: readonly string[];
  readonly mailAddress: string | null;
}

type Kept<Value> = Result<Value, Problem<PlanDutyProblemCode>>;

const address = z.email().max(254);
export const isMailAddress = (text: string): boolean => address.safeParse(text).success;

const toldOf = ({ name, shortNames, mailAddress }: AgencyTold) => ({
  name: name.normalize('NFC'),
  nameKey: searchKey(name),
  shortNames: [...new Set(shortNames.map((one) => one.normalize('NFC')))],
  mailAddress: mailAddress === '' ? null : mailAddress,
});

/** Makes a body of a unit that duties can be sent to. */
export async function makeAgency(
  db: Db,
  unit: Pick<UnitOnDay, 'id' | 'path'>,
  told: AgencyTold & { readonly demonstration?: boolean },
): Promise<Kept<{ id: string }>> {
  const fields = toldOf(told);
  if (fields.mailAddress !== null && !isMailAddress(fields.mailAddress))
    return refuse('plan-duty.mail-address-invalid');
  const id = newId();
  const made = await insertAgency(db, {
    id,
    unitId: unit.id,
    scopePath: unit.path,
    demonstration: told.demonstration ?? false,
    ...fields,
  });
  return made ? ok({ id }) : refuse('plan-duty.agency-name-taken', { name: fields.name });
}

interface AgencyChanged extends AgencyTold {
  readonly version: number;
  readonly closed: boolean;
  readonly at: string;
}

export async function changeAgencyOf(
  db: Db,
  agency: StoredAgency,
  told: AgencyChanged,
): Promise<Kept<{ version: number }>> {
  const fields = toldOf(told);
  if (fields.mailAddress !== null && !isMailAddress(fields.mailAddress))
    return refuse('plan-duty.mail-address-invalid');
  const { unitId, id } = agency;
  if (await hasAgencyNamed(db, { unitId, nameKey: fields.nameKey, besides: id }))
    return refuse('plan-duty.agency-name-taken', { name: fields.name });
  const closedAt = told.closed ? told.at : null;
  return (await updateAgency(db, { id, version: told.version, ...fields, closedAt }))
    ? ok({ version: told.version + 1 })
    : refuse('plan-duty.changed-meanwhile');
}

/** Exactly these accounts stand at the desk; each must hold a role in the agency's unit. */
export async function setMembers(
  db: Db,
  agency: StoredAgency,
  told: { readonly accounts: readonly string[]; readonly at: string; readonly today: string },
): Promise<Kept<undefined>> {
  const accounts = [...new Set(told.accounts)];
  const people = await listPeopleIn(db, { path: agency.scopePath, day: told.today });
  if (accounts.some((id) => !people.some((one) => one.id === id && one.unitId === agency.unitId)))
    return refuse('plan-duty.member-outside');
  await replaceMembers(db, { agency, accounts, at: told.at });
  return ok(undefined);
}
