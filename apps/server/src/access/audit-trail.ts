import type { AuditAsked, AuditLine } from '@benvung/contract/audit';
import { actSentence, actTexts } from '@benvung/contract/audit-acts';
import type { Language } from '@benvung/contract/problem-texts';
import type { PrintedList } from '../exchange/list-file.public.ts';
import type { Db } from '../platform/database/database.ts';
import { listLastKnownUnits } from '../territory/territory.public.ts';
import type { TrailPlace, TrailRow, TrailSearch } from './audit-trail.store.ts';
import { refOf } from './held-units.ts';
import { instantAfter } from './session-life.ts';

const DAY = 86_400_000;

/** Midnight in Việt Nam, where the days of the log are counted. */
const startOf = (day: string): string => new Date(`${day}T00:00:00+07:00`).toISOString();

export function searchOf(asked: AuditAsked, limit: number): TrailSearch {
  const { from, to, actor, act, subjectKind, subjectId, before } = asked;
  const isGroup = act !== undefined && !act.includes('.');
  return {
    from: from === undefined ? undefined : startOf(from),
    until: to === undefined ? undefined : instantAfter(startOf(to), DAY),
    actor,
    act: isGroup ? undefined : act,
    acts: isGroup ? Object.keys(actTexts).filter((each) => each.startsWith(`${act}.`)) : undefined,
    subjectKind,
    subjectId,
    before: readPlace(before),
    limit,
  };
}

/** Where a page ended: the next one goes on behind it. */
export const placeOf = ({ at, lane, sequence }: TrailRow): string =>
  Buffer.from(JSON.stringify([at, lane, sequence])).toString('base64url');

function readPlace(text: string | undefined): TrailPlace | undefined {
  if (text === undefined) return undefined;
  try {
    const [at, lane, sequence] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
    const isPlace =
      typeof at === 'string' &&
      !Number.isNaN(Date.parse(at)) &&
      Number.isInteger(lane) &&
      Number.isSafeInteger(sequence);
    return isPlace ? { at, lane: lane as number, sequence: sequence as number } : undefined;
  } catch {
    return undefined;
  }
}

/** Rows as people read them: the act as a sentence, the area by its name. */
export async function trailLines(
  db: Db,
  rows: readonly TrailRow[],
  { day, language }: { day: string; language: Language },
): Promise<AuditLine[]> {
  const unitIdOf = ({ scope_path }: TrailRow) => Number(scope_path.split('/').at(-2));
  const units = await listLastKnownUnits(db, rows.map(unitIdOf).filter(Number.isSafeInteger), day);
  return rows.map((row) => {
    const detail = detailOf(row.detail);
    const unit = units.get(unitIdOf(row));
    const { subject_kind: kind, subject_id: id } = row;
    return {
      lane: row.lane,
      sequence: row.sequence,
      at: row.at,
      actor: row.actor,
      actorName: row.actor_name,
      act: row.act,
      sentence: actSentence(row.act, detail, language),
      subject: kind === null || id === null ? null : { kind, id },
      unit: unit === undefined ? null : refOf(unit),
      detail,
    };
  });
}

/** Text that somebody broke is shown as it stands. */
function detailOf(text: string): AuditLine['detail'] {
  try {
    return JSON.parse(text) as AuditLine['detail'];
  } catch {
    return { text };
  }
}

const inVietnam = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'medium',
});

const COLUMNS: readonly (readonly [vi: string, en: string, width: number])[] = [
  ['Lúc', 'At', 18],
  ['Ai', 'Who', 16],
  ['Họ tên', 'Full name', 22],
  ['Việc', 'Act', 40],
  ['Mã việc', 'Act code', 22],
  ['Địa bàn', 'Area', 20],
  ['Đối tượng', 'Subject', 22],
  ['Chi tiết', 'Detail', 40],
  ['Chuỗi', 'Lane', 8],
  ['Dòng', 'Entry', 10],
];

/** The log as a list to print. */
export const printedTrail = (
  lines: readonly AuditLine[],
  language: Language,
): Pick<PrintedList, 'title' | 'place' | 'facts' | 'signed' | 'columns' | 'rows'> => ({
  title: language === 'vi' ? 'Nhật ký' : 'Log',
  place: '',
  facts: [],
  signed: false,
  columns: COLUMNS.map(([vi, en, width]) => ({ header: language === 'vi' ? vi : en, width })),
  rows: lines.map((line) => [
    inVietnam.format(new Date(line.at)),
    line.actor,
    line.actorName,
    line.sentence,
    line.act,
    line.unit?.name ?? null,
    line.subject === null ? null : `${line.subject.kind} ${line.subject.id}`,
    JSON.stringify(line.detail),
    String(line.lane),
    String(line.sequence),
  ]),
});
