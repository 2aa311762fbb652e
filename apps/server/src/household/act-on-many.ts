import type { ActedOnMany, actOnMany as Command } from '@benvung/contract/household-acts';
import { problemText } from '@benvung/contract/problem-texts';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Db } from '../platform/database/database.ts';
import type { HouseholdAct } from './act-on-household.ts';
import { endHousehold } from './end-household.ts';
import { listHeadNames } from './household.store.ts';
import type { Acted, ActGround } from './household-ground.ts';
import { moveHousehold } from './move-household.ts';
import { undoMove } from './undo-move.ts';

type Told = z.output<typeof Command>;

export interface DoneToMany extends ActedOnMany {
  readonly acts: readonly HouseholdAct[];
}

/**
 * Each household by itself: what one refuses keeps no other from being done. Only trying it out undoes everything
 * again before the transaction ends.
 */
export async function actOnMany(ground: ActGround, { attempt, households, act }: Told): Promise<DoneToMany> {
  const { db, language } = ground;
  const acts: HouseholdAct[] = [];
  const refused: { id: string; code: string; text: string }[] = [];
  await sql`savepoint many`.execute(db);
  for (const household of households) {
    await sql`savepoint one`.execute(db);
    const done = await actOnOne(ground, { ...household, act });
    if (done.ok) acts.push(done.value);
    else {
      await sql`rollback to savepoint one`.execute(db);
      refused.push({ id: household.id, code: done.problem.code, text: problemText(done.problem, language) });
    }
    await sql`release savepoint one`.execute(db);
  }
  if (attempt) await sql`rollback to savepoint many`.execute(db);
  await sql`release savepoint many`.execute(db);
  return {
    acts: attempt ? [] : acts,
    done: acts.map(({ id, version }) => ({ id, version })),
    refused: await withHeads(db, refused),
  };
}

function actOnOne(
  ground: ActGround,
  { id, version, act }: Told['households'][number] & Pick<Told, 'act'>,
): Acted<HouseholdAct> {
  if (act.kind === 'undo-move') return undoMove(ground, { id, version });
  return act.kind === 'move'
    ? moveHousehold(ground, { id, version, day: act.day, villageId: act.villageId })
    : endHousehold(ground, { id, version, day: act.day, reason: act.reason, commandId: '' });
}

async function withHeads(
  db: Db,
  refused: readonly { readonly id: string; readonly code: string; readonly text: string }[],
): Promise<ActedOnMany['refused']> {
  const names = await listHeadNames(
    db,
    refused.map(({ id }) => id),
  );
  return refused.map((each) => ({ ...each, head: names.get(each.id) ?? '?' }));
}
