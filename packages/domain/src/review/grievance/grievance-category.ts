import type { Text } from '../../shared/text.ts';
import type { DayLimit } from '../review-procedure.ts';

/** What a grievance is about: one household on the list, one that is not on it, or the way it was done. */
export const GRIEVANCE_CATEGORIES = ['household', 'absent', 'process'] as const;
export type GrievanceCategory = (typeof GRIEVANCE_CATEGORIES)[number];

/** How grievances about the review are dealt with, as law has it from a day on. */
export interface GrievanceProcedure {
  readonly id: string;
  readonly title: Text;
  readonly from: string;
  readonly to: string | null;
  readonly method: 'reverify-then-answer';
  /** By category: how long until the answer, and whether others must look at the household again. */
  readonly categories: readonly {
    readonly id: GrievanceCategory;
    readonly title: Text;
    readonly limit: DayLimit & { readonly uncertain: boolean };
    readonly reverified: boolean;
  }[];
}

export const categoryOf = (procedure: GrievanceProcedure, id: GrievanceCategory) => {
  const found = procedure.categories.find((category) => category.id === id);
  if (found === undefined) throw new Error(`${procedure.id} has no category ${id}.`);
  return found;
};
