import { personalFileAsked } from '@benvung/contract/exchange';
import { goneWords } from '@benvung/domain/exchange/exchange-words';
import { writtenDay } from '@benvung/domain/shared/day';
import { ok, refuse } from '@benvung/domain/shared/result';
import { CLASS_LABELS } from '@benvung/domain/standard/class-labels';
import { z } from 'zod';
import {
  givenBy,
  listFile,
  MOST_FILE_ROWS,
  type PrintedColumn,
  type PrintedList,
} from '../exchange/list-file.public.ts';
import { dayInVietnam } from '../platform/clock.ts';
import type { Db } from '../platform/database/database.ts';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { fileResponse } from '../platform/http/file-reply.ts';
import { findUnitOn, listLastKnownUnits } from '../territory/territory.public.ts';
import { listMatchPairs } from './list-match-pairs.ts';
import { listMissing } from './missing-households.store.ts';
import { listCorrectionsOfCommune } from './review-correction.store.ts';
import type { StoredReviewRecord } from './review-record.store.ts';
import { findRoundById, type ReviewRound } from './review-round.store.ts';

const EXPORTERS = ['officer', 'approver', 'inspector', 'administrator'] as const;
const LISTS = ['matches', 'missing', 'corrections'] as const;
type ListName = (typeof LISTS)[number];

interface Wanted {
  readonly round: ReviewRound;
  readonly state: string | undefined;
  readonly today: string;
}
type Told = Pick<PrintedList, 'title' | 'columns' | 'rows'>;

/** The lists of the round desk as files: they name people, so for a stated purpose, logged. */
export const reviewListFileRoutes: FeatureRoutes = (app) => {
  for (const [name, summary, read] of [
    ['matches', 'Xuất các cặp ghép của đợt / The pairs of a round', pairsOf],
    ['missing', 'Xuất hộ năm trước chưa có kết quả / Last year’s households without a result', missingOf],
    ['corrections', 'Xuất các đính chính / The corrections', correctionsOf],
  ] as const satisfies readonly (readonly [ListName, string, (db: Db, wanted: Wanted) => Promise<Told>])[])
    defineRoute(app, {
      method: 'GET',
      path: `/api/rounds/:id/${name}/file`,
      access: EXPORTERS,
      act: 'review.export-list',
      summary,
      params: z.object({ id: z.uuid() }),
      query: personalFileAsked.extend({
        state: z.enum(['undecided', 'decided', 'pending', 'gone']).optional(),
      }),
      response: fileResponse,
      rateLimit: { max: 20, seconds: 60 },
      handler: async ({ db, audit, principal, clock }, { params, query }) => {
        const round = await findRoundById(db, params.id);
        if (round === undefined) return refuse('shared.not-found');
        const today = clock.today();
        const told = await read(db, { round, state: query.state, today });
        const { purpose, format } = query;
        if (told.rows.length > MOST_FILE_ROWS)
          return refuse('exchange.list-too-long', { total: told.rows.length, most: MOST_FILE_ROWS });
        const commune = await findUnitOn(db, round.communeId, today);
        audit({
          act: 'review.export-list',
          subject: { kind: 'round', id: round.id },
          scopePath: round.scopePath,
          detail: { list: name, year: round.year, format, purpose, rows: told.rows.length },
        });
        const list: PrintedList = {
          ...told,
          ...givenBy({ principal, clock }),
          place: commune?.name ?? '',
          facts: [`Năm rà soát ${round.year}`, `Mục đích: ${purpose}`],
          signed: true,
        };
        return ok(
          await listFile(
            `${FILE_NAMES[name]}-${round.year}-${commune?.code ?? round.communeId}`,
            list,
            query,
          ),
        );
      },
    });
};

const FILE_NAMES: Readonly<Record<ListName, string>> = {
  matches: 'cap-ghep',
  missing: 'ho-chua-co-ket-qua',
  corrections: 'dinh-chinh',
};

const text = (header: string, width: number): PrintedColumn => ({ header, width });
const count = (header: string): PrintedColumn => ({ header, width: 8, number: true });
const classWord = (one: keyof typeof CLASS_LABELS | null): string | null =>
  one === null ? null : CLASS_LABELS[one].vi;

