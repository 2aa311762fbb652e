import { documentQuery } from '@benvung/contract/document';
import { personalFileAsked } from '@benvung/contract/exchange';
import { KIND_RULES } from '@benvung/domain/document/document-kinds';
import { writtenDay } from '@benvung/domain/shared/day';
import { ok, refuse } from '@benvung/domain/shared/result';
import { givenBy, listFile, type PrintedColumn } from '../exchange/list-file.public.ts';
import { dayInVietnam } from '../platform/clock.ts';
import type { Db } from '../platform/database/database.ts';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { fileResponse } from '../platform/http/file-reply.ts';
import { findUnitInPlace } from '../territory/territory.public.ts';
import { askedRegister } from './asked-register.ts';
import { composeStored, referenceOfStored } from './compose-stored.ts';
import { listWholeDocuments, type StoredDocument } from './document.store.ts';
import { listRegister } from './document-list.store.ts';

const EXPORTERS = ['officer', 'approver', 'inspector'] as const;
/** Every line's paper is laid out for its recipients: more than this are asked for by kind or year. */
const MOST_LINES = 5_000;
const LINES_AT_ONCE = 500;

/** The ten columns of the register of outgoing documents (NĐ 30/2020, Phụ lục IV). */
const COLUMNS: readonly PrintedColumn[] = [
  { header: 'Số, ký hiệu văn bản', width: 18 },
  { header: 'Ngày tháng văn bản', width: 12 },
  { header: 'Tên loại và trích yếu nội dung văn bản', width: 44 },
  { header: 'Người ký', width: 22 },
  { header: 'Nơi nhận văn bản', width: 34 },
  { header: 'Đơn vị, người nhận bản lưu', width: 24 },
  { header: 'Số lượng bản', width: 8, number: true },
  { header: 'Ngày chuyển', width: 12 },
  { header: 'Ký nhận', width: 12 },
  { header: 'Ghi chú', width: 24 },
];

/** The register as a file: titles name heads of households, so for a stated purpose, logged. */
export const registerFileRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/documents/register-file',
    access: EXPORTERS,
    act: 'document.export-register',
    summary: 'Xuất sổ đăng ký văn bản / The register as a file',
    query: documentQuery.omit({ page: true }).extend(personalFileAsked.shape),
    response: fileResponse,
    rateLimit: { max: 20, seconds: 60 },
    handler: async (context, { query: { purpose, format, separator, ...query } }) => {
      const { db, audit } = context;
      const register = await askedRegister(context, query);
      if (!register.ok) return register;
      const { documents, total } = await listRegister(db, {
        ...register.value,
        page: 1,
        pageSize: MOST_LINES,
      });
      if (total > MOST_LINES) return refuse('exchange.list-too-long', { total, most: MOST_LINES });
      const unit =
        query.unit === undefined ? undefined : await findUnitInPlace(db, query.unit, context.clock.today());
      const ids = [...documents].sort(byRegister).map(({ id }) => id);
      audit({
        act: 'document.export-register',
        scopePath: register.value.path,
        detail: { format, purpose, rows: total, ...(query.year === undefined ? {} : { year: query.year }) },
      });
      const list = {
        ...givenBy(context),
        title: 'Sổ đăng ký văn bản đi',
        place: unit?.name ?? '',
        facts: [
          ...(query.year === undefined ? [] : [`Năm ${query.year}`]),
          ...(query.kind === undefined ? [] : [`Loại: ${KIND_RULES[query.kind].label.vi}`]),
          `Mục đích: ${purpose}`,
        ],
        signed: true,
        columns: COLUMNS,
        rows: await linesOf(db, ids),
      };
      return ok(
        await listFile(`so-van-ban${query.year === undefined ? '' : `-${query.year}`}`, list, {
          format,
          separator,
        }),
      );
    },
  });
};

type Line = Pick<StoredDocument, 'year' | 'symbol' | 'number' | 'day' | 'id'>;

/** Series by series in the order of their numbers; what bears none comes last. */
function byRegister(a: Line, b: Line): number {
  const unnumbered = Number(a.number === null) - Number(b.number === null);
  return (
    unnumbered ||
    a.year - b.year ||
    a.symbol.localeCompare(b.symbol, 'vi') ||
    (a.number ?? 0) - (b.number ?? 0)
  );
}

async function linesOf(db: Db, ids: readonly string[]): Promise<(string | number | null)[][]> {
  const lines = new Map<string, (string | number | null)[]>();
  for (let from = 0; from < ids.length; from += LINES_AT_ONCE)
    for (const one of await listWholeDocuments(db, ids.slice(from, from + LINES_AT_ONCE)))
      lines.set(one.id, lineOf(one));
  return ids.flatMap((id) => [lines.get(id) ?? []]);
}

function lineOf(document: StoredDocument): (string | number | null)[] {
  const { recipients, signature } = composeStored(document);
  const label = KIND_RULES[document.kind].label.vi;
  const [kept, sent] = [recipients.filter(isKept), recipients.filter((one) => !isKept(one))];
  const bare = (texts: readonly string[]) => texts.map((text) => text.replace(/[;.]+$/u, '')).join('; ');
  return [
    referenceOfStored(document),
    writtenDay(document.day),
    document.title.startsWith(label) ? document.title : `${label}: ${document.title}`,
    signature?.name?.replaceAll('\n', ', ') ?? null,
    bare(sent),
    bare(kept).replace(/^Lưu: /u, ''),
    KIND_RULES[document.kind].copies,
    document.issuedAt === null ? null : writtenDay(dayInVietnam(document.issuedAt)),
    null,
    [NOTES[document.state], document.endReason].filter(Boolean).join(': '),
  ];
}

const NOTES: Partial<Record<StoredDocument['state'], string>> = {
  draft: 'Bản nháp',
  replaced: 'Đã thay thế',
  withdrawn: 'Đã thu hồi',
};

const isKept = (recipient: string): boolean => recipient.startsWith('Lưu');
