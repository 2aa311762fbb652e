import { writeFile } from 'node:fs/promises';
import { memberChanges } from '@benvung/contract/household-acts';
import { problemText } from '@benvung/contract/problem-texts';
import { plainIdentityNumber } from '@benvung/domain/household/identity-number';
import { writeAudit } from '../../platform/audit/audit.store.ts';
import type { AuditDetail } from '../../platform/audit/audit-entry.ts';
import { NATION_PATH } from '../../platform/audit/audit-entry.ts';
import {
  type CliArguments,
  type CliCommand,
  type CliContext,
  EXIT,
  refusal,
  usageFailure,
} from '../../platform/cli/command.ts';
import { fileFailure } from '../../platform/cli/file-failure.ts';
import { resolveUnit } from '../../territory/territory.public.ts';
import { correctMember } from '../correct-member.ts';
import { findHousehold } from '../household.store.ts';
import { readUnitNames } from '../unit-names.ts';
import { findSubject, findSubjects, type SubjectFound } from './subject-data.store.ts';
import { readSubject, type Subject } from './subject-data.ts';
import { correctSubjectRequests } from './subject-requests.store.ts';
import { subjectLines } from './subject-text.ts';
import { subjectWorkbook } from './subject-workbook.ts';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/iu;
const LEAST_REASON = 3;

const reason = {
  reason: { value: 'TEXT', required: true, summary: 'yêu cầu nào, của ai, ngày nào (which request, logged)' },
} as const;

function reasonOf(args: CliArguments): string {
  const said = (args.text('reason') ?? '').trim();
  if (said.length < LEAST_REASON)
    throw usageFailure(
      'Ghi --reason: yêu cầu nào, của ai, ngày nào.',
      'say in --reason whose request it is and of which day',
    );
  return said;
}

async function log(
  context: CliContext,
  note: { act: string; id: string; scopePath: string; detail: AuditDetail },
): Promise<void> {
  const { act, id, scopePath, detail } = note;
  await context.database.db
    .transaction()
    .execute((db) =>
      writeAudit(db, { accountId: null, actor: context.actor, at: context.clock.now() }, [
        { act, subject: { kind: 'person', id }, scopePath, detail },
      ]),
    );
}

async function subjectOf(context: CliContext, args: CliArguments): Promise<Subject> {
  const [id = ''] = args.words;
  if (!UUID.test(id))
    throw usageFailure(
      `“${id}” không phải mã của một người. Tìm mã bằng: benvung person find`,
      'that is no id of a person; find it with "benvung person find"',
    );
  const subject = await readSubject(context.database.db, id, context.clock.today());
  if (subject === undefined) throw refusal('Không có người này.', 'there is no such person');
  return subject;
}

const find: CliCommand = {
  name: 'person find',
  summary: 'Tìm một người để trả lời yêu cầu về dữ liệu của họ (find a person for a data request)',
  usage: '(--number NUMBER | --name NAME --unit CODE) --reason TEXT',
  needsDatabase: true,
  options: {
    number: { value: 'NUMBER', summary: 'số định danh hoặc CCCD (identity number)' },
    name: { value: 'NAME', summary: 'họ tên, gõ thiếu dấu cũng được (name, also without marks)' },
    unit: { value: 'CODE', summary: 'mã đơn vị hôm nay (code of the unit today)' },
    ...reason,
  },
  run: async (context, args) => {
    const why = reasonOf(args);
    const by = await searchOf(context, args);
    const { db } = context.database;
    const found = await findSubjects(db, by);
    await log(context, {
      act: 'household.find-person',
      id: '',
      scopePath: 'path' in by ? by.path : NATION_PATH,
      detail: { by: 'number' in by ? 'identityNumber' : 'name', found: found.length, reason: why },
    });
    if (context.json) context.printJson(found);
    else await tellFound(context, found);
    return found.length === 0 ? EXIT.checkFailed : EXIT.ok;
  },
};

type Search = Parameters<typeof findSubjects>[1];

async function searchOf(context: CliContext, args: CliArguments): Promise<Search> {
  const [number, name, code] = [args.text('number'), args.text('name'), args.text('unit')];
  if (number !== undefined && name === undefined) return { number: plainIdentityNumber(number) };
  if (number !== undefined || name === undefined || code === undefined)
    throw usageFailure(
      'Ghi --number, hoặc --name cùng --unit.',
      'give --number, or --name together with --unit',
    );
  const unit = await resolveUnit(context.database.db, { unit: code, day: context.clock.today() });
  if (unit === undefined) throw refusal(`Hôm nay không có đơn vị mã ${code}.`, 'no unit has that code today');
  return { name, path: unit.path };
}

async function tellFound(context: CliContext, found: readonly SubjectFound[]): Promise<void> {
  const ids = found.map(({ villageId }) => villageId);
  const units = await readUnitNames(context.database.db, { paths: [], ids }, context.clock.today());
  for (const one of found)
    context.out(
      `${one.personId}  ${one.fullName}, ${one.birthYear ?? '?'}  hộ ${one.headName}, ${units.of(one.villageId).name}`,
    );
  if (found.length === 0) context.out('Không có ai (nobody found).');
}

