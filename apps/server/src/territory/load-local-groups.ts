import { ethnicGroupFinder } from '@benvung/domain/household/ethnic-group';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import { type LocalGroupRow, NO_LOCAL_GROUP, planLocalGroups } from '@benvung/domain/territory/local-groups';
import type { ListRowProblem } from '@benvung/domain/territory/plan-territory-load';
import type { Db } from '../platform/database/database.ts';
import { regulations } from '../standard/standard.public.ts';
import { addLocalGroups, endLocalGroups, listLoadedLocalGroups } from './local-group.store.ts';
import { type PlaceListLoad, type PlaceListOutcome, settlePlaceList } from './place-list.ts';
import { PLACE_WORDS, type PlaceColumn, placeRow, readPlaceGround } from './place-rows.ts';
import { type ColumnWords, readNamedRows } from './read-named-rows.ts';
import { readHistory } from './territory-history.ts';

const WORDS: ColumnWords<PlaceColumn | 'group'> = {
  ...PLACE_WORDS,
  code: ['mã tỉnh', ...PLACE_WORDS.code],
  group: ['dân tộc', 'mã dân tộc', 'group'],
};
/** A province may say that none of its groups counts as local. */
const NONE_WORDS = ['khong', 'khong co', 'none'];

/** A province's local groups from a file; all or nothing. @throws UnreadableList, FileRefusal */
export async function loadLocalGroups(db: Db, load: PlaceListLoad): Promise<PlaceListOutcome> {
  const rows = await readNamedRows(load.path, { words: WORDS, needed: ['group', 'from', 'source'] });
  const ground = await readPlaceGround(db, rows, { history: await readHistory(db), areas: load.areas });
  const findGroup = ethnicGroupFinder(regulations().ethnicGroups);
  const problems: ListRowProblem[] = [];
  const placed: LocalGroupRow[] = [];
  for (const row of rows) {
    const told = row.cell('group');
    const group = NONE_WORDS.includes(searchKey(told)) ? NO_LOCAL_GROUP : findGroup(told);
    if (group === undefined) problems.push({ at: row.at, code: 'territory.row-group-unknown', detail: told });
    const read = placeRow(row, ground);
    if ('problem' in read) problems.push(read.problem);
    else if (read.value.unit.level !== 'province')
      problems.push({ at: row.at, code: 'territory.row-not-a-province', detail: read.value.unit.name });
    else if (group !== undefined) {
      const { unit, ...period } = read.value;
      placed.push({ ...period, provinceId: unit.id, province: unit.name, group });
    }
  }
  const plan = planLocalGroups(placed, await listLoadedLocalGroups(db));
  return settlePlaceList({
    rows: rows.length,
    problems,
    plan,
    dryRun: load.dryRun,
    write: async (added, ended) => {
      await addLocalGroups(db, added, load);
      await endLocalGroups(db, ended);
    },
  });
}
