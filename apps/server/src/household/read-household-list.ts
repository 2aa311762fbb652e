import type { HouseholdList } from '@benvung/contract/household';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { HouseholdClass } from '@benvung/domain/standard/household-class';
import type { Db } from '../platform/database/database.ts';
import { isInside } from '../platform/http/principal.ts';
import { findUnitPath } from '../territory/territory.public.ts';
import { type HouseholdsWanted, listHouseholdRows } from './household-list.store.ts';
import { idsOfPath, unitRefs } from './unit-refs.ts';

export interface ListAsked extends Omit<HouseholdsWanted, 'path' | 'offset' | 'limit'> {
  readonly unit: number;
  readonly page: number;
  readonly pageSize: number;
}

export async function readHouseholdList(
  db: Db,
  asked: ListAsked,
  { areas, today }: { areas: readonly string[]; today: string },
): Promise<Result<HouseholdList, Problem<'shared.not-found' | 'shared.outside-area'>>> {
  const path = await findUnitPath(db, asked.unit, today);
  if (path === undefined) return refuse('shared.not-found');
  if (!isInside(areas, path)) return refuse('shared.outside-area');
  const { page, pageSize } = asked;
  const { rows, total } = await listHouseholdRows(db, {
    ...asked,
    path,
    offset: (page - 1) * pageSize,
    limit: pageSize,
  });
  const communeIdOf = (scopePath: string) => idsOfPath(scopePath).at(-2) ?? 0;
  const ids = rows.flatMap(({ villageId, scopePath }) => [villageId, communeIdOf(scopePath)]);
  const ref = await unitRefs(db, ids, today);
  return ok({
    households: rows.map(({ villageId, scopePath, stage, ...row }) => ({
      ...row,
      class: row.class as HouseholdClass | null,
      state: row.class === null ? null : stateOf(stage),
      village: ref(villageId),
      commune: ref(communeIdOf(scopePath)),
    })),
    page: { page, pageSize, total },
  });
}

export const stateOf = (stage: string | null): 'official' | 'provisional' =>
  stage === 'recognised' ? 'official' : 'provisional';
