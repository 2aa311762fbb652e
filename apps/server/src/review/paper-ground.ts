import type { DocumentProblemCode } from '@benvung/domain/document/problems';
import type { Problem, Result } from '@benvung/domain/shared/result';
import { CLASS_LABELS } from '@benvung/domain/standard/class-labels';
import type { HouseholdClass } from '@benvung/domain/standard/household-class';
import type { Db } from '../platform/database/database.ts';
import { listLastKnownUnits } from '../territory/territory.public.ts';
import type { Acting } from './case/take-case-steps.ts';
import type { ReviewRound } from './review-round.store.ts';
import { standardsOfRound } from './round-standards.ts';

/** What the papers of the review share: who makes them, and the words they use. */
export type Papers<Value> = Promise<Result<Value, Problem<DocumentProblemCode>>>;

export const paperMaker = ({ accountId, actor, username, at }: Acting) => ({
  accountId,
  actor: username ?? actor,
  now: at,
});

/** Names of villages as they were on the day. */
export async function villageNamesOn(
  db: Db,
  ids: readonly number[],
  day: string,
): Promise<(id: number) => string> {
  const units = await listLastKnownUnits(db, ids, day);
  return (id) => units.get(id)?.name ?? 'chưa rõ thôn';
}

/** `Hộ cận nghèo` */
export function classWord(of: HouseholdClass): string {
  const word = CLASS_LABELS[of].vi;
  return `${word.charAt(0).toLocaleUpperCase('vi')}${word.slice(1)}`;
}

/** `chuẩn nghèo đa chiều …`, as a decision names the standard. */
export function standardWords(round: ReviewRound): string {
  const { vi } = standardsOfRound(round).national.standard.title;
  return `${vi.charAt(0).toLocaleLowerCase('vi')}${vi.slice(1)}`;
}

export const headWord = (name: string): string => (name.trim() === '' ? 'chưa có tên chủ hộ' : name);
