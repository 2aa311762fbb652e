/** Refusals any part of the system may give. */
export type SharedProblemCode =
  | 'shared.not-found'
  | 'shared.not-signed-in'
  | 'shared.not-allowed'
  | 'shared.outside-area'
  | 'shared.foreign-request'
  | 'shared.invalid-input'
  | 'shared.unreadable-body'
  | 'shared.unsupported-content'
  | 'shared.too-large'
  | 'shared.too-many-requests'
  | 'shared.command-reused'
  | 'shared.version-conflict'
  | 'shared.database-unavailable'
  | 'shared.rows-held'
  | 'shared.job-cut-off'
  | 'shared.job-fault'
  | 'shared.fault';
