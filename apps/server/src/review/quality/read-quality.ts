import type { FindingList, FindingView, QualityView } from '@benvung/contract/review-quality';
import { FINDING_STATES, type FindingState } from '@benvung/domain/review/quality/decide-finding';
import { QUALITY_CHECK_CODES, type QualityCheckCode } from '@benvung/domain/review/quality/quality-check';
import { groupBy } from '@benvung/domain/shared/group-by';
import type { Db } from '../../platform/database/database.ts';
import { listLastKnownUnits, type UnitOnDay } from '../../territory/territory.public.ts';
import { refOf } from '../read-opening-plan.ts';
import { enumeratorNames } from './enumerator-names.store.ts';
import {
  type FindingsOfVillage,
  listFindings,
  listRoundsToCheck,
  sumFindings,
  sumQualityCounts,
} from './finding.store.ts';

interface Wanted {
  readonly unit: UnitOnDay;
  readonly year: number;
  readonly today: string;
}

interface QualityWanted extends Wanted {
  /** Whether the reader may know who filled in the forms. */
  readonly named: boolean;
}

const PAGE_SIZE = 100;

const statesOf = (lines: readonly FindingsOfVillage[]) => {
  const of = (state: FindingState) =>
    lines.reduce((sum, line) => sum + (line.state === state ? line.count : 0), 0);
  return { open: of('open'), explained: of('explained'), sentBack: of('sentBack') };
};

/** How the checks of a year went in a unit: sums of villages, no household and no name of one. */
export async function readQuality(db: Db, { unit, year, today, named }: QualityWanted): Promise<QualityView> {
  const wanted = { year, path: unit.path };
  const counts = groupBy(await sumQualityCounts(db, wanted), ({ check }) => check);
  const found = await sumFindings(db, wanted);
  const alone = unit.level === 'commune' || unit.level === 'village';
  const placeOf = ({ villageId, communeId }: { villageId: number; communeId: number }) =>
    alone ? villageId : communeId;
  const byPlace = groupBy(found, placeOf);
  const units = await listLastKnownUnits(db, [...byPlace.keys()], today);
  const rounds = await listRoundsToCheck(db, wanted);
  const checked = rounds.flatMap(({ checkedAt }) => checkedAt ?? []);
  return {
    unit: refOf(unit),
    year,
    checks: QUALITY_CHECK_CODES.map((check) => {
      const own = counts.get(check) ?? [];
      return {
        check,
        looked: own.reduce((sum, { looked }) => sum + looked, 0),
        withoutData: own.reduce((sum, { withoutData }) => sum + withoutData, 0),
        ...statesOf(found.filter((line) => line.check === check)),
      };
    }),
    rows: [...byPlace]
      .map(([id, lines]) => {
        const known = units.get(id);
        return {
          unit: known === undefined ? null : refOf(known),
          ...statesOf(lines),
          byCheck: [...groupBy(lines, ({ check }) => check)].map(([check, own]) => ({
            check,
            count: own.reduce((sum, { count }) => sum + count, 0),
          })),
        };
      })
      .sort((a, b) => b.open - a.open),
    enumerators: unit.level === 'commune' ? await byEnumerator(db, found, named) : [],
    state: {
      rounds: rounds.length,
      unchecked: rounds.filter(({ checkedAt }) => checkedAt === null).length,
      behind: rounds.reduce((sum, { behind }) => sum + behind, 0),
      checkedAt: checked.sort().at(-1) ?? null,
    },
  };
}

async function byEnumerator(
  db: Db,
  found: readonly FindingsOfVillage[],
  named: boolean,
): Promise<QualityView['enumerators']> {
  const groups = groupBy(found, ({ enumerator }) => enumerator);
  const names = named ? await enumeratorNames(db, [...groups.keys()]) : null;
  let mark = 0;
  return [...groups]
    .map(([key, lines]) => ({ key, ...statesOf(lines) }))
    .sort((a, b) => b.open - a.open)
    .map(({ key, ...states }) => {
      if (key !== null) mark += 1;
      return {
        mark: key === null ? null : mark,
        name: key === null ? null : (names?.(key) ?? null),
        ...states,
      };
    });
}

interface FindingsWanted extends Wanted {
  readonly check: QualityCheckCode | null;
  readonly state: FindingState | null;
  readonly page: number;
}

/** A page of findings with the names behind them. */
export async function readFindings(
  db: Db,
  { unit, year, today, check, state, page }: FindingsWanted,
): Promise<FindingList> {
  const { findings, total } = await listFindings(db, {
    year,
    path: unit.path,
    check,
    state,
    offset: (page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  });
  const villages = await listLastKnownUnits(
    db,
    [...new Set(findings.map(({ villageId }) => villageId))],
    today,
  );
  const names = await enumeratorNames(
    db,
    findings.map(({ enumerator }) => enumerator),
  );
  return {
    findings: findings.map(
      (one): FindingView => ({
        id: one.id,
        check: one.check,
        state: FINDING_STATES.find((each) => each === one.state) ?? 'open',
        village: villages.get(one.villageId)?.name ?? '?',
        household: one.householdId === null ? null : { id: one.householdId, head: one.head ?? '' },
        enumerator: one.enumerator === null ? null : names(one.enumerator),
        facts: { ...one.facts },
        foundOn: one.foundOn,
        reason: one.reason,
        decidedBy: one.decidedBy,
        decidedOn: one.decidedOn,
        version: one.version,
      }),
    ),
    page: { page, pageSize: PAGE_SIZE, total },
  };
}