const CERTAINTY: Readonly<Record<string, string>> = { certain: 'chắc chắn', probable: 'có thể' };
const EVIDENCE: Readonly<Record<string, string>> = {
  headIdentityNumber: 'trùng số định danh chủ hộ',
  memberIdentityNumber: 'trùng số định danh một thành viên',
  headNameBirthYearVillage: 'cùng tên, năm sinh chủ hộ và thôn',
  members: 'nhiều thành viên chung',
  identityNumbersDiffer: 'số định danh chủ hộ khác nhau',
  namesDiffer: 'tên chủ hộ khác nhau',
  severalCandidates: 'còn hộ khác cũng giống',
};
const DECISION = { same: 'cùng một hộ', different: 'hai hộ khác nhau' } as const;

async function pairsOf(db: Db, { round, state, today }: Wanted): Promise<Told> {
  const states = state === 'decided' || state === 'undecided' ? ([state] as const) : BOTH;
  const rows: (string | number | null)[][] = [];
  for (const each of states) {
    const { pairs } = await listMatchPairs(db, {
      round,
      state: each,
      page: 1,
      pageSize: MOST_FILE_ROWS + 1,
      today,
    });
    for (const { certainty, listed, candidate, evidence, decision, decidedBy } of pairs)
      rows.push([
        CERTAINTY[certainty] ?? null,
        ...[listed, candidate].flatMap((side) => [
          side.head,
          side.village,
          classWord(side.class),
          side.persons,
        ]),
        evidence.map((one) => EVIDENCE[one] ?? one).join('; '),
        decision === null ? 'chưa quyết định' : DECISION[decision],
        decidedBy,
      ]);
  }
  return { title: 'Các cặp hộ ghép với danh sách năm trước', columns: PAIR_COLUMNS, rows };
}
const BOTH = ['undecided', 'decided'] as const;
const PAIR_COLUMNS: readonly PrintedColumn[] = [
  text('Mức chắc chắn', 12),
  text('Chủ hộ năm nay', 26),
  text('Thôn', 16),
  text('Phân loại', 16),
  count('Nhân khẩu'),
  text('Chủ hộ năm trước', 26),
  text('Thôn năm trước', 16),
  text('Phân loại năm trước', 16),
  count('Nhân khẩu năm trước'),
  text('Căn cứ', 40),
  text('Quyết định', 18),
  text('Người quyết định', 20),
];

async function missingOf(db: Db, { round, state, today }: Wanted): Promise<Told> {
  const states =
    state === 'pending' || state === 'gone' ? ([state] as const) : (['pending', 'gone'] as const);
  const found = [];
  for (const each of states)
    found.push(...(await listMissing(db, round, { state: each, offset: 0, limit: MOST_FILE_ROWS + 1 })));
  const ids = [...new Set(found.map(({ villageId }) => villageId))];
  const villages = await listLastKnownUnits(db, ids, today);
  return {
    title: 'Hộ của danh sách năm trước chưa có kết quả hoặc không còn',
    columns: [
      text('Chủ hộ', 28),
      text('Thôn', 18),
      text('Phân loại đầu kỳ', 18),
      count('Nhân khẩu'),
      text('Lý do không còn', 22),
    ],
    rows: found.map((one) => [
      one.head,
      villages.get(one.villageId)?.name ?? null,
      classWord(one.class),
      one.persons,
      one.reason === null ? 'chưa rõ' : goneWords.label(one.reason),
    ]),
  };
}

async function correctionsOf(db: Db, { round }: Wanted): Promise<Told> {
  const { corrections } = await listCorrectionsOfCommune(db, round, { offset: 0, limit: MOST_FILE_ROWS + 1 });
  return {
    title: 'Các đính chính số liệu đã khóa',
    columns: [
      text('Chủ hộ', 28),
      text('Trước', 26),
      text('Sau', 26),
      text('Lý do', 36),
      text('Người đính chính', 18),
      text('Ngày', 12),
    ],
    rows: corrections.map(({ head, before, after, reason, author, at }) => [
      head,
      before === null ? null : resultText(before),
      resultText(after),
      reason,
      author,
      writtenDay(dayInVietnam(at)),
    ]),
  };
}

const resultText = ({ closing, goneReason }: StoredReviewRecord): string | null =>
  goneReason !== null
    ? `không còn: ${goneWords.label(goneReason)}`
    : closing === null
      ? null
      : `${CLASS_LABELS[closing.class].vi}, ${closing.persons} người`;
