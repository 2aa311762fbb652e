import type { HouseholdActed } from '@benvung/contract/household-acts';
import type { MemberFacts } from '@benvung/domain/household/household-facts';
import type { ActTime, Decision, HouseholdState } from '@benvung/domain/household/household-state';
import { ok } from '@benvung/domain/shared/result';
import { duplicateWarnings } from './duplicate-warnings.ts';
import {
  type Acted,
  type ActGround,
  type Event,
  type HeldHousehold,
  holdHousehold,
  keepHousehold,
} from './household-ground.ts';
import { identityWarnings } from './identity-warnings.ts';

/** What came of an act, with what the log says of it. */
export interface HouseholdAct extends HouseholdActed {
  readonly scopePath: string;
}

export interface ActOnOne {
  readonly id: string;
  readonly version: number;
  /** The day it happened; today when the act only corrects what is written. */
  readonly day?: string;
  decide(state: HouseholdState, time: ActTime): Decision;
  /** What the history will say, once it is decided. */
  tell(before: HouseholdState, after: HouseholdState): Pick<Event, 'kind' | 'detail'>[];
  /** Whose identity numbers are looked at. */
  written?(after: HouseholdState): readonly MemberFacts[];
}

/** An act on one household alone: held, decided, written with its history and open reviews. */
export async function actOnHousehold(ground: ActGround, act: ActOnOne): Acted<HouseholdAct> {
  const held = await holdHousehold(ground.db, act.id);
  if (!held.ok) return held;
  return decideAndKeep(ground, held.value, act);
}

async function decideAndKeep(ground: ActGround, held: HeldHousehold, act: ActOnOne): Acted<HouseholdAct> {
  const { state, stored } = held;
  const day = act.day ?? ground.today;
  const time = { day, today: ground.today, version: act.version };
  const decided = act.decide(state, time);
  if (!decided.ok) return decided;
  const events = act.tell(state, decided.value).map((event) => ({ ...event, onDay: day }));
  const kept = await keepHousehold(ground, { before: held, after: decided.value, time, events });
  if (!kept.ok) return kept;
  const written = act.written?.(decided.value) ?? [];
  const personIds = new Set(written.map(({ personId }) => personId));
  const warnings = [
    ...(await identityWarnings(ground, written)),
    ...(personIds.size === 0 ? [] : await duplicateWarnings(ground, stored.id, personIds)),
  ];
  return ok({
    id: stored.id,
    version: kept.value.version,
    warnings,
    other: null,
    scopePath: stored.scopePath,
  });
}
