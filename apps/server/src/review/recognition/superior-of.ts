import type { ReviewProcedure } from '@benvung/domain/review/review-procedure';
import { nameInSentence } from '@benvung/domain/territory/unit-type';
import type { Db } from '../../platform/database/database.ts';
import { findUnitInPlace, listLineage } from '../../territory/territory.public.ts';

/**
 * Who gives the opinion, by name: `Chủ tịch UBND huyện A Lưới`. The office alone (`Chủ tịch UBND huyện`) where the map of
 * the day has no unit of that level above the commune.
 */
export async function superiorOf(
  db: Db,
  { communeId, day }: { readonly communeId: number; readonly day: string },
  { level, title }: ReviewProcedure['superior'],
): Promise<string> {
  const commune = await findUnitInPlace(db, communeId, day);
  const above = commune === undefined ? [] : await listLineage(db, commune, day);
  const unit = above.find((one) => one.level === level);
  return unit === undefined ? title.vi : title.vi.replace(/(?:huyện|tỉnh)$/u, nameInSentence(unit.name));
}

/** The same in the words of a paper: `Chủ tịch Ủy ban nhân dân huyện A Lưới`. */
export const superiorInFull = (superior: string): string => superior.replace('UBND', 'Ủy ban nhân dân');
