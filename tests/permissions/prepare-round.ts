import { findPovertyStandard } from '../../apps/server/src/standard/standard.public.ts';
import type { World } from './world.ts';

/** A year in which only "Xã Hương Phú" has a round. */
export const YEAR = 2025;

export async function openOtherRound({ database, places: { otherCommune }, newId }: World): Promise<void> {
  const hash = findPovertyStandard('VN-2022')?.hash ?? '';
  await database.withSession((session) =>
    session.query(
      `insert into review_round (id, year, kind, commune_id, status, standard_id, standard_hash, reference_day,
         opened_on, source, demonstration, version, scope_path)
       values ($1, ${YEAR}, 'PERIODIC', $2, 'OPEN', 'VN-2022', $4, '${YEAR}-12-31', '${YEAR}-09-01', 'kiểm thử',
         false, 1, $3)
       on conflict do nothing`,
      [newId(), otherCommune.id, otherCommune.path, hash],
    ),
  );
}
