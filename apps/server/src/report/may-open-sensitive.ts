import { isInside } from '../platform/http/principal.ts';

/** Who reads ethnic origin and health of named households: those who work on them or check that work. */
export const SENSITIVE_READERS = ['enumerator', 'officer', 'approver', 'inspector'] as const;

/** Whether a reader may open named sensitive facts of a unit; the command line may. */
export const mayOpenSensitive = (
  { sensitiveAreas }: { readonly sensitiveAreas?: readonly string[] | undefined },
  unit: { readonly path: string },
): boolean => sensitiveAreas === undefined || isInside(sensitiveAreas, unit.path);
