export type ReportProblemCode =
  | 'report.no-such-table'
  | 'report.unit-not-found'
  | 'report.unit-not-on-map'
  | 'report.no-such-column'
  | 'report.list-too-large'
  | 'report.reported-file-unreadable';
