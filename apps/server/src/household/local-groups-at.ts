import type { Db } from '../platform/database/database.ts';
import { listLastKnownUnits, readLocalGroups } from '../territory/territory.public.ts';

interface VillagesOnDay<Villages extends readonly number[]> {
  readonly villages: Villages;
  readonly day: string;
}

/** For each village, the groups that count as local ("dân tộc tại chỗ") there on a day; none where nobody lists any. */
export async function localGroupsAt<const Villages extends readonly number[]>(
  db: Db,
  { villages, day }: VillagesOnDay<Villages>,
): Promise<{ readonly [At in keyof Villages]: readonly string[] }> {
  const units = await listLastKnownUnits(db, villages, day);
  const catalogue = await readLocalGroups(db);
  const groups = villages.map((village) => {
    const unit = units.get(village);
    return (unit?.parentId ? catalogue.of(unit.parentId, day)?.groups : undefined) ?? [];
  });
  return groups as unknown as { readonly [At in keyof Villages]: readonly string[] };
}
