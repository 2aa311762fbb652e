import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { problemText } from '@benvung/contract/problem-texts';
import type { DocumentKind } from '@benvung/domain/document/document-data';
import { DOCUMENT_KINDS } from '@benvung/domain/document/document-kinds';
import { isValidDay } from '@benvung/domain/shared/day';
import { writeAudit } from '../../platform/audit/audit.store.ts';
import {
  type CliCommand,
  CommandFailure,
  EXIT,
  environmentFailure,
  refusal,
  usageFailure,
} from '../../platform/cli/command.ts';
import { resolveUnit } from '../../territory/territory.public.ts';
import { checkTemplate } from './check-template.ts';
import { loadTemplate } from './load-template.ts';
import { startingTemplate } from './starting-template.ts';
import { listTemplates } from './template.store.ts';

function kindOf(word: string | undefined): DocumentKind {
  const kind = DOCUMENT_KINDS.find((one) => one === word);
  if (kind === undefined)
    throw usageFailure(
      `Không có loại văn bản ${word ?? ''}. Các loại: ${DOCUMENT_KINDS.join(', ')}`,
      'no such kind of document',
    );
  return kind;
}

function write(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(path, bytes);
  } catch {
    throw environmentFailure(`Không ghi được ${path}`, `cannot write ${path}`);
  }
}

const start: CliCommand = {
  name: 'template start',
  summary: 'Ghi tệp Word để bắt đầu một mẫu (write the Word file a template begins from)',
  usage: 'KIND FILE.docx',
  needsDatabase: false,
  words: [2, 2],
  run: async (context, { words }) => {
    const path = context.path(words[1] ?? '');
    write(path, await startingTemplate(kindOf(words[0])));
    context.out(`Đã ghi ${path} (template written)`);
    return EXIT.ok;
  },
};

const check: CliCommand = {
  name: 'template check',
  summary: 'Kiểm tra một mẫu, xem thử (check a template of documents and preview it)',
  usage: 'KIND FILE.docx [--preview OUT.docx] [--json]',
  needsDatabase: false,
  words: [2, 2],
  options: {
    preview: { value: 'OUT.docx', summary: 'Ghi bản điền dữ liệu giả (write it filled with sample data)' },
  },
  run: async (context, args) => {
    const checked = await checkTemplate(
      kindOf(args.words[0]),
      readFileSync(context.path(args.words[1] ?? '')),
    );
    const preview = args.text('preview');
    if (preview !== undefined && checked.preview !== null) write(context.path(preview), checked.preview);
    if (context.json) context.printJson({ faults: checked.faults, fields: checked.fields });
    else {
      for (const { vi, en } of checked.faults) context.out(`${vi} (${en})`);
      if (checked.faults.length === 0)
        context.out(`Mẫu dùng được, ${checked.fields.length} trường (the template can be used)`);
    }
    return checked.faults.length === 0 ? EXIT.ok : EXIT.checkFailed;
  },
};

const load: CliCommand = {
  name: 'template load',
  summary: 'Nạp một mẫu văn bản cho đơn vị (load a template of documents for a unit)',
  usage: 'KIND FILE.docx --unit CODE --from DAY [--json]',
  needsDatabase: true,
  words: [2, 2],
  options: {
    unit: {
      value: 'CODE',
      required: true,
      summary: 'Mã đơn vị, VN là cả nước (code of the unit, VN the nation)',
    },
    from: { value: 'DAY', required: true, summary: 'Áp dụng từ ngày, YYYY-MM-DD (in force from)' },
  },
  run: async (context, args) => {
    const { database, clock, actor } = context;
    const from = args.text('from') ?? '';
    if (!isValidDay(from)) throw usageFailure(`Ngày ${from} không có thật`, `no such day ${from}`);
    const kind = kindOf(args.words[0]);
    const path = context.path(args.words[1] ?? '');
    const bytes = readFileSync(path);
    const id = await database.db.transaction().execute(async (db) => {
      const unit = await resolveUnit(db, { unit: args.text('unit') ?? '', day: clock.today() });
      if (unit === undefined)
        throw new CommandFailure(EXIT.refused, `Không có đơn vị ${args.text('unit')} (no such unit)`);
      const wanted = {
        unit,
        kind,
        validFrom: from,
        fileName: basename(path),
        bytes,
        by: actor,
        at: clock.now(),
      };
      const loaded = await loadTemplate(db, wanted);
      if (!loaded.ok) throw refusal(problemText(loaded.problem, 'vi'), problemText(loaded.problem, 'en'));
      await writeAudit(db, { accountId: null, actor, at: clock.now() }, [
        {
          act: 'document.load-template',
          subject: { kind: 'document-template', id: loaded.value.id },
          scopePath: unit.path,
          detail: { kind, file: basename(path) },
        },
      ]);
      return loaded.value.id;
    });
    if (context.json) context.printJson({ id });
    else context.out(`Đã nạp mẫu ${kind}, áp dụng từ ${from} (template loaded)`);
    return EXIT.ok;
  },
};

const list: CliCommand = {
  name: 'template list',
  summary: 'Các mẫu văn bản đã nạp (the templates loaded)',
  usage: '[--json]',
  needsDatabase: true,
  run: async (context) => {
    const templates = await listTemplates(context.database.db, ['/1/']);
    if (context.json) context.printJson({ templates });
    else
      for (const { kind, unitId, validFrom, fileName, retiredAt } of templates)
        context.out(
          `${kind}  ${unitId}  ${validFrom}  ${fileName}${retiredAt === null ? '' : '  thôi dùng (retired)'}`,
        );
    return EXIT.ok;
  },
};

export const templateCommands: readonly CliCommand[] = [start, check, load, list];
