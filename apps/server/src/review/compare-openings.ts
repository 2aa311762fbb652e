import {
  addFigures,
  type CounterLine,
  type Counters,
  emptyFigures,
  type Figures,
} from '@benvung/domain/review/counters';
import { type OpeningGap, openingGaps } from '@benvung/domain/review/movement-ledger';
import type { VillageMergers } from '@benvung/domain/territory/village-mergers';
import type { Db } from '../platform/database/database.ts';
import { readVillageMergers, restateTo } from '../territory/territory.public.ts';
import { CLASS_WORDS, type LedgerProblem, problemOf, UNIT_WORDS } from './ledger-problem.ts';
import { listCountedCommunes, readCounters } from './review-counter.store.ts';

/** Which communes of last year each commune of this year's map is made of. */
export interface LastYear {
  readonly year: number;
  /** Those that lie whole in it. */
  wholeIn(communeId: number): readonly number[];
  /** Those that lie in it and in others: what of their line belongs here is not known. */
  splitInto(communeId: number): readonly number[];
  /** Villages merged by this year's reference day. */
  readonly mergers: VillageMergers;
}

/** Last year's communes with a result, on the map of this year's reference day. */
export async function lastYearOnMap(db: Db, year: number, referenceDay: string): Promise<LastYear> {
  const communes = await listCountedCommunes(db, year - 1);
  const map = await restateTo(db, { from: `${year - 1}-12-31`, to: referenceDay });
  const [whole, split] = [new Map<number, number[]>(), new Map<number, number[]>()];
  const put = (into: Map<number, number[]>, key: number, id: number) =>
    into.set(key, [...(into.get(key) ?? []), id]);
  for (const id of communes) {
    const line = map.lineOf(id, 'commune');
    if (line !== undefined) put(whole, line, id);
    else for (const part of map.candidatesOf(id)) put(split, part, id);
  }
  return {
    year: year - 1,
    wholeIn: (communeId) => whole.get(communeId) ?? [],
    splitInto: (communeId) => split.get(communeId) ?? [],
    mergers: await readVillageMergers(db, referenceDay),
  };
}

export interface LineGaps {
  readonly line: CounterLine;
  readonly gaps: readonly OpeningGap[];
}

/**
 * Where openings are not last year's closings (regulations 9.5, identity 1): each commune's line against the sum of
 * the communes it is made of, unless one of them was split; each village's against its own.
 */
export async function findOpeningGaps(
  db: Db,
  last: LastYear,
  { communeIds, kept }: { communeIds: readonly number[]; kept: Counters },
): Promise<LineGaps[]> {
  const sources = communeIds.flatMap((id) => [...last.wholeIn(id), ...last.splitInto(id)]);
  const before = await readCounters(db, last.year, [...new Set(sources)]);
  const lines = [...before.values()];
  const byPlace = new Map(lines.map((line) => [placeKey(line), line]));
  const found: LineGaps[] = [];
  for (const line of kept.values()) {
    if (!communeIds.includes(line.communeId)) continue;
    const closings = closingsOf(line, last, byPlace);
    const gaps = closings === undefined ? [] : openingGaps(line.figures, closings);
    if (gaps.length > 0) found.push({ line, gaps });
  }
  return found;
}

/**
 * Last year's closings under the standard that was in force then, for lines whose opening stands under another one:
 * the opening of a year in which the standard changes is re-based (chuyển chuẩn). Lines that cannot be compared on
 * this year's map are left out.
 */
export async function findFormerClosings(
  db: Db,
  last: LastYear,
  { kept, standardBefore }: { kept: Counters; standardBefore: string },
): Promise<Map<CounterLine, Measures>> {
  const communeIds = [...new Set([...kept.values()].map(({ communeId }) => communeId))];
  const sources = communeIds.flatMap((id) => [...last.wholeIn(id), ...last.splitInto(id)]);
  const before = await readCounters(db, last.year, [...new Set(sources)]);
  const byPlace = new Map([...before.values()].map((line) => [placeKey(line), line]));
  const found = new Map<CounterLine, Measures>();
  for (const line of kept.values()) {
    const closings = closingsOf({ ...line, standardId: standardBefore }, last, byPlace);
    if (closings !== undefined) found.set(line, closings);
  }
  return found;
}

export async function compareOpenings(
  db: Db,
  last: LastYear,
  wanted: { communeIds: readonly number[]; kept: Counters },
): Promise<LedgerProblem[]> {
  return (await findOpeningGaps(db, last, wanted)).flatMap(problemsOf);
}

type Measures = ReadonlyMap<string, Figures>;
const placeKey = ({ standardId, communeId, villageId }: Omit<CounterLine, 'year' | 'figures'>): string =>
  villageId === 0 ? `${standardId}|xã ${communeId}` : `${standardId}|thôn ${villageId}`;

/** Undefined where the line cannot be compared. */
function closingsOf(
  line: CounterLine,
  last: LastYear,
  byPlace: ReadonlyMap<string, CounterLine>,
): Measures | undefined {
  const { communeId, villageId, standardId } = line;
  const whole = last.wholeIn(communeId);
  const isSplit = last.splitInto(communeId).length > 0;
  if (villageId !== 0) {
    if (last.mergers.into(villageId) !== villageId) return undefined;
    const same = closingOfVillages(byPlace, { standardId, communeId }, [
      villageId,
      ...last.mergers.partsOf(villageId),
    ]);
    const onItsOwn = !isSplit && whole.length === 1 && whole[0] === communeId;
    return same ?? (onItsOwn ? new Map() : undefined);
  }
  if (isSplit || whole.length === 0) return undefined;
  const closing = emptyFigures();
  for (const id of whole) {
    const figures = byPlace
      .get(placeKey({ standardId, communeId: id, villageId: 0 }))
      ?.figures.get('closing');
    if (figures !== undefined) addFigures(closing, figures);
  }
  return new Map([['closing', closing]]);
}

/** Of a village and of those merged into it; undefined where none of them has a line. */
function closingOfVillages(
  byPlace: ReadonlyMap<string, CounterLine>,
  of: Pick<CounterLine, 'standardId' | 'communeId'>,
  villageIds: readonly number[],
): Measures | undefined {
  const lines = villageIds.flatMap((villageId) => byPlace.get(placeKey({ ...of, villageId })) ?? []);
  if (lines.length < 2) return lines[0]?.figures;
  const closing = emptyFigures();
  for (const { figures } of lines) addFigures(closing, figures.get('closing') ?? emptyFigures());
  return new Map([['closing', closing]]);
}

const problemsOf = ({ line, gaps }: LineGaps): LedgerProblem[] =>
  gaps.map((gap) =>
    problemOf(
      'opening',
      line,
      `${CLASS_WORDS[gap.class]}, ${UNIT_WORDS[gap.unit]}: đầu kỳ ${gap.opening} ≠ cuối kỳ năm trước ${gap.lastClosing}` +
        ' (đính chính sau khi khóa, hoặc danh sách đầu kỳ nhập riêng)',
    ),
  );
