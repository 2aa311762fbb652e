import {
  BASE_FIELDS,
  type BaseFigures,
  checkBase,
  isBlankBase,
} from '@benvung/domain/review/population-base';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../platform/database/database.ts';
import { listUnitsUnder, type UnitOnDay } from '../territory/territory.public.ts';
import { deleteBaseLines, lockBaseLines, type StoredBaseLine } from './population-base.store.ts';
import { putPopulationBase } from './population-base.ts';
import { addRoundEvents, type Said } from './round-event.store.ts';

export interface BaseChange {
  readonly commune: Pick<UnitOnDay, 'id' | 'path'>;
  readonly year: number;
  readonly source: string;
  readonly onDay: string;
  readonly demonstration: boolean;
  readonly today: string;
  readonly said: Said;
  readonly lines: readonly {
    /** 0: the commune's own. */
    readonly villageId: number;
    /** 0 when there was no line. */
    readonly version: number;
    readonly figures: BaseFigures;
  }[];
}

/** Changes lines of a commune's population base, all or none; what changed, who and when is kept. */
export async function changePopulationBase(
  db: Db,
  { commune, year, source, onDay, demonstration, today, said, lines }: BaseChange,
): Promise<Result<{ changed: number }, Problem<ReviewProblemCode>>> {
  for (const { figures } of lines) {
    const checked = checkBase(figures);
    if (!checked.ok) return checked;
  }
  const villages = await listUnitsUnder(db, { path: commune.path, level: 'village', day: today });
  const paths = new Map([[0, commune.path], ...villages.map(({ id, path }): [number, string] => [id, path])]);
  if (lines.some(({ villageId }) => !paths.has(villageId))) return refuse('review.village-not-of-commune');
  const stored = new Map((await lockBaseLines(db, year, commune.id)).map((line) => [line.villageId, line]));
  const stale = lines.some(({ villageId, version }) => (stored.get(villageId)?.version ?? 0) !== version);
  if (stale) return refuse('review.base-conflict');
  const kept = lines.filter(({ figures }) => !isBlankBase(figures));
  // Blank lines are asked for too, so that a locked year refuses them as well.
  const put = await putPopulationBase(
    db,
    kept.map(({ villageId, figures }) => ({
      ...figures,
      households: figures.households ?? 0,
      year,
      communeId: commune.id,
      villageId,
      source,
      onDay,
      demonstration,
      scopePath: paths.get(villageId) ?? commune.path,
    })),
    [{ year, communeId: commune.id }],
  );
  if (!put.ok) return put;
  const blank = lines.filter(({ figures }) => isBlankBase(figures)).map(({ villageId }) => villageId);
  await deleteBaseLines(db, { year, communeId: commune.id }, blank);
  const changes = lines.map(({ villageId, figures }) => ({
    villageId,
    before: figuresOf(stored.get(villageId)),
    after: isBlankBase(figures) ? null : figures,
  }));
  await addRoundEvents(db, said, [
    {
      year,
      communeId: commune.id,
      scopePath: commune.path,
      kind: 'baseChanged',
      detail: { source, changes },
    },
  ]);
  return ok({ changed: lines.length });
}

const figuresOf = (line: StoredBaseLine | undefined) =>
  line === undefined ? null : Object.fromEntries(BASE_FIELDS.map((field) => [field, line[field]]));
