export type ReportProblemCode =
  | 'report.no-such-table'
  | 'report.unit-not-found'
  | 'report.no-such-column'
  | 'report.list-without-commune'
  | 'report.reported-file-unreadable';