const show: CliCommand = {
  name: 'person show',
  summary: 'Xem mọi dữ liệu đang giữ về một người (show all data held of one person)',
  usage: 'ID --reason TEXT',
  needsDatabase: true,
  words: [1, 1],
  options: reason,
  run: async (context, args) => {
    const why = reasonOf(args);
    const { member, data } = await subjectOf(context, args);
    const { scopePath } = member;
    await log(context, {
      act: 'household.show-person',
      id: data.personId,
      scopePath,
      detail: { reason: why },
    });
    if (context.json) {
      context.printJson(data);
      return EXIT.ok;
    }
    let part = '';
    for (const line of subjectLines(data)) {
      if (line.part !== part) context.out(`${part === '' ? '' : '\n'}${line.part.toUpperCase()}`);
      part = line.part;
      context.out(`  ${line.label}: ${line.value}`);
    }
    return EXIT.ok;
  },
};

const exportPerson: CliCommand = {
  name: 'person export',
  summary: 'Xuất dữ liệu của một người để giao cho họ (export one person’s data)',
  usage: 'ID FILE.json|FILE.xlsx --reason TEXT',
  needsDatabase: true,
  words: [2, 2],
  options: reason,
  run: async (context, args) => {
    const why = reasonOf(args);
    const file = args.words[1] ?? '';
    const format = /\.(json|xlsx)$/iu.exec(file)?.[1]?.toLowerCase();
    if (format === undefined)
      throw usageFailure(`“${file}”: tên tệp phải kết thúc bằng .json hoặc .xlsx.`, 'use .json or .xlsx');
    const { member, data } = await subjectOf(context, args);
    const content =
      format === 'json'
        ? `${JSON.stringify(data, null, 2)}\n`
        : await subjectWorkbook(subjectLines(data), data.facts.fullName);
    const path = context.path(file);
    await writeFile(path, content, { flag: 'wx' }).catch((error) => {
      throw fileFailure(error, path) ?? error;
    });
    await log(context, {
      act: 'household.export-person',
      id: data.personId,
      scopePath: member.scopePath,
      detail: { reason: why, format },
    });
    if (context.json) context.printJson({ file: path, personId: data.personId });
    context.out(`Đã xuất ra ${path} (exported)`);
    return EXIT.ok;
  },
};

/** What a person may have put right, as `field=value`; nothing after the sign means "not known". */
function changesOf(words: readonly string[]): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  for (const word of words) {
    const at = word.indexOf('=');
    const [key, typed] = [word.slice(0, at), word.slice(at + 1)];
    if (at < 1 || !(key in memberChanges.shape))
      throw usageFailure(
        `“${word}”: ghi trường=giá trị. Các trường: ${Object.keys(memberChanges.shape).join(', ')}.`,
        'write field=value with one of these fields',
      );
    changes[key] = typed === '' ? null : typed === 'true' ? true : typed === 'false' ? false : typed;
  }
  return changes;
}

const correct: CliCommand = {
  name: 'person correct',
  summary: 'Sửa dữ liệu của một người theo yêu cầu của họ (correct one person’s data at their request)',
  usage: 'ID FIELD=VALUE… --reason TEXT',
  description:
    'Ví dụ (example): benvung person correct ID birthDate=1961-03-05 --reason "Đơn ngày 12/3, ông A"',
  needsDatabase: true,
  words: [2, 30],
  options: reason,
  run: async (context, args) => {
    const why = reasonOf(args);
    const parsed = memberChanges.safeParse(changesOf(args.words.slice(1)));
    if (!parsed.success) {
      const fields = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))].join(', ');
      throw usageFailure(`Giá trị không dùng được: ${fields}.`, `these values cannot be used: ${fields}`);
    }
    const { member } = await subjectOf(context, args);
    const { database, clock, actor } = context;
    await database.db.transaction().execute(async (db) => {
      const household = await findHousehold(db, member.householdId);
      const corrected = await correctMember(
        {
          db,
          areas: [NATION_PATH],
          today: clock.today(),
          at: clock.now(),
          actor,
          language: 'vi',
          demonstration: clock.fixed,
        },
        {
          id: member.householdId,
          version: household?.version ?? 0,
          personId: member.personId,
          changes: parsed.data,
          commandId: member.personId,
        },
      );
      if (!corrected.ok)
        throw refusal(problemText(corrected.problem, 'vi'), problemText(corrected.problem, 'en'));
      await correctSubjectRequests(db, member, (await findSubject(db, member.personId)) ?? member);
      for (const warning of corrected.value.warnings) context.err(`▲ ${warning.text}`);
      const detail = { person: member.personId, fields: Object.keys(parsed.data), reason: why };
      await writeAudit(db, { accountId: null, actor, at: clock.now() }, [
        {
          act: 'household.correct-member',
          subject: { kind: 'household', id: member.householdId },
          scopePath: member.scopePath,
          detail,
        },
      ]);
    });
    if (context.json) context.printJson({ personId: member.personId, fields: Object.keys(parsed.data) });
    context.out('Đã sửa, có ghi vào lịch sử của hộ (corrected, and kept in the household’s history)');
    return EXIT.ok;
  },
};

export const personCommands: readonly CliCommand[] = [find, show, exportPerson, correct];
