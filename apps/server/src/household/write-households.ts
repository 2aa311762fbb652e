import type { MemberFacts } from '@benvung/domain/household/household-facts';
import { namesKey } from '@benvung/domain/household/name-search';
import type { Day } from '@benvung/domain/shared/day';
import { personSortKey, searchKey } from '@benvung/domain/shared/vietnamese-text';
import { type CopyValue, copyRow } from '../platform/database/copy-text.ts';
import type { BulkCopy, Session } from '../platform/database/database.ts';

/** A household as it is first written, with everyone who is in it. */
export interface HouseholdToWrite {
  readonly id: string;
  readonly originCommuneId: number;
  readonly listCode: string | null;
  readonly registrationNumber: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly villageId: number;
  /** Path of the village. */
  readonly scopePath: string;
  readonly residentSince: Day;
  /** Why it is here: `registered`, `imported`, `movedIn`, `split`. */
  readonly residenceReason: string;
  readonly ended: { readonly on: Day; readonly reason: string } | null;
  readonly headName: string;
  /** How many persons the list counts; when null, the members present are counted. */
  readonly persons: number | null;
  readonly members: readonly MemberFacts[];
  readonly flagOverrides: Readonly<Record<string, { value: boolean; reason: string }>>;
  readonly demonstration: boolean;
}

const HOUSEHOLD = {
  table: 'household',
  columns: [
    'origin_commune_id',
    'id',
    'version',
    'list_code',
    'registration_number',
    'phone',
    'address',
    'village_id',
    'scope_path',
    'head_person_id',
    'head_name',
    'head_search_key',
    'head_sort_key',
    'members_search_key',
    'persons',
    'flag_overrides',
    'ended_on',
    'ended_reason',
    'demonstration',
    'created_at',
    'updated_at',
  ],
} as const satisfies BulkCopy;
const RESIDENCE = {
  table: 'household_residence',
  columns: ['origin_commune_id', 'household_id', 'valid_from', 'village_id', 'reason', 'scope_path'],
} as const satisfies BulkCopy;
const PERSON = {
  table: 'person',
  columns: [
    'origin_commune_id',
    'id',
    'version',
    'household_id',
    'scope_path',
    'full_name',
    'search_key',
    'sort_key',
    'relation',
    'sex',
    'birth_date',
    'ethnicity',
    'identity_number',
    'marital_status',
    'education_finished',
    'attending',
    'vocational_certificate',
    'labour_status',
    'health_insurance',
    'insurance_group',
    'nutrition',
    'disability_form',
    'disability_degree',
    'merit_group',
    'monthly_allowance',
    'untreated_illness',
  ],
} as const satisfies BulkCopy;
const MEMBERSHIP = {
  table: 'household_membership',
  columns: [
    'origin_commune_id',
    'household_id',
    'person_id',
    'valid_from',
    'relation',
    'reason',
    'scope_path',
  ],
} as const satisfies BulkCopy;

/** The tables in the order they must be written (a household before what refers to it). */
export const HOUSEHOLD_TABLES = [HOUSEHOLD, RESIDENCE, PERSON, MEMBERSHIP] as const;

/** What one household adds to each of `HOUSEHOLD_TABLES`, as `COPY` text. `at` is an ISO instant. */
export function householdCopyText(household: HouseholdToWrite, at: string): [string, string, string, string] {
  const { originCommuneId: origin, id, scopePath, residentSince, residenceReason } = household;
  let people = '';
  let memberships = '';
  for (const member of household.members) {
    people += copyRow(personValues(household, member));
    memberships += copyRow([
      origin,
      id,
      member.personId,
      residentSince,
      member.relation,
      residenceReason,
      scopePath,
    ]);
  }
  return [
    copyRow(householdValues(household, at)),
    copyRow([origin, id, residentSince, household.villageId, residenceReason, scopePath]),
    people,
    memberships,
  ];
}

function householdValues(household: HouseholdToWrite, at: string): CopyValue[] {
  const head = household.members.find((member) => member.relation === 'head');
  return [
    household.originCommuneId,
    household.id,
    1,
    household.listCode,
    household.registrationNumber,
    household.phone,
    household.address,
    household.villageId,
    household.scopePath,
    head?.personId,
    household.headName,
    searchKey(household.headName),
    personSortKey(household.headName),
    namesKey(
      household.members.length === 0
        ? [household.headName]
        : household.members.map(({ fullName }) => fullName),
    ),
    household.persons ?? household.members.length,
    JSON.stringify(household.flagOverrides),
    household.ended?.on,
    household.ended?.reason,
    household.demonstration,
    at,
    at,
  ];
}

function personValues(household: HouseholdToWrite, member: MemberFacts): CopyValue[] {
  return [
    household.originCommuneId,
    member.personId,
    1,
    household.id,
    household.scopePath,
    member.fullName,
    searchKey(member.fullName),
    personSortKey(member.fullName),
    member.relation,
    member.sex,
    member.birthDate,
    member.ethnicity,
    member.identityNumber,
    member.maritalStatus,
    member.educationFinished,
    member.attending,
    member.vocationalCertificate,
    member.labourStatus,
    member.healthInsurance,
    member.insuranceGroup,
    member.nutrition,
    member.disabilityForm,
    member.disabilityDegree,
    member.meritGroup,
    member.monthlyAllowance,
    member.untreatedIllness,
  ];
}

const CHUNK = 2000;

/**
 * Writes many new households with their residences, persons and memberships by `COPY`, a chunk at a time, in
 * the caller's transaction. Area scope is the caller's: `COPY` does not pass row-level security.
 */
export async function writeHouseholds(
  session: Session,
  households: AsyncIterable<HouseholdToWrite> | Iterable<HouseholdToWrite>,
  at: string,
): Promise<{ households: number; persons: number }> {
  const written = { households: 0, persons: 0 };
  let waiting: string[][] = HOUSEHOLD_TABLES.map(() => []);
  const flush = async () => {
    for (const [index, table] of HOUSEHOLD_TABLES.entries())
      await session.copyIn(table, waiting[index] ?? []);
    waiting = HOUSEHOLD_TABLES.map(() => []);
  };
  for await (const household of households) {
    for (const [index, text] of householdCopyText(household, at).entries())
      if (text !== '') waiting[index]?.push(text);
    written.households += 1;
    written.persons += household.members.length;
    if (written.households % CHUNK === 0) await flush();
  }
  await flush();
  return written;
}
