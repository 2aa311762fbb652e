export type ReportProblemCode =
  | 'report.no-such-table'
  | 'report.unit-not-found'
  | 'report.no-such-column'
  | 'report.list-too-large'
  | 'report.reported-file-unreadable';
