import type { Language } from '@benvung/contract/problem-texts';
import type { UnitRef } from '@benvung/contract/shared';
import type { DesignationView } from '@benvung/contract/territory';
import type { Db } from '../platform/database/database.ts';
import { regulations } from '../standard/standard.public.ts';
import type { StoredDesignation } from './designation.store.ts';
import { designationsOn } from './designations-on-day.ts';

export function designationViewOf(
  designation: StoredDesignation,
  unit: UnitRef,
  language: Language,
): DesignationView {
  const { kind, validFrom: from, validTo: to, decision, endDecision } = designation;
  const label = regulations().designationKinds.find(({ code }) => code === kind)?.label[language] ?? kind;
  return { kind, label, from, to, decision, endDecision, unit };
}

interface PlaceOnDay {
  readonly unitId: number;
  readonly on: string;
  readonly language: Language;
}

/** What a place is designated as on a day, by itself or by what it lies in (`designationsOn`), in words. */
export async function designationViewsOn(
  db: Db,
  { unitId, on, language }: PlaceOnDay,
): Promise<DesignationView[]> {
  return (await designationsOn(db, unitId, on)).map((one) => designationViewOf(one, one.unit, language));
}
