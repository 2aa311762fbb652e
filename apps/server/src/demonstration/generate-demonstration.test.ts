import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { foldCounters, householdsIn, personsIn } from '@benvung/domain/review/counters';
import type { HouseholdClass } from '@benvung/domain/standard/household-class';
import { beforeAll, describe, expect, it } from 'vitest';
import { ANNEX, ANNEX_PROVINCE } from './annex.sample.ts';
import { REPEATING_COMMUNES } from './commune-states.ts';
import { shippedCommunes } from './demonstration.test-support.ts';
import { demonstrationTools } from './demonstration-tools.ts';
import type { ReviewTools } from './draw-answers.ts';
import type { DrawnReview } from './draw-reviews.ts';
import {
  type DemonstrationPlan,
  type DrawnCommune,
  type DrawnHousehold,
  generateDemonstration,
  planDemonstration,
} from './generate-demonstration.ts';

let plan: DemonstrationPlan;
let tools: ReviewTools;
let communes: DrawnCommune[];
let households: DrawnHousehold[];
let reviews: DrawnReview[];

beforeAll(() => {
  tools = demonstrationTools();
  plan = planDemonstration(shippedCommunes());
  communes = [...generateDemonstration(plan, tools)];
  households = communes.flatMap((commune) => commune.households);
  reviews = households.flatMap((household) => household.reviews);
});

const of = (year: number, householdClass: HouseholdClass) =>
  reviews.filter(({ record }) => record.year === year && record.closing?.class === householdClass);
const rate = (part: number, whole: number) => Math.round((part / whole) * 10_000) / 100;

describe('the demonstration reproduces the annex', () => {
  it('in count and rate, for every district and the province', () => {
    const held = ANNEX.map(([code, , households2023]) => {
      const poor = of(2023, 'POOR').filter(({ commune }) => commune.districtCode === code).length;
      return [code, poor, rate(poor, households2023)];
    });
    expect(held).toEqual(ANNEX.map(([code, , , poor, published]) => [code, poor, published]));
    const total = ANNEX.reduce((sum, [, , households2023]) => sum + households2023, 0);
    expect([of(2023, 'POOR').length, rate(of(2023, 'POOR').length, total)]).toEqual([
      ANNEX_PROVINCE[0],
      ANNEX_PROVINCE[1],
    ]);
  });

  it('on household totals of villages that add up to those of the districts, in 2023 and 2024', () => {
    const totals = ANNEX.map(([code]) => {
      const villages = plan.communes
        .filter((commune) => commune.districtCode === code)
        .flatMap((commune) => commune.villages);
      const sum = (year: 2023 | 2024) => villages.reduce((all, village) => all + village.households[year], 0);
      return [code, sum(2023), sum(2024)];
    });
    expect(totals).toEqual(ANNEX.map(([code, , held, , , , , next]) => [code, held, next]));
  });

  it('and where a commune is recognised in 2024, its poor fell by exactly its part of the aim', () => {
    const done = communes.filter((commune) => commune.state === 'recognised');
    expect(done.length).toBeGreaterThan(40);
    for (const { plan: commune } of done) {
      const left = of(2024, 'POOR').filter((review) => review.commune.code === commune.code).length;
      expect([commune.name, left]).toEqual([commune.name, commune.poor2023 - commune.poorReduction2024]);
    }
    for (const [code, , , , , aim] of ANNEX) {
      const parts = plan.communes.filter((commune) => commune.districtCode === code);
      expect(parts.reduce((sum, commune) => sum + commune.poorReduction2024, 0)).toBe(aim);
    }
  });

  const seed = fileURLToPath(
    new URL('../../../../../shared/seeds/2024-tinh-thua-thien-hue.txt', import.meta.url),
  );
  it.skipIf(!existsSync(seed))('whose figures are those of the document', () => {
    const cells = readFileSync(seed, 'utf8')
      .split('PHẤN ĐẤU CHỈ TIÊU GIẢM NGHÈO')[1]!
      .split('|')
      .map((cell) => cell.trim().normalize('NFC'));
    const figures = (name: string) =>
      cells
        .slice(cells.indexOf(name) + 1, cells.indexOf(name) + 6)
        .map((cell) => Number(cell.replace('.', '').replace(',', '.')));
    expect(figures('Toàn tỉnh')).toEqual([...ANNEX_PROVINCE]);
    for (const [, name, , poor, rate2023, aim, left, , rate2024] of ANNEX)
      expect([name, ...figures(name)]).toEqual([name, poor, rate2023, aim, left, rate2024]);
  });
});

describe('every class follows from its facts', () => {
  it('under VN-2022, by the signed form or by the collected income', () => {
    let looked = 0;
    for (const { record, facts, evidence } of reviews) {
      if (record.closing === null || facts === null || evidence === null) continue;
      const found = tools.standard.classify(facts, evidence);
      expect([record.householdId, found.class, found.deprivations]).toEqual([
        record.householdId,
        record.closing.class,
        record.closing.deprivations,
      ]);
      looked += 1;
    }
    expect(looked).toBeGreaterThan(40_000);
  });

  it('a recognised poor household has a signed form with A within the cut-off and B of 30 or more', () => {
    const poor = reviews.filter(
      ({ record }) => record.stage === 'recognised' && record.closing?.class === 'POOR',
    );
    const wrong = poor.filter(({ record, facts, evidence, incomeScore, deprivationScore }) => {
      const cutoff = facts?.areaType === 'urban' ? 175 : 140;
      const deprived = [...record.closing!.deprivations].filter((letter) => letter === '1').length;
      const form = evidence?.kind === 'signedForm' && evidence.deprivationScore === deprivationScore;
      return !form || incomeScore! > cutoff || deprivationScore! < 30 || deprivationScore !== 10 * deprived;
    });
    expect(wrong).toEqual([]);
  });

  it('and nothing that rests on the trial scorecard is recognised', () => {
    const tried = reviews.filter((review) => review.scorecardId !== null);
    expect(tried.length).toBeGreaterThan(5);
    expect(tried.filter(({ record }) => record.verified || record.stage === 'recognised')).toEqual([]);
  });
});

