import type { RoundStandards } from '@benvung/domain/review/review-under-standards';
import { groupBy } from '@benvung/domain/shared/group-by';
import type { Db } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { namedIn, type OpeningRound, type RoundsToOpen, roundsOf } from '../review/review.public.ts';
import { readVillageMergers } from '../territory/territory.public.ts';
import type { ListedCommune } from './place-finder.ts';
import type { ImportGround } from './prepare-import.ts';
import type { Staged, StagedRound } from './staged.ts';
import { standardsOfCommune } from './standards-of-commune.ts';

interface RoundsGround {
  readonly ground: ImportGround;
  readonly staged: Staged;
  readonly options: { readonly fileName: string; readonly demonstration: boolean };
}

/** The rounds an import opens: those of the file's communes that do not exist yet, as one call each. */
export function roundsToOpen({ ground, staged, options }: RoundsGround): RoundsToOpen[] {
  const missing = [...staged.communes.values()].filter((commune) => !ground.rounds.has(commune.id));
  const standardsOf = (commune: ListedCommune): RoundStandards =>
    standardsOfCommune(ground, commune, staged.rounds.get(commune.id)) ?? {
      national: ground.standard,
      local: null,
    };
  const keyOf = (commune: ListedCommune) =>
    `${roundKey(staged.rounds.get(commune.id))}|${standardsOf(commune).local?.hash}`;
  return [...groupBy(missing, keyOf).values()].flatMap((communes) => {
    const [first] = communes;
    if (first === undefined) return [];
    const told = staged.rounds.get(first.id);
    return {
      year: ground.year,
      kind: 'PERIODIC',
      communes: communes.map(({ id, path, validTo }) => ({
        communeId: id,
        scopePath: path,
        ended: validTo !== null && validTo <= ground.today,
        roundId: newId(),
      })),
      ...namedIn(standardsOf(first)),
      referenceDay: told?.referenceDay ?? ground.referenceDay,
      today: told?.openedOn ?? ground.today,
      source: told?.source ?? `Tệp ${options.fileName}`,
      demonstration: options.demonstration,
      // A file that tells of the round itself holds all of it; any other leaves last year's households to decide.
      carryOver: ground.known.some && told === undefined,
    };
  });
}

const roundKey = (round: StagedRound | undefined): string =>
  [round?.standardId, round?.localStandardId, round?.referenceDay, round?.openedOn, round?.source].join('|');

/** Those of them that open with last year's list. */
export async function openingsOf(db: Db, toOpen: readonly RoundsToOpen[]): Promise<OpeningRound[]> {
  const openings: OpeningRound[] = [];
  for (const wanted of toOpen.filter(({ carryOver }) => carryOver)) {
    const mergers = await readVillageMergers(db, wanted.referenceDay);
    const ended = new Set(wanted.communes.flatMap((each) => (each.ended === true ? each.communeId : [])));
    for (const round of roundsOf(wanted))
      openings.push({ round, ended: ended.has(round.communeId), mergers });
  }
  return openings;
}
