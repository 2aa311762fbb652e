import { type Counters, type Figures, foldCounters } from '@benvung/domain/review/counters';
import { compareCounters, ledgerOf } from '@benvung/domain/review/movement-ledger';
import type { Db } from '../platform/database/database.ts';
import { compareOpenings, lastYearOnMap } from './compare-openings.ts';
import { CLASS_WORDS, type LedgerProblem, problemOf, UNIT_WORDS } from './ledger-problem.ts';
import { readCounters } from './review-counter.store.ts';
import { listRecordsOfCommunes } from './review-record.store.ts';
import { listCommuneRounds, type ReviewRound } from './review-round.store.ts';

export interface LedgerVerdict {
  readonly years: readonly number[];
  readonly communes: number;
  readonly lines: number;
  readonly problems: readonly LedgerProblem[];
  readonly notCompared: {
    /** Communes without a year before. */
    readonly firstYear: number;
    /** Communes that hold a part of one that was split since: only their villages are compared. */
    readonly split: readonly SplitCommune[];
  };
}

export interface SplitCommune {
  readonly year: number;
  readonly communeId: number;
  /** Communes of the year before that lie in several of this year's. */
  readonly partsOf: readonly number[];
}

export interface LedgerToVerify {
  /** Path of the unit. */
  readonly path: string;
  /** Null: every year. */
  readonly year: number | null;
  readonly progress?: (done: number, total: number) => void;
}

const COMMUNES_AT_ONCE = 50;
const idOf = (round: ReviewRound): number => round.communeId;

/**
 * Whether the kept counters are the fold of the records, whether every village and commune balances, and
 * whether each opening is the closing of the year before, through the succession of units. Reads the records a
 * few communes at a time.
 */
export async function verifyLedger(db: Db, { path, year, progress }: LedgerToVerify): Promise<LedgerVerdict> {
  const rounds = await listCommuneRounds(db, path, year);
  const years = [...new Set(rounds.map((round) => round.year))].sort();
  const problems: LedgerProblem[] = [];
  const notCompared = { firstYear: 0, split: [] as SplitCommune[] };
  let [lines, done] = [0, 0];
  for (const each of years) {
    const ofYear = rounds.filter((round) => round.year === each);
    const last = await lastYearOnMap(db, each, ofYear[0]?.referenceDay ?? `${each}-12-31`);
    for (let from = 0; from < ofYear.length; from += COMMUNES_AT_ONCE) {
      const some = ofYear.slice(from, from + COMMUNES_AT_ONCE);
      const kept = await checkCommunes(db, each, some, problems);
      for (const { communeId } of some) {
        const partsOf = last.splitInto(communeId);
        const sources = last.wholeIn(communeId);
        if (partsOf.length > 0) notCompared.split.push({ year: each, communeId, partsOf });
        else if (sources.length === 0) notCompared.firstYear += 1;
      }
      problems.push(...(await compareOpenings(db, last, { communeIds: some.map(idOf), kept })));
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

const figuresText = (figures: Figures | null): string => (figures === null ? 'không có' : figures.join('/'));
