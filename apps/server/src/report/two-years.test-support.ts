import { readFileSync } from 'node:fs';
import type { PovertyCause } from '@benvung/domain/household/household-facts';
import type { ArrivalReason, GoneReason, HouseholdFlags } from '@benvung/domain/review/review-record';
import { sampleClosing, sampleOpening } from '@benvung/domain/review/review-record.sample';
import type { HouseholdClass } from '@benvung/domain/standard/household-class';
import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';
import { putPopulationBase, putReviewRecords, type ReviewRound } from '../review/review.public.ts';
import {
  openTestRounds,
  pathOfTestUnit,
  testHouseholdId,
  testRecord,
  writeTestHousehold,
} from '../review/review.test-support.ts';

type Standing = [householdClass: HouseholdClass, persons: number, villageId: number];

interface ExampleHousehold {
  readonly id: number;
  readonly head: string;
  readonly '2023'?: Standing;
  readonly '2024'?: Standing;
  readonly gone?: GoneReason;
  readonly arrival?: ArrivalReason;
  readonly oncePoor?: boolean;
  readonly ethnicity?: string;
  readonly flags?: readonly (keyof HouseholdFlags)[];
  readonly deprivations?: string;
  readonly causes?: readonly PovertyCause[];
  readonly children?: readonly [number, number, number];
}

type Cells = (number | null)[];
export interface TwoYears {
  readonly base: Readonly<Record<string, readonly number[]>>;
  readonly households: readonly ExampleHousehold[];
  readonly tables: Readonly<
    Record<string, { total: Cells; persons?: Cells; marks?: [string, string][] } & Record<string, Cells>>
  >;
}

export const twoYears: TwoYears = JSON.parse(
  readFileSync(new URL('two-years.example.json', import.meta.url), 'utf8'),
);

/** Writes the example's two years into commune 7; the rounds of 2024 stay open. */
export async function writeTwoYears(db: Db): Promise<void> {
  for (const { id, head } of twoYears.households) {
    await writeTestHousehold(db, testHouseholdId(id), 71);
    await sql`update household set head_name = ${head} where id = ${testHouseholdId(id)}`.execute(db);
  }
  for (const year of [2023, 2024] as const) {
    const round = (await openTestRounds(db, year)).get(7)!;
    await writeBase(db, year);
    const records = twoYears.households.flatMap((household) => recordsOf(household, round, year));
    const put = await putReviewRecords(db, records, { today: `${year}-12-01` });
    if (!put.ok) throw new Error(put.problem.code);
  }
}

async function writeBase(db: Db, year: number): Promise<void> {
  const [households = 0, persons = 0, minority = 0, minorityPersons = 0, local = 0, localPersons = 0] =
    twoYears.base[year] ?? [];
  await putPopulationBase(db, [
    {
      year,
      communeId: 7,
      villageId: 0,
      households,
      persons,
      minorityHouseholds: minority,
      minorityPersons,
      localMinorityHouseholds: local,
      localMinorityPersons: localPersons,
      source: 'thử',
      onDay: `${year}-12-31`,
      demonstration: false,
      scopePath: pathOfTestUnit(7),
    },
  ]);
}

function recordsOf(household: ExampleHousehold, round: ReviewRound, year: 2023 | 2024) {
  const now = household[`${year}`];
  const last = year === 2024 ? household['2023'] : undefined;
  if (now === undefined && last === undefined) return [];
  const [children, health, education] = household.children ?? [0, 0, 0];
  const flags = Object.fromEntries((household.flags ?? []).map((flag) => [flag, true]));
  const closing =
    now === undefined
      ? null
      : sampleClosing({
          class: now[0],
          persons: now[1],
          villageId: now[2],
          deprivations: household.deprivations ?? '000000000000',
          headEthnicity: household.ethnicity ?? '01',
          flags: { ...sampleClosing().flags, ...flags },
          causes: household.causes ?? [],
          children,
          childrenDeprivedOfHealth: health,
          childrenDeprivedOfEducation: education,
          oncePoor: household.oncePoor ?? false,
        });
  return [
    testRecord(round, {
      householdId: testHouseholdId(household.id),
      opening:
        last === undefined ? null : sampleOpening({ class: last[0], persons: last[1], villageId: last[2] }),
      closing,
      goneReason: closing === null ? (household.gone ?? null) : null,
      arrivalReason: year === 2024 ? (household.arrival ?? null) : null,
      stage: now?.[0] === 'UNDETERMINED' ? 'scored' : 'recognised',
    }),
  ];
}
