import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type ProblemCode, problemText } from '@benvung/contract/problem-texts';
import { writeAudit } from '../../platform/audit/audit.store.ts';
import {
  bilingual,
  type CliArguments,
  type CliCommand,
  type CliContext,
  EXIT,
  refusal,
  usageFailure,
} from '../../platform/cli/command.ts';
import { requireReadableFile } from '../../platform/cli/file-failure.ts';
import { newId } from '../../platform/ids.ts';
import { resolveUnit } from '../../territory/territory.public.ts';
import { findBatch, insertBatch, listBatches, type StoredBatch } from '../batches/batch.store.ts';
import { keepFile as keepFileOfBatch } from '../batches/keep-file.ts';
import { FileRefusal } from '../files/file-refusal.ts';
import { listFile } from '../list-file.public.ts';
import { compare } from './compare-extract.ts';
import { countUndecided, listDifferences } from './comparison.store.ts';
import { printedDifferences } from './difference-row.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const SHOWN = 100;
const MOST_ROWS = 1_000_000;
const FORMATS = ['xlsx', 'csv', 'json'] as const;

const refused = (problem: {
  readonly code: ProblemCode;
  readonly detail?: Readonly<Record<string, unknown>>;
}) => refusal(problemText(problem as never, 'vi'), problemText(problem as never, 'en'));

const start: CliCommand = {
  name: 'compare',
  summary: 'Đối chiếu tệp trích dân cư với sổ hộ (compare an extract of the population database)',
  usage: 'FILE --unit CODE',
  description:
    'Chỉ liệt kê chỗ khác, không ghi đè gì; quyết định ở trang Đối chiếu dân cư. Xuất: benvung compare export.',
  needsDatabase: true,
  words: [1, 1],
  options: { unit: { value: 'CODE', required: true, summary: 'mã đơn vị hôm nay (unit code today)' } },
  run: async (context, args) => {
    const { database, clock } = context;
    const path = context.path(args.words[0] ?? '');
    await requireReadableFile(path);
    const wanted = args.text('unit') ?? '';
    const unit = await resolveUnit(database.db, { unit: wanted, day: clock.today() });
    if (unit === undefined)
      throw refused({ code: 'exchange.unit-unknown', detail: { unit: wanted, day: clock.today() } });
    const batch = await keepFile(context, { path, unit });
    try {
      const counts = await compare({ database, clock, progress: progressOf(context) }, batch);
      const undecided = await countUndecided(database.db, batch.id);
      if (context.json) context.printJson({ id: batch.id, counts, undecided });
      else {
        context.out(
          `${counts.rows} người trong tệp: ${counts.same} giống, ${counts.differs} khác, ` +
            `${counts.ambiguous} chưa rõ ai, ${counts.missingOurs} chỉ có ở dân cư, ${counts.missingTheirs} chỉ có ở đây.`,
        );
        context.out(bilingual(`Xuất: benvung compare export ${batch.id} FILE --purpose …`, 'to export them'));
      }
      return EXIT.ok;
    } catch (error) {
      if (error instanceof FileRefusal) throw refused({ code: error.code, detail: error.detail });
      throw error;
    }
  },
};

const progressOf =
  (context: CliContext) =>
  async ({ done }: { readonly done: number }): Promise<void> =>
    context.progress(bilingual(`Đã đọc ${done} dòng`, `${done} rows read`));

async function keepFile(
  { database, clock, actor }: CliContext,
  { path, unit }: { readonly path: string; readonly unit: { id: number; name: string; path: string } },
): Promise<StoredBatch> {
  const bytes = await readFile(path);
  const id = newId();
  const at = clock.now();
  await keepFileOfBatch((work) => database.withSession((_session, db) => work(db)), {
    batchId: id,
    bytes,
    scopePath: unit.path,
    at,
  });
  await database.withSession(async (_session, db) => {
    await insertBatch(db, {
      id,
      kind: 'comparison',
      accountId: null,
      actor,
      unitId: unit.id,
      unitName: unit.name,
      year: Number(clock.today().slice(0, 4)),
      scopePath: unit.path,
      fileName: basename(path).normalize('NFC'),
      fileHash: createHash('sha256').update(bytes).digest('hex'),
      options: { opening: false, encoding: null, sheets: null, columns: {}, corrections: [] },
      size: bytes.length,
      at,
    });
    await writeAudit(db, { accountId: null, actor, at }, [
      {
        act: 'exchange.compare',
        subject: { kind: 'batch', id },
        scopePath: unit.path,
        detail: { file: basename(path) },
      },
    ]);
  });
  const batch = await findBatch(database.db, id);
  if (batch === undefined) throw new Error('The comparison just kept is gone.');
  return batch;
}

