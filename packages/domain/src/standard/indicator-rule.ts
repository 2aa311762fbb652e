import type {
  EducationLevel,
  LabourStatus,
  SchoolAttendance,
  Toilet,
  WaterSource,
} from '../household/household-facts.ts';

/**
 * How one deprivation indicator is decided, as data. `method` names the engine function; the rest are its
 * thresholds. Ages are full years on the survey day; `from` counts, `to` does not.
 */
export type IndicatorRule =
  | {
      readonly method: 'job-without-contract';
      readonly fromAge: number;
      readonly toAge: number;
      readonly lacking: readonly LabourStatus[];
      readonly outside: readonly LabourStatus[];
    }
  | {
      readonly method: 'share-of-dependents';
      readonly childUnderAge: number;
      readonly elderlyFromAge: number;
      readonly socialAllowances: readonly string[];
      readonly otherAllowances: readonly string[];
    }
  | { readonly method: 'child-nutrition'; readonly underAge: number }
  | { readonly method: 'insurance-from-age'; readonly fromAge: number }
  | { readonly method: 'education-for-age'; readonly bands: readonly EducationBand[] }
  | {
      readonly method: 'education-born-from';
      readonly fromAge: number;
      readonly bornFrom: number;
      readonly finished: EducationLevel;
    }
  | { readonly method: 'school-level-for-age'; readonly bands: readonly SchoolBand[] }
  | { readonly method: 'school-attendance'; readonly fromAge: number; readonly toAge: number }
  | { readonly method: 'untreated-illness' }
  | { readonly method: 'durable-structures'; readonly lackingAtLeast: number }
  | { readonly method: 'area-per-person'; readonly squareMetres: number }
  | { readonly method: 'water-source'; readonly clean: readonly WaterSource[] }
  | { readonly method: 'toilet-kind'; readonly hygienic: readonly Toilet[] }
  | { readonly method: 'internet-use' }
  | { readonly method: 'phone-or-internet-use' }
  | { readonly method: 'information-device' }
  | { readonly method: 'information-device-or-loudspeaker' }
  /** The answer is not collected yet: always unknown. */
  | { readonly method: 'not-collected' };

export type IndicatorMethod = IndicatorRule['method'];

export interface EducationBand {
  readonly fromAge: number;
  readonly toAge: number;
  /** This level or a higher one is enough; so is studying, or a vocational certificate. */
  readonly finished: EducationLevel;
}

export interface SchoolBand {
  readonly fromAge: number;
  readonly toAge: number;
  /** This level or a higher one is right for the age. */
  readonly attending: SchoolAttendance;
}
