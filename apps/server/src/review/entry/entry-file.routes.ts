import { personalFileAsked } from '@benvung/contract/exchange';
import type { EntryList, EntryRow } from '@benvung/contract/review-entry';
import type { UnitRef } from '@benvung/contract/shared';
import type { EntryState } from '@benvung/domain/review/entry-state';
import { ok, refuse } from '@benvung/domain/shared/result';
import { CLASS_LABELS } from '@benvung/domain/standard/class-labels';
import { z } from 'zod';
import { givenBy, listFile, MOST_FILE_ROWS, type PrintedColumn } from '../../exchange/list-file.public.ts';
import type { Acted } from '../../household/household.public.ts';
import type { FeatureRoutes } from '../../platform/http/app-parts.ts';
import { defineRoute } from '../../platform/http/define-route.ts';
import { fileResponse } from '../../platform/http/file-reply.ts';
import { differenceText } from './difference-text.ts';
import { entryGroundOf } from './entry-ground.ts';
import { listEntries } from './list-entries.ts';
import type { EntryGround } from './record-entry.ts';

const query = personalFileAsked.extend({ village: z.coerce.number().int() });

/** Whom a village still has to enter, as a file: it names people, so for a stated purpose, logged. */
export const entryFileRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/rounds/:id/entries/file',
    access: ['officer'],
    act: 'review.export-list',
    summary: 'Xuất các hộ của một thôn, nhập đến đâu / A village’s households and how far entry is',
    params: z.object({ id: z.uuid() }),
    query,
    response: fileResponse,
    rateLimit: { max: 20, seconds: 60 },
    handler: async (context, { params, query: { village, purpose, ...asked } }) => {
      const read = await readAll(entryGroundOf(context, context.db), {
        roundId: params.id,
        villageId: village,
      });
      if (!read.ok) return read;
      const { round, unit, rows } = read.value;
      context.audit({
        act: 'review.export-list',
        subject: { kind: 'round', id: params.id },
        detail: { list: 'entries', year: round.year, format: asked.format, purpose, rows: rows.length },
      });
      const list = {
        ...givenBy(context),
        title: `Hộ cần nhập phiếu, ${unit.name}`,
        place: round.commune.name,
        facts: [`Năm rà soát ${round.year}`, `Mục đích: ${purpose}`],
        signed: true,
        columns: COLUMNS,
        rows: rows.map(printed),
      };
      return ok(await listFile(`nhap-phieu-${round.year}-${unit.code ?? unit.id}`, list, asked));
    },
  });
};

async function readAll(
  ground: EntryGround,
  of: { readonly roundId: string; readonly villageId: number },
): Acted<{ round: EntryList['round']; unit: UnitRef; rows: EntryRow[] }> {
  const rows: EntryRow[] = [];
  for (let page = 1; ; page += 1) {
    const listed = await listEntries(ground, { ...of, page });
    if (!listed.ok) return listed;
    const { households, round, villages, page: told } = listed.value;
    const unit = villages.find((one) => one.unit.id === of.villageId)?.unit;
    if (unit === undefined) return refuse('shared.not-found');
    if (told.total > MOST_FILE_ROWS)
      return refuse('exchange.list-too-long', { total: told.total, most: MOST_FILE_ROWS });
    rows.push(...households);
    if (page * told.pageSize >= told.total) return ok({ round, unit, rows });
  }
}

const COLUMNS: readonly PrintedColumn[] = [
  { header: 'Mã hộ', width: 14 },
  { header: 'Chủ hộ', width: 28 },
  { header: 'Nhân khẩu', width: 8, number: true },
  { header: 'Nhập phiếu', width: 26 },
  { header: 'Điểm A', width: 8, number: true },
  { header: 'Điểm B', width: 8, number: true },
  { header: 'Kết quả (tạm tính)', width: 18 },
  { header: 'Chỗ lệch với phiếu giấy', width: 34 },
];

const STATES: Readonly<Record<EntryState, string>> = {
  notBegun: 'Chưa làm',
  inProgress: 'Đang làm',
  done: 'Xong',
  toLookAt: 'Cần xem lại',
  gone: 'Không còn',
};

const printed = (row: EntryRow): (string | number | null)[] => [
  row.listCode,
  row.head,
  row.persons,
  row.state === 'inProgress' && row.missing !== null && row.missing > 0
    ? `Đang làm, còn thiếu ${row.missing} câu`
    : STATES[row.state],
  row.incomeScore,
  row.deprivationScore,
  row.class === null ? null : CLASS_LABELS[row.class].vi,
  differenceText(row.differences, 'vi') || null,
];
