import type { RoundStandards } from '@benvung/domain/review/review-under-standards';
import { findStandard } from '@benvung/regulations/find-standard';
import { chooseRoundStandards } from '../review/review.public.ts';
import type { ListedCommune } from './place-finder.ts';
import type { ImportGround } from './prepare-import.ts';
import type { StagedRound } from './staged.ts';

/**
 * The standards a commune's list is judged under: of its round; of the round the file tells of; otherwise what the day
 * proposes for its province. Undefined when the file names a local standard that does not apply there.
 */
export function standardsOfCommune(
  { library, rounds, standard, referenceDay }: ImportGround,
  commune: ListedCommune,
  told: StagedRound | undefined,
): RoundStandards | undefined {
  const round = rounds.get(commune.id);
  const find = (id: string, hash?: string) =>
    (hash ? findStandard(library, id, hash) : undefined) ?? findStandard(library, id);
  if (round !== undefined) {
    const { localStandardId } = round;
    return {
      national: find(round.standardId, round.standardHash) ?? standard,
      local: localStandardId === null ? null : (find(localStandardId, round.localStandardHash ?? '') ?? null),
    };
  }
  const national =
    (told?.standardId == null ? undefined : findStandard(library, told.standardId)) ?? standard;
  const chosen = chooseRoundStandards({
    day: told?.referenceDay ?? referenceDay,
    provinceCode: commune.provinceCode,
    standardId: national.standard.id,
    localStandardId: told === undefined ? undefined : told.localStandardId,
  });
  if (chosen.ok) return chosen.value;
  return told?.localStandardId == null ? { national, local: null } : undefined;
}
