export type StandardProblemCode =
  | 'standard.unknown-standard'
  | 'standard.scorecard-unreadable'
  | 'standard.scorecard-faulty'
  | 'standard.scorecard-version-taken';
