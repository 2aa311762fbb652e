export type AccessProblemCode =
  | 'access.wrong-credentials'
  | 'access.locked-out'
  | 'access.no-area'
  | 'access.username-taken'
  | 'access.username-invalid'
  | 'access.password-too-short'
  | 'access.unit-unknown'
  | 'access.too-many-areas'
  | 'access.role-unknown';
