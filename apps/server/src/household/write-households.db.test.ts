import type { MemberFacts } from '@benvung/domain/household/household-facts';
import { UNKNOWN_MEMBER } from '@benvung/domain/household/unknown-facts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { newId } from '../platform/ids.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { type HouseholdToWrite, writeHouseholds } from './write-households.ts';

const member = (facts: Partial<MemberFacts>): MemberFacts => ({
  ...UNKNOWN_MEMBER,
  personId: newId(),
  fullName: 'Hồ Thị Nga',
  relation: 'head',
  sex: 'female',
  birthDate: '1961',
  ethnicity: '31',
  healthInsurance: true,
  ...facts,
});
const household = (name: string, address: string | null): HouseholdToWrite => ({
  id: newId(),
  originCommuneId: 7,
  listCode: null,
  registrationNumber: null,
  phone: null,
  address,
  villageId: 70,
  scopePath: '/1/46/7/70/',
  residentSince: '2023-09-01',
  residenceReason: 'registered',
  ended: null,
  headName: name,
  persons: null,
  members: [
    member({ fullName: name }),
    member({ relation: 'child', fullName: 'Hồ Văn Út', birthDate: null }),
  ],
  flagOverrides: {},
  demonstration: true,
});

describeOnEachDatabase('many households written at once', (open) => {
  test('are read back as they were, tabs, backslashes and line ends included', async () => {
    const handle = await open();
    const address = 'Nhà\tsố 3\\5\nngõ "Hẹp"\r';
    const households = [household('Nguyễn Thị Hoà', address), household('A Viết Đối', null)];
    const written = await handle.withSession((session) =>
      writeHouseholds(session, households, '2024-10-15T02:00:00.000Z'),
    );
    expect(written).toEqual({ households: 2, persons: 4 });
    const { rows } = await sql`
      select h.head_name, h.head_search_key, h.address, h.persons, h.created_at,
        (select count(*)::int from person p where p.household_id = h.id) as people,
        (select count(*)::int from household_membership m where m.household_id = h.id) as memberships,
        (select r.valid_from from household_residence r where r.household_id = h.id) as since,
        (select p.full_name from person p where p.id = h.head_person_id) as head
      from household h order by h.head_sort_key`.execute(handle.db);
    const common = {
      persons: 2,
      people: 2,
      memberships: 2,
      since: '2023-09-01',
      created_at: '2024-10-15T02:00:00.000Z',
    };
    expect(rows).toEqual([
      {
        head_name: 'A Viết Đối',
        head_search_key: 'a viet doi',
        address: null,
        head: 'A Viết Đối',
        ...common,
      },
      {
        head_name: 'Nguyễn Thị Hoà',
        head_search_key: 'nguyen thi hoa',
        address,
        head: 'Nguyễn Thị Hoà',
        ...common,
      },
    ]);
  });
});
