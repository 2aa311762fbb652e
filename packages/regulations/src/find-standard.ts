import type { CompiledStandard } from '@benvung/domain/standard/compile-standard';
import type { RegulationLibrary } from './regulation-library.ts';

/** By id, and by hash when an older version is meant; without a hash the newest version. */
export const findStandard = (
  { standards }: RegulationLibrary,
  id: string,
  hash?: string,
): CompiledStandard | undefined =>
  standards.findLast(
    (candidate) => candidate.standard.id === id && (hash === undefined || candidate.hash === hash),
  );

export interface StandardsInForce {
  readonly national: CompiledStandard | undefined;
  /** Only where a province set a higher line of its own. */
  readonly local: CompiledStandard | undefined;
}

/** What the day proposes for a province; a round names its standards itself. Drafts are never proposed. */
export function standardsInForce(
  { standards }: RegulationLibrary,
  day: string,
  provinceCode: string | null,
): StandardsInForce {
  const inForce = standards.filter(
    ({ standard }) =>
      standard.status === 'inForce' &&
      standard.validFrom <= day &&
      (standard.validTo === null || day <= standard.validTo),
  );
  return {
    national: inForce.findLast(({ standard }) => standard.scope.kind === 'national'),
    local: inForce.findLast(
      ({ standard: { scope } }) => scope.kind === 'local' && scope.unitCode === provinceCode,
    ),
  };
}
