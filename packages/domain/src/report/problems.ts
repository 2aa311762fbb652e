export type ReportProblemCode =
  | 'report.no-such-table'
  | 'report.unit-not-found'
  | 'report.unit-not-on-map'
  | 'report.no-such-column'
  | 'report.list-too-large'
  | 'report.column-closed'
  | 'report.purpose-missing'
  | 'report.not-public'
  | 'report.not-official-yet'
  | 'report.reported-file-unreadable';
