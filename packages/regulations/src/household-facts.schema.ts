import {
  DISABILITY_DEGREES,
  DISABILITY_FORMS,
  EDUCATION_LEVELS,
  type HouseholdFacts,
  LABOUR_STATUSES,
  MARITAL_STATUSES,
  NUTRITION_STATUSES,
  POVERTY_CAUSES,
  RELATIONS,
  SCHOOL_ATTENDANCES,
  SUPPORT_WISHES,
  TOILETS,
  WATER_SOURCES,
} from '@benvung/domain/household/household-facts';
import { z } from 'zod';

/** What is left out is not known: it becomes null, never "no". */
const unknown = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null);
const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  unknown(z.enum(values));
const flag = unknown(z.boolean());
const words = unknown(z.string().min(1));

const member = z.strictObject({
  personId: z.string().min(1),
  fullName: z.string(),
  relation: z.enum(RELATIONS).default('other'),
  sex: oneOf(['male', 'female']),
  birthDate: unknown(z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/u)),
  ethnicity: unknown(z.string().regex(/^\d{2}$/u)),
  identityNumber: words,
  maritalStatus: oneOf(MARITAL_STATUSES),
  educationFinished: oneOf(EDUCATION_LEVELS),
  attending: oneOf(SCHOOL_ATTENDANCES),
  vocationalCertificate: flag,
  labourStatus: oneOf(LABOUR_STATUSES),
  healthInsurance: flag,
  insuranceGroup: words,
  nutrition: oneOf(NUTRITION_STATUSES),
  disabilityForm: oneOf(DISABILITY_FORMS),
  disabilityDegree: oneOf(DISABILITY_DEGREES),
  meritGroup: words,
  monthlyAllowance: words,
  untreatedIllness: flag,
});

const dwelling = z.strictObject({
  durableWall: flag,
  durablePillar: flag,
  durableRoof: flag,
  areaSquareMetres: unknown(z.number().min(0)),
  water: oneOf(WATER_SOURCES),
  toilet: oneOf(TOILETS),
  usesInternet: flag,
  usesPhoneSubscription: flag,
  ownsInformationDevice: flag,
  hearsLoudspeaker: flag,
});

export const householdFactsSchema: z.ZodType<HouseholdFacts> = z.strictObject({
  areaType: z.enum(['rural', 'urban']),
  surveyDay: z.iso.date(),
  members: z.array(member),
  dwelling,
  causes: z.array(z.enum(POVERTY_CAUSES)).default([]),
  wishes: z.array(z.enum(SUPPORT_WISHES)).default([]),
  monthlyIncomePerPerson: unknown(z.number().int().min(0)),
  farmHousehold: flag,
});
