import { newId } from '../../../platform/new-id.ts';
import { type Branch, lineToType } from './cascade-model.ts';
import { actOnTargets, adjustTargets } from './target.api.ts';

/** Writes what is typed: figures first, all or none, then the locks of the same rows. Answers how many rows. */
export async function saveTyped(
  branches: readonly Branch[],
  { year, commandId }: { year: number; commandId: string },
): Promise<number> {
  const typed = branches.filter((branch) => branch.typed !== undefined);
  const figures = typed.filter(
    ({ row, typed: now }) => row.line === null || JSON.stringify(now?.line) !== JSON.stringify(row.line),
  );
  if (figures.length > 0)
    await adjustTargets(
      {
        year,
        lines: figures.map((branch) => ({ ...named(branch), ...lineToType(branch) })),
      },
      commandId,
    );
  const written = new Set(figures);
  for (const act of ['lock', 'unlock'] as const) {
    const these = typed.filter(({ row, locked }) => locked !== row.locked && locked === (act === 'lock'));
    if (these.length > 0)
      await actOnTargets(
        {
          year,
          act,
          targets: these.map((branch) => ({
            ...named(branch),
            version: branch.row.version + (written.has(branch) ? 1 : 0),
          })),
        },
        newId(),
      );
  }
  return typed.length;
}

const named = ({ row }: Branch) => ({ unitId: row.unit.id, indicator: row.indicator, version: row.version });
