import type { PovertyCause, SupportWish } from '@benvung/domain/household/household-facts';
import type { Day } from '@benvung/domain/shared/day';
import type { Course } from './courses.ts';
import type { FamilyKind } from './family.ts';
import type { HomeTraits } from './home-traits.ts';
import type { PersonLife } from './person-life.ts';
import type { CommunePlan, VillagePlan } from './plan-province.ts';

/** One made-up household over the years, before any review has looked at it. */
export interface HouseholdLife {
  readonly id: string;
  /** Where it lives now, or lived last. */
  readonly commune: CommunePlan;
  readonly village: VillagePlan;
  /** Where it lived before it moved in 2023. */
  readonly former: {
    readonly commune: CommunePlan;
    readonly village: VillagePlan;
    readonly until: Day;
  } | null;
  readonly registeredOn: Day;
  readonly kind: FamilyKind;
  readonly ethnicity: string;
  readonly persons: readonly PersonLife[];
  readonly traits: HomeTraits;
  readonly causes: readonly PovertyCause[];
  readonly wishes: readonly SupportWish[];
  readonly farmHousehold: boolean;
  readonly course: Course;
  /** The household it was split from, or that took it in. */
  readonly kin: string | null;
}

export const LIST_DAY: Readonly<Record<2022 | 2023 | 2024, Day>> = {
  2022: '2021-12-15',
  2023: '2022-12-31',
  2024: '2023-12-31',
};
