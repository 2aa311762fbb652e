/**
 * The facts of one household on the day it is reviewed: what the questionnaire answers become before any
 * standard is applied (regulations 9.1 and 9.2). `null` always means "not known", never "no".
 */
export interface HouseholdFacts {
  readonly areaType: AreaType;
  /** The day the ages below are counted on, `YYYY-MM-DD`. */
  readonly surveyDay: string;
  readonly members: readonly MemberFacts[];
  readonly dwelling: DwellingFacts;
  readonly causes: readonly PovertyCause[];
  readonly wishes: readonly SupportWish[];
  /** Income per person per month in whole đồng; collected only for households of average living standard. */
  readonly monthlyIncomePerPerson: number | null;
  /** Farm, forestry, fishery or salt household, the only kind listed as of average living standard. */
  readonly farmHousehold: boolean | null;
}

export type AreaType = 'rural' | 'urban';
export type Sex = 'male' | 'female';

export const RELATIONS = [
  'head',
  'spouse',
  'child',
  'parent',
  'grandparent',
  'grandchild',
  'sibling',
  'other',
] as const;
export type Relation = (typeof RELATIONS)[number];

export const EDUCATION_LEVELS = [
  'none',
  'belowPrimary',
  'primary',
  'lowerSecondary',
  'upperSecondary',
  'elementaryVocational',
  'intermediateVocational',
  'college',
  'university',
  'postgraduate',
] as const;
export type EducationLevel = (typeof EDUCATION_LEVELS)[number];

export const SCHOOL_ATTENDANCES = [
  'no',
  'preschool',
  'primary',
  'lowerSecondary',
  'upperSecondary',
  'vocational',
  'higher',
] as const;
export type SchoolAttendance = (typeof SCHOOL_ATTENDANCES)[number];

export const LABOUR_STATUSES = [
  'farmWork',
  'wageWorkWithContract',
  'wageWorkWithoutContract',
  'selfEmployed',
  'unemployed',
  'unable',
  'student',
  'homemaker',
  'tooYoung',
  'retired',
] as const;
export type LabourStatus = (typeof LABOUR_STATUSES)[number];

export const MARITAL_STATUSES = ['single', 'married', 'widowed', 'divorced', 'separated'] as const;
export type MaritalStatus = (typeof MARITAL_STATUSES)[number];

export const NUTRITION_STATUSES = ['normal', 'stunted', 'underweight', 'stuntedAndUnderweight'] as const;
export type NutritionStatus = (typeof NUTRITION_STATUSES)[number];

export const DISABILITY_FORMS = [
  'movement',
  'hearingSpeech',
  'vision',
  'mental',
  'intellectual',
  'other',
] as const;
export type DisabilityForm = (typeof DISABILITY_FORMS)[number];
export const DISABILITY_DEGREES = ['extremelySevere', 'severe', 'mild'] as const;
export type DisabilityDegree = (typeof DISABILITY_DEGREES)[number];

export interface MemberFacts {
  readonly personId: string;
  readonly fullName: string;
  readonly relation: Relation;
  readonly sex: Sex | null;
  /** `YYYY-MM-DD`, or `YYYY` when only the year is known, as the official lists print it. */
  readonly birthDate: string | null;
  /** Ethnic group code of two digits (regulations 9.3). Sensitive. */
  readonly ethnicity: string | null;
  /** Personal identification number, 12 digits; many members have none. Sensitive. */
  readonly identityNumber: string | null;
  readonly maritalStatus: MaritalStatus | null;
  readonly educationFinished: EducationLevel | null;
  readonly attending: SchoolAttendance | null;
  readonly vocationalCertificate: boolean | null;
  readonly labourStatus: LabourStatus | null;
  readonly healthInsurance: boolean | null;
  readonly insuranceGroup: string | null;
  readonly nutrition: NutritionStatus | null;
  /** Sensitive, as is the degree. */
  readonly disabilityForm: DisabilityForm | null;
  readonly disabilityDegree: DisabilityDegree | null;
  readonly meritGroup: string | null;
  readonly monthlyAllowance: string | null;
  /** Seriously ill in the last 12 months without treatment (VN-2016, indicator 3). Sensitive. */
  readonly untreatedIllness: boolean | null;
}

export const WATER_SOURCES = [
  'piped',
  'drilledWell',
  'protectedWell',
  'protectedSpring',
  'rain',
  'bottled',
  'unprotectedWell',
  'unprotectedSpring',
  'surface',
  'other',
] as const;
export type WaterSource = (typeof WATER_SOURCES)[number];

export const TOILETS = [
  'septic',
  'pourFlush',
  'ventilatedPit',
  'doubleVault',
  'otherToilet',
  'noToilet',
] as const;
export type Toilet = (typeof TOILETS)[number];

export interface DwellingFacts {
  readonly durableWall: boolean | null;
  readonly durablePillar: boolean | null;
  readonly durableRoof: boolean | null;
  readonly areaSquareMetres: number | null;
  readonly water: WaterSource | null;
  readonly toilet: Toilet | null;
  readonly usesInternet: boolean | null;
  readonly usesPhoneSubscription: boolean | null;
  /** Owns any of television, radio, desktop, telephone, laptop, tablet, smartphone. */
  readonly ownsInformationDevice: boolean | null;
  readonly hearsLoudspeaker: boolean | null;
}

/** The eight causes of the official report 10, in its order. */
export const POVERTY_CAUSES = [
  'landLack',
  'capitalLack',
  'labourLack',
  'toolLack',
  'productionKnowledgeLack',
  'labourSkillLack',
  'illness',
  'otherCause',
] as const;
export type PovertyCause = (typeof POVERTY_CAUSES)[number];

/** The six wishes of the official lists 14 and 15, in their order. */
export const SUPPORT_WISHES = [
  'health',
  'education',
  'production',
  'credit',
  'housing',
  'otherSupport',
] as const;
export type SupportWish = (typeof SUPPORT_WISHES)[number];