const list: CliCommand = {
  name: 'compare list',
  summary: 'Các lần đối chiếu dân cư (comparisons so far)',
  usage: '',
  needsDatabase: true,
  words: [0, 0],
  options: {},
  run: async (context) => {
    const { batches } = await listBatches(context.database.db, 'comparison', { page: 1, pageSize: SHOWN });
    if (context.json)
      context.printJson(
        batches.map(({ id, createdAt, unitName, state, fileName, report }) => ({
          id,
          createdAt,
          unit: unitName,
          state,
          file: fileName,
          counts: report,
        })),
      );
    else
      for (const { id, createdAt, unitName, state, fileName } of batches)
        context.out([id, createdAt.slice(0, 16), unitName, state, fileName].join('\t'));
    return EXIT.ok;
  },
};

const exportCommand: CliCommand = {
  name: 'compare export',
  summary: 'Xuất những chỗ khác của một lần đối chiếu (write the differences of a comparison)',
  usage: 'COMPARISON FILE --purpose TEXT [--numbers] [--format xlsx|csv|json]',
  description: 'Số định danh để kín trừ khi có --numbers; lần xuất được ghi nhật ký cùng mục đích.',
  needsDatabase: true,
  words: [2, 2],
  options: {
    purpose: { value: 'TEXT', required: true, summary: 'mục đích, ghi vào tệp và nhật ký (what for)' },
    numbers: { summary: 'số định danh đủ cả số (identity numbers in full)' },
    format: { value: 'xlsx|csv|json', summary: 'theo đuôi tệp nếu không ghi (from the file name)' },
  },
  run: async (context, args) => {
    const { database, clock, actor } = context;
    const [id = '', file = ''] = args.words;
    const batch = UUID.test(id) ? await findBatch(database.db, id) : undefined;
    if (batch?.kind !== 'comparison')
      throw usageFailure(`Không có lần đối chiếu ${id}. Xem: benvung compare list`, `No comparison ${id}.`);
    const purpose = (args.text('purpose') ?? '').trim();
    if (purpose.length < 3)
      throw usageFailure('Ghi mục đích, ít nhất 3 chữ.', 'State the purpose, at least 3 letters.');
    const whole = args.flag('numbers');
    const { differences } = await listDifferences(database.db, id, { page: 1, pageSize: MOST_ROWS });
    const given = { person: actor, at: clock.now(), demonstration: clock.fixed };
    const list = { ...printedDifferences(batch, differences, { purpose, whole }), ...given };
    const format = formatOf(args);
    const { content } = await listFile('doi-chieu', list, { format, separator: 'semicolon' });
    const path = context.path(file);
    await writeFile(path, content as string | Uint8Array);
    await database.withSession((_session, db) =>
      writeAudit(db, { accountId: null, actor, at: clock.now() }, [
        {
          act: 'exchange.export-differences',
          subject: { kind: 'batch', id },
          scopePath: batch.scopePath,
          detail: { purpose, format, rows: differences.length, numbers: whole },
        },
      ]),
    );
    if (context.json) context.printJson({ file: path, rows: differences.length });
    else
      context.out(bilingual(`Đã ghi ${differences.length} dòng vào ${path}`, `${differences.length} rows`));
    return EXIT.ok;
  },
};

function formatOf(args: CliArguments): (typeof FORMATS)[number] {
  const wanted = args.text('format') ?? args.words[1]?.split('.').at(-1)?.toLowerCase();
  const format = FORMATS.find((each) => each === wanted);
  if (format === undefined)
    throw usageFailure('--format là xlsx, csv hoặc json.', '--format is xlsx, csv or json.');
  return format;
}

export const comparisonCommands: readonly CliCommand[] = [start, list, exportCommand];
