import {
  type DesignationRow,
  designationKindFinder,
  planDesignations,
} from '@benvung/domain/territory/place-designation';
import type { ListRowProblem } from '@benvung/domain/territory/plan-territory-load';
import type { Db } from '../platform/database/database.ts';
import { regulations } from '../standard/standard.public.ts';
import { addDesignations, endDesignations, listDesignationsOf } from './designation.store.ts';
import { type PlaceListLoad, type PlaceListOutcome, settlePlaceList } from './place-list.ts';
import { PLACE_WORDS, type PlaceColumn, placeRow, readPlaceGround } from './place-rows.ts';
import { type ColumnWords, readNamedRows } from './read-named-rows.ts';
import { readHistory } from './territory-history.ts';

const WORDS: ColumnWords<PlaceColumn | 'kind'> = {
  ...PLACE_WORDS,
  kind: ['loại địa bàn', 'loại', 'kind'],
};

/** Place designations from a file, each with its decision; all or nothing. @throws UnreadableList, FileRefusal */
export async function loadDesignations(db: Db, load: PlaceListLoad): Promise<PlaceListOutcome> {
  const rows = await readNamedRows(load.path, { words: WORDS, needed: ['kind', 'from', 'source'] });
  const ground = await readPlaceGround(db, rows, { history: await readHistory(db), areas: load.areas });
  const kinds = regulations().designationKinds;
  const findKind = designationKindFinder(kinds);
  const problems: ListRowProblem[] = [];
  const placed: DesignationRow[] = [];
  for (const row of rows) {
    const kind = findKind(row.cell('kind'));
    if (kind === undefined)
      problems.push({ at: row.at, code: 'territory.row-kind-unknown', detail: row.cell('kind') });
    const read = placeRow(row, ground);
    if ('problem' in read) problems.push(read.problem);
    else if (kind !== undefined) {
      const { unit, source: decision, ...period } = read.value;
      placed.push({ ...period, unit, unitId: unit.id, kind: kind.code, decision });
    }
  }
  const known = await listDesignationsOf(
    db,
    placed.map(({ unitId }) => unitId),
  );
  const plan = planDesignations(placed, { kinds, known });
  return settlePlaceList({
    rows: rows.length,
    problems,
    plan,
    dryRun: load.dryRun,
    write: async (added, ended) => {
      await addDesignations(db, added, load);
      await endDesignations(db, ended);
    },
  });
}
