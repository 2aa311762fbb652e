import { type CounterLine, type Counters, type Figures, foldCounters } from '@benvung/domain/review/counters';
import { compareCounters, ledgerOf, openingGaps } from '@benvung/domain/review/movement-ledger';
import type { Db } from '../platform/database/database.ts';
import { restateTo } from '../territory/territory.public.ts';
import { readCounters } from './review-counter.store.ts';
import { listRecordsOfCommunes } from './review-record.store.ts';
import { listCommuneRounds, type ReviewRound } from './review-round.store.ts';

export type LedgerProblemKind = 'counter' | 'balance' | 'opening';

export interface LedgerProblem {
  readonly kind: LedgerProblemKind;
  readonly year: number;
  readonly standard: string;
  readonly communeId: number;
  /** 0: the commune's own line. */
  readonly villageId: number;
  /** What is wrong with which values, Vietnamese. */
  readonly detail: string;
}

export interface LedgerVerdict {
  readonly years: readonly number[];
  readonly communes: number;
  readonly lines: number;
  readonly problems: readonly LedgerProblem[];
  /** Communes whose opening could not be set against a year before, by reason. */
  readonly notCompared: Readonly<Record<'firstYear' | 'anotherMap', number>>;
}

export interface LedgerToVerify {
  /** Path of the unit. */
  readonly path: string;
  /** Null: every year. */
  readonly year: number | null;
  readonly progress?: (done: number, total: number) => void;
}

const COMMUNES_AT_ONCE = 50;

/**
 * Whether the kept counters are the fold of the records, whether every village and commune balances, and
 * whether each opening is the closing of the year before, through the succession of units. Reads the records a
 * few communes at a time.
 */
export async function verifyLedger(db: Db, { path, year, progress }: LedgerToVerify): Promise<LedgerVerdict> {
  const rounds = await listCommuneRounds(db, path, year);
  const years = [...new Set(rounds.map((round) => round.year))].sort();
  const problems: LedgerProblem[] = [];
  const notCompared = { firstYear: 0, anotherMap: 0 };
  let [lines, done] = [0, 0];
  for (const each of years) {
    const ofYear = rounds.filter((round) => round.year === each);
    for (let from = 0; from < ofYear.length; from += COMMUNES_AT_ONCE) {
      const some = ofYear.slice(from, from + COMMUNES_AT_ONCE);
      const kept = await checkCommunes(db, each, some, problems);
      const counted = await checkOpenings(db, { year: each, rounds: some, kept, problems });
      notCompared.firstYear += counted.firstYear;
      notCompared.anotherMap += counted.anotherMap;
      lines += kept.size;
      done += some.length;
      progress?.(done, rounds.length);
    }
  }
  const communes = new Set(rounds.map((round) => round.communeId)).size;
  return { years, communes, lines, problems, notCompared };
}

async function checkCommunes(
  db: Db,
  year: number,
  rounds: readonly ReviewRound[],
  problems: LedgerProblem[],
): Promise<Counters> {
  const ids = [...new Set(rounds.map((round) => round.communeId))];
  const kept = await readCounters(db, year, ids);
  const folded = foldCounters(await listRecordsOfCommunes(db, year, ids));
  for (const [key, line] of folded) if (!ids.includes(line.communeId)) folded.delete(key);
  for (const { line, measure, kept: was, folded: is } of compareCounters(kept, folded))
    problems.push(
      problemOf(
        'counter',
        line,
        `${measure}: đang giữ ${figuresText(was)}, cộng lại từ hồ sơ ${figuresText(is)}`,
      ),
    );
  for (const line of folded.values())
    for (const entry of ledgerOf(line.figures))
      if (entry.difference !== 0)
        problems.push(
          problemOf(
            'balance',
            line,
            `${CLASS_WORDS[entry.class]}, ${UNIT_WORDS[entry.unit]}: đầu kỳ ${entry.opening} − ra ${entry.out} + vào ${entry.in}` +
              ` − chưa rà soát ${entry.pending} ≠ cuối kỳ ${entry.closing} (lệch ${entry.difference})`,
          ),
        );
  return kept;
}

const CLASS_WORDS = { POOR: 'hộ nghèo', NEAR_POOR: 'hộ cận nghèo' } as const;
const UNIT_WORDS = { households: 'số hộ', persons: 'số nhân khẩu' } as const;
const figuresText = (figures: Figures | null): string => (figures === null ? 'không có' : figures.join('/'));

const problemOf = (kind: LedgerProblemKind, line: CounterLine, detail: string): LedgerProblem => ({
  kind,
  year: line.year,
  standard: line.standardId,
  communeId: line.communeId,
  villageId: line.villageId,
  detail,
});

interface OpeningsToCheck {
  readonly year: number;
  readonly rounds: readonly ReviewRound[];
  readonly kept: Counters;
  readonly problems: LedgerProblem[];
}

/** Communes that are the same ground on both days are compared line by line; others are counted as not compared. */
async function checkOpenings(
  db: Db,
  { year, rounds, kept, problems }: OpeningsToCheck,
): Promise<{ firstYear: number; anotherMap: number }> {
  const ids = rounds.map((round) => round.communeId);
  const last = await readCounters(db, year - 1, ids);
  const lastCommunes = new Set([...last.values()].map((line) => line.communeId));
  const today = rounds[0]?.referenceDay ?? `${year}-12-31`;
  const map = await restateTo(db, { from: `${year - 1}-12-31`, to: today });
  const not = { firstYear: 0, anotherMap: 0 };
  for (const { communeId } of rounds) {
    if (map.lineOf(communeId, 'commune') !== communeId) not.anotherMap += 1;
    else if (!lastCommunes.has(communeId)) not.firstYear += 1;
    else problems.push(...gapsOf(communeId, kept, last));
  }
  return not;
}

function gapsOf(communeId: number, kept: Counters, last: Counters): LedgerProblem[] {
  const lines = [...kept.values()].filter((line) => line.communeId === communeId);
  return lines.flatMap((line) => {
    const key = `${line.year - 1}|${line.standardId}|${communeId}|${line.villageId}`;
    return openingGaps(line.figures, last.get(key)?.figures ?? new Map()).map((gap) =>
      problemOf(
        'opening',
        line,
        `${CLASS_WORDS[gap.class]}, ${UNIT_WORDS[gap.unit]}: đầu kỳ ${gap.opening} ≠ cuối kỳ năm trước ${gap.lastClosing}` +
          ' (đính chính sau khi khóa, hoặc danh sách đầu kỳ nhập riêng)',
      ),
    );
  });
}
