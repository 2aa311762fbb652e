import type { RoundStandards } from '@benvung/domain/review/review-under-standards';
import { getStandard } from '../standard/standard.public.ts';
import type { ReviewRound } from './review-round.store.ts';

type Named = Pick<ReviewRound, 'standardId' | 'standardHash' | 'localStandardId' | 'localStandardHash'>;

/** The standards a round classifies under, in the version it was opened with. */
export const standardsOfRound = (round: Named): RoundStandards => ({
  national: getStandard(round.standardId, round.standardHash || undefined),
  local:
    round.localStandardId === null
      ? null
      : getStandard(round.localStandardId, round.localStandardHash || undefined),
});

/** Their ids, the national first. */
export const standardIdsOf = ({
  standardId,
  localStandardId,
}: Pick<Named, 'standardId' | 'localStandardId'>): readonly string[] =>
  localStandardId === null ? [standardId] : [standardId, localStandardId];