describe('the movements balance', () => {
  const COLUMNS = [
    [2, -1],
    [3, -1],
    [4, -1],
    [5, 1],
    [6, 1],
    [7, 1],
    [8, 1],
  ] as const;

  it('in every village and commune, for households and persons, poor and near-poor', () => {
    const counters = foldCounters(reviews.map((review) => review.record));
    const broken: string[] = [];
    for (const [key, line] of counters)
      for (const householdClass of ['POOR', 'NEAR_POOR'] as const)
        for (const count of [householdsIn, personsIn]) {
          const get = (measure: string) => count(line.figures.get(measure), householdClass);
          const moved = COLUMNS.reduce((sum, [column, sign]) => sum + sign * get(`movement.${column}`), 0);
          if (get('opening') + moved - get('pending') !== get('closing'))
            broken.push(`${key} ${householdClass}`);
        }
    expect(broken).toEqual([]);
  });

  it('each year opens as the last one closed', () => {
    const counters = foldCounters(reviews.map((review) => review.record));
    for (const commune of plan.communes)
      for (const year of plan.states.get(commune.code) === 'notBegun' ? [2023] : [2023, 2024])
        for (const householdClass of ['POOR', 'NEAR_POOR'] as const) {
          const get = (of: number, measure: string) => {
            const figures = counters.get(`${of}|VN-2022|${commune.id}|0`)?.figures.get(measure);
            return [householdsIn(figures, householdClass), personsIn(figures, householdClass)];
          };
          expect([commune.name, year, get(year, 'opening')]).toEqual([
            commune.name,
            year,
            get(year - 1, 'closing'),
          ]);
        }
  });

  it('and every kind of movement and every stage occurs', () => {
    const counters = foldCounters(reviews.map((review) => review.record));
    const measures = new Set([...counters.values()].flatMap((line) => [...line.figures.keys()]));
    for (const column of [2, 3, 4, 5, 6, 7, 8]) expect(measures).toContain(`movement.${column}`);
    for (const stage of ['listed', 'surveyed', 'scored', 'recognised'])
      expect(measures).toContain(`stage.${stage}`);
    const gone = new Set(reviews.map(({ record }) => record.goneReason));
    expect(gone).toEqual(new Set([null, 'died', 'movedAway', 'mergedInto']));
    const arrived = new Set(reviews.map(({ record }) => record.arrivalReason));
    expect(arrived).toEqual(new Set([null, 'newEntry', 'relapse', 'movedIn', 'split']));
    expect(of(2024, 'UNDETERMINED').length).toBeGreaterThan(10);
  });
});

describe('the people', () => {
  it('are one head a household at each review, and nobody is counted twice', () => {
    for (const { record, facts } of reviews) {
      const heads = facts?.members.filter((member) => member.relation === 'head') ?? [];
      if (facts !== null)
        expect([record.householdId, record.year, heads.length]).toEqual([record.householdId, record.year, 1]);
    }
    const present = households.flatMap(({ life }) =>
      life.persons.filter((person) => person.left?.toHousehold == null),
    );
    expect(new Set(present.map((person) => person.id)).size).toBe(present.length);
    const once = communes
      .filter(({ plan: { code } }) => !REPEATING_COMMUNES.includes(code))
      .flatMap((commune) => commune.households.flatMap(({ life }) => life.persons))
      .filter((person) => person.left?.toHousehold == null);
    const numbers = once.flatMap((person) => person.identityNumber ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('of which some communes wrote a few twice: as many newcomers as planned, but old acquaintances', () => {
    const underway = communes.filter(
      ({ plan: { code }, state }) => REPEATING_COMMUNES.includes(code) && state === 'underway',
    );
    expect(underway).toHaveLength(2);
    for (const { households: drawn } of underway) {
      const births = (life: DrawnHousehold['life']) =>
        life.persons.map(({ fullName, birthDate }) => `${fullName} ${birthDate}`);
      const old = drawn.filter(({ life }) => life.registeredOn < '2024').flatMap(({ life }) => births(life));
      const known = new Set(old);
      const again = drawn.filter(
        ({ life }) => life.registeredOn > '2024' && births(life).some((birth) => known.has(birth)),
      );
      expect(again.length).toBe(7);
    }
  });
});

it('the same seed gives the same households under the same ids, another seed does not', () => {
  const first = (seed?: string) => {
    const source = generateDemonstration(planDemonstration(shippedCommunes(), seed), tools, seed);
    return JSON.stringify([source.next().value, source.next().value]);
  };
  expect(first()).toBe(JSON.stringify(communes.slice(0, 2)));
  expect(first('another')).not.toBe(first());
});
