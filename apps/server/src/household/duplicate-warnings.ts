import type { HouseholdActed } from '@benvung/contract/household-acts';
import type { Text } from '@benvung/domain/shared/text';
import { listKnownPairs } from './duplicate.store.ts';
import { findHouseholds } from './household.store.ts';
import type { ActGround } from './household-ground.ts';
import { unitsOf } from './view-duplicates.ts';

const SENTENCE: Text = {
  vi: 'Có thể trùng: hộ {head}, {village}.',
  en: 'Possibly the same: the household of {head}, {village}.',
};

/** Households that those just written may be in already; it never blocks. */
export async function duplicateWarnings(
  { db, language, today }: ActGround,
  householdId: string,
  personIds: ReadonlySet<string>,
): Promise<HouseholdActed['warnings']> {
  const pairs = (await listKnownPairs(db, [householdId])).filter(({ state }) => state === 'proposed');
  const others = await findHouseholds(
    db,
    pairs.map((pair) => (pair.householdId === householdId ? pair.otherId : pair.householdId)),
  );
  const units = await unitsOf(db, [...others.values()], today);
  return pairs.flatMap((pair) => {
    const isFirst = pair.householdId === householdId;
    const other = others.get(isFirst ? pair.otherId : pair.householdId);
    const person = pair.evidence
      .map(({ oneId, otherId }) => (isFirst ? oneId : otherId))
      .find((id) => personIds.has(id));
    if (other === undefined || person === undefined) return [];
    const head = other.listCode === null ? other.headName : `${other.headName} (${other.listCode})`;
    const text = SENTENCE[language]
      .replace('{head}', head)
      .replace('{village}', units.of(other.villageId).name);
    return [{ personId: person, code: 'household.possible-duplicate', text, otherId: other.id }];
  });
}
