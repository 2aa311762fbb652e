import type { SourceRow } from '@benvung/domain/exchange/column-map';
import { tellsDamage } from '@benvung/domain/exchange/damaged-text';
import type { ExchangeIssue } from '@benvung/domain/exchange/exchange-issue';
import { type ListContext, type ListReading, makeListReader } from '@benvung/domain/exchange/list-reader';
import { readCsv } from './files/read-csv.ts';
import { openXlsx } from './files/read-xlsx.ts';
import { sniffFile } from './files/sniff-file.ts';

interface ReadOptions {
  /** Between chunks of rows: what was put aside is written, progress is told. */
  between(rowsRead: number): Promise<void>;
  /** The file says of itself that it holds demonstration data. */
  demonstration(): void;
}

/** Reads every sheet of a file into a reading. @throws FileRefusal */
export async function readListFile(
  path: string,
  { context, into }: { context: ListContext; into: ListReading },
  { between, demonstration }: ReadOptions,
): Promise<{ rows: number }> {
  const sheets =
    (await sniffFile(path)) === 'csv'
      ? [{ name: '', rows: () => readCsv(path) }]
      : exitsFirst(await openXlsx(path));
  let rows = 0;
  let understood = 0;
  let damaged = false;
  const withoutHeader: ExchangeIssue[] = [];
  for (const sheet of sheets) {
    let headless = false;
    let filled = false;
    const reader = makeListReader(context, {
      ...into,
      issue: (issue) => {
        damaged ||= tellsDamage(issue);
        if (issue.code !== 'exchange.no-header') return into.issue(issue);
        headless = true;
        withoutHeader.push(issue);
      },
    });
    let noted = false;
    for await (const some of sheet.rows()) {
      for (const row of some) reader.row(row);
      filled ||= some.length > 0;
      rows += some.length;
      if (!noted && reader.isDemonstration()) {
        noted = true;
        demonstration();
      }
      await between(rows);
      if (damaged) return { rows };
    }
    reader.end();
    if (damaged) return { rows };
    if (!noted && reader.isDemonstration()) demonstration();
    if (!headless && filled) understood += 1;
  }
  reportHeadless(withoutHeader, understood, into);
  return { rows };
}

/** A sheet of instructions may lack a header; a file without any is refused. */
function reportHeadless(issues: readonly ExchangeIssue[], understood: number, into: ListReading): void {
  if (understood === 0 && issues.length === 0)
    into.issue({ severity: 'error', at: '', code: 'exchange.file-empty', detail: {} });
  for (const issue of issues) into.issue({ ...issue, severity: understood === 0 ? 'error' : 'warning' });
}

interface NamedRows {
  readonly name: string;
  rows(): AsyncGenerator<SourceRow[]>;
}

/** Rounds and exits before the list after review, which then only repeats what an exit sheet said of the opening. */
const exitsFirst = (sheets: readonly NamedRows[]): NamedRows[] => {
  const rank = (name: string) =>
    /đợt|dot/iu.test(name) ? 0 : /thoát|thoat/iu.test(name.normalize('NFC')) ? 1 : 2;
  return [...sheets].sort((a, b) => rank(a.name) - rank(b.name));
};
