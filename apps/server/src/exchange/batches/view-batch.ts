import type { BatchIssueView, BatchSummary, BatchView } from '@benvung/contract/exchange-batch';
import { type Language, type ProblemCode, problemText } from '@benvung/contract/problem-texts';
import { EXCHANGE_COLUMNS } from '@benvung/domain/exchange/exchange-columns';
import { columnLetters } from '@benvung/domain/exchange/exchange-issue';
import { relationWords } from '@benvung/domain/exchange/exchange-words';
import { suggestFixes } from '@benvung/domain/exchange/suggest-fixes';
import { findStandard, standardsInForce } from '@benvung/regulations/find-standard';
import type { Db } from '../../platform/database/database.ts';
import { listRoundsOfCommunes } from '../../review/review.public.ts';
import { regulations } from '../../standard/standard.public.ts';
import { issueText } from '../issue-text.ts';
import { usualReferenceDay } from '../prepare-import.ts';
import type { StoredBatch, StoredIssue } from './batch.store.ts';
import { hasBatchFile } from './batch-file.store.ts';
import { refuseUndo } from './undo-batch.ts';

export const summaryOf = (batch: StoredBatch): BatchSummary => ({
  id: batch.id,
  file: batch.fileName,
  bytes: batch.fileBytes,
  year: batch.year,
  unit: { id: batch.unitId, name: batch.unitName },
  actor: batch.actor,
  state: batch.state,
  households: batch.report?.households ?? null,
  persons: batch.report?.persons ?? null,
  errors: batch.report?.errors ?? null,
  createdAt: batch.createdAt,
  publishedAt: batch.publishedAt,
  endedBy: batch.endedBy,
  endedAt: batch.endedAt,
});

/** Of a longer list it is looked up only when undoing is asked for. */
const MOST_LOOKED_THROUGH = 4_000;

/** A batch as its page shows it. */
export async function viewBatch(
  db: Db,
  batch: StoredBatch,
  { language, today }: { language: Language; today: string },
): Promise<BatchView> {
  const { options, inspection, problem, report } = batch;
  const matches = options.matches ?? [];
  const households = report?.households ?? 0;
  const refusal =
    batch.state === 'published' && households <= MOST_LOOKED_THROUGH
      ? await refuseUndo(db, batch, today)
      : null;
  return {
    ...summaryOf(batch),
    version: batch.version,
    jobId: batch.jobId,
    opening: options.opening,
    encoding: options.encoding,
    problem:
      problem === null
        ? null
        : { code: problem.code, title: problemText(problem as { code: ProblemCode }, language) },
    found:
      inspection?.encoding == null
        ? null
        : { ...inspection.encoding, preview: [...inspection.encoding.preview] },
    report,
    sheetNames: [...(inspection?.sheetNames ?? [])],
    chosenSheets: options.sheets === null ? null : [...options.sheets],
    sheets: (inspection?.sheets ?? []).map(({ name, headers }) => ({
      name,
      headers: headers.map(({ header, column, meaning }) => ({
        header,
        column: columnLetters(column),
        meaning,
      })),
    })),
    meanings: await meaningsOf(db, batch),
    corrections: [...options.corrections],
    matches: [...matches],
    pending: inspection === null ? 0 : options.corrections.length + matches.length - inspection.corrections,
    cannotUndo: refusal === null ? null : problemText(refusal, language),
    hasFile: await hasBatchFile(db, batch.id),
  };
}

/** Columns whose heading in the official file is not what people call them. */
const SPOKEN: Readonly<Record<string, string>> = { incomeScore: 'Điểm A', deprivationScore: 'Điểm B' };

async function meaningsOf(db: Db, batch: StoredBatch): Promise<BatchView['meanings']> {
  const library = regulations();
  const [round] = await listRoundsOfCommunes(db, batch.year, [batch.unitId]);
  const standard =
    (round && findStandard(library, round.standardId, round.standardHash)) ??
    standardsInForce(library, usualReferenceDay(batch.year), null).national;
  const columns = EXCHANGE_COLUMNS.map(({ key, label }) => ({
    meaning: key as string | number | null,
    label: SPOKEN[key] ?? label,
  }));
  const indicators = (standard?.standard.indicators ?? []).map(({ label }, place) => ({
    meaning: place as string | number | null,
    label: `Thiếu hụt: ${label.vi}`,
  }));
  return [...columns, ...indicators];
}

function matchOf({ code, detail: { candidate, same } }: StoredIssue): BatchIssueView['match'] {
  if (code !== 'exchange.match-to-decide' && code !== 'exchange.match-decided') return null;
  return candidate === undefined
    ? null
    : { candidate: String(candidate), same: same === undefined ? null : same === 1 };
}

export function viewIssue(issue: StoredIssue, language: Language): BatchIssueView {
  const words = {
    ethnicities: regulations().ethnicGroups.map(({ name }) => name),
    relations: relationWords.labels,
  };
  const { value, column } = issue.detail;
  const isCell = /[A-Z]+\d+$/u.test(issue.at);
  const masked = issue.code === 'exchange.identity-suspect' || issue.code === 'exchange.identity-repeated';
  return {
    number: issue.number,
    severity: issue.severity,
    at: issue.at,
    code: issue.code,
    column: column === undefined ? null : String(column),
    value: value === undefined ? null : String(value),
    message: issueText(issue, language),
    equal: issue.equal,
    fixes: suggestFixes(issue, words),
    match: matchOf(issue),
    editable: !masked && value !== undefined && (isCell || column !== undefined),
  };
}
