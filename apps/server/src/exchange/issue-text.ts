import type { ImportReportView } from '@benvung/contract/exchange';
import { exchangeProblemTexts } from '@benvung/contract/exchange.problems';
import type { Language } from '@benvung/contract/problem-texts';
import { readableDetail } from '@benvung/domain/exchange/class-words';
import type { ExchangeIssue } from '@benvung/domain/exchange/exchange-issue';
import type { ImportReport } from './import-report.ts';

export function issueText({ code, detail }: ExchangeIssue, language: Language): string {
  const blanks = readableDetail(detail);
  const text: string = exchangeProblemTexts[code][language];
  return text.replace(/\{(\w+)\}/gu, (_blank, name: string) => String(blanks[name] ?? ''));
}

/** `Sau rà soát!D17: 30/02/1985 — Ngày không có thật. …` */
export function issueLine(issue: ExchangeIssue, language: Language): string {
  const value =
    issue.detail.value === undefined || issue.detail.value === '' ? '' : `${issue.detail.value} — `;
  return `${issue.at === '' ? '' : `${issue.at}: `}${value}${issueText(issue, language)}`;
}

export function importReportView(report: ImportReport, language: Language): ImportReportView {
  return {
    ...report,
    issues: report.issues.map((issue) => ({
      severity: issue.severity,
      at: issue.at,
      code: issue.code,
      value: issue.detail.value === undefined ? null : String(issue.detail.value),
      message: issueText(issue, language),
    })),
  };
}
