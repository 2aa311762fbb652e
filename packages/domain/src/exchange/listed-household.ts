import type { AreaType, HouseholdFacts, MemberFacts } from '../household/household-facts.ts';
import type { ArrivalReason, GoneReason, HouseholdFlags, ReviewStage } from '../review/review-record.ts';
import type { DeprivationPattern, HouseholdClass } from '../standard/household-class.ts';
import type { RowAddress } from './exchange-issue.ts';

/** What the name of a sheet says of the households on it (the three official sheets), or an opening list. */
export type ListKind = 'afterReview' | 'povertyExit' | 'nearPovertyExit' | 'opening';

/** A household as one file tells it. `null` means the file does not say. */
export interface ListedHousehold {
  readonly list: ListKind;
  /** Where its first row stands. */
  readonly at: RowAddress;
  /** Our own id, in files this system wrote. */
  readonly householdKey: string | null;
  readonly listCode: string | null;
  readonly registrationNumber: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly note: string | null;
  readonly place: ListedPlace;
  readonly headName: string;
  readonly members: readonly MemberFacts[];
  /** False when the file has one row a household: then only the head is known. */
  readonly membersListed: boolean;
  readonly persons: number | null;
  readonly review: ListedReview;
  readonly facts: Omit<HouseholdFacts, 'areaType' | 'members' | 'surveyDay'> & {
    readonly areaType: AreaType | null;
    readonly surveyDay: string | null;
  };
}

export interface ListedPlace {
  readonly province: string | null;
  readonly district: string | null;
  readonly districtCode: string | null;
  readonly commune: string | null;
  readonly communeCode: string | null;
  readonly village: string | null;
}

export interface ListedReview {
  readonly year: number | null;
  readonly standardId: string | null;
  readonly openingClass: HouseholdClass | null;
  readonly openingPersons: number | null;
  readonly openingVillage: string | null;
  readonly openingCommuneCode: string | null;
  /** The class the file gives: it stays the final one, whatever is computed. */
  readonly class: HouseholdClass | null;
  readonly computedClass: HouseholdClass | null;
  readonly overrideReason: string | null;
  readonly goneReason: GoneReason | null;
  readonly arrivalReason: ArrivalReason | null;
  readonly stage: ReviewStage | null;
  readonly incomeScore: number | null;
  readonly deprivationScore: number | null;
  readonly deprivations: DeprivationPattern | null;
  /** `scored`, `signedForm`, `quickScreen`, `none`, or other words as they stand. */
  readonly evidence: string | null;
  readonly scorecardId: string | null;
  readonly verified: boolean | null;
  readonly flags: { readonly [Flag in keyof HouseholdFlags]: boolean | null };
  readonly oncePoor: boolean | null;
  readonly onceNearPoor: boolean | null;
  readonly headEthnicity: string | null;
  readonly children: number | null;
  readonly childrenDeprivedOfHealth: number | null;
  readonly childrenDeprivedOfEducation: number | null;
  readonly decisionNumber: string | null;
  readonly decisionDay: string | null;
  /** What the file says under the local standard; null when it has no such columns, or they are blank. */
  readonly local: ListedLocalReview | null;
}

/** The second result of a household, where the province set a higher standard; everything else is the same under both. */
export interface ListedLocalReview {
  readonly openingClass: HouseholdClass | null;
  readonly class: HouseholdClass | null;
  readonly computedClass: HouseholdClass | null;
  readonly overrideReason: string | null;
  readonly arrivalReason: ArrivalReason | null;
  readonly stage: ReviewStage | null;
  readonly deprivations: DeprivationPattern | null;
  readonly verified: boolean | null;
  readonly oncePoor: boolean | null;
  readonly onceNearPoor: boolean | null;
}

/** A line of the population base: of a commune, or of one of its villages. */
export interface ListedPopulation {
  readonly at: RowAddress;
  readonly place: ListedPlace;
  readonly year: number | null;
  readonly households: number;
  readonly persons: number | null;
  readonly minorityHouseholds: number | null;
  readonly minorityPersons: number | null;
  readonly localMinorityHouseholds: number | null;
  readonly localMinorityPersons: number | null;
  readonly source: string | null;
  readonly onDay: string | null;
}

export interface ListedRound {
  readonly at: RowAddress;
  readonly place: ListedPlace;
  readonly year: number | null;
  readonly standardId: string | null;
  readonly localStandardId: string | null;
  readonly status: 'OPEN' | 'CLOSED' | 'LOCKED';
  readonly referenceDay: string | null;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly lockedOn: string | null;
  readonly source: string | null;
}
