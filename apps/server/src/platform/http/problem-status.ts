import type { ProblemCode } from '@benvung/contract/problem-texts';

/** The HTTP status of every refusal. */
export const problemStatus = {
  'shared.not-found': 404,
  'shared.not-signed-in': 401,
  'shared.not-allowed': 403,
  'shared.outside-area': 403,
  'shared.foreign-request': 403,
  'shared.invalid-input': 400,
  'shared.unreadable-body': 400,
  'shared.unsupported-content': 415,
  'shared.too-large': 413,
  'shared.too-many-requests': 429,
  'shared.command-reused': 409,
  'shared.version-conflict': 409,
  'shared.database-unavailable': 503,
  'shared.fault': 500,

  'access.wrong-credentials': 401,
  'access.locked-out': 429,
  'access.no-area': 403,
  'access.username-taken': 409,
  'access.username-invalid': 422,
  'access.password-too-short': 422,
  'access.unit-unknown': 422,
  'access.too-many-areas': 422,
  'access.role-unknown': 422,
} satisfies Record<ProblemCode, number>;
