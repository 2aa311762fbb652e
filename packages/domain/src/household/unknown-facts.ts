import type { DwellingFacts, HouseholdFacts, MemberFacts } from './household-facts.ts';

/** A person of whom nothing is known beyond the name and the place in the household. */
export const UNKNOWN_MEMBER: Omit<MemberFacts, 'personId' | 'fullName' | 'relation'> = {
  sex: null,
  birthDate: null,
  ethnicity: null,
  identityNumber: null,
  maritalStatus: null,
  educationFinished: null,
  attending: null,
  vocationalCertificate: null,
  labourStatus: null,
  healthInsurance: null,
  insuranceGroup: null,
  nutrition: null,
  disabilityForm: null,
  disabilityDegree: null,
  meritGroup: null,
  monthlyAllowance: null,
  untreatedIllness: null,
};

/** A dwelling nobody has looked at. */
export const UNKNOWN_DWELLING: DwellingFacts = {
  durableWall: null,
  durablePillar: null,
  durableRoof: null,
  areaSquareMetres: null,
  water: null,
  toilet: null,
  usesInternet: null,
  usesPhoneSubscription: null,
  ownsInformationDevice: null,
  hearsLoudspeaker: null,
};

/** A household nobody has asked anything: its answers are none, which is not "no". */
export const unknownFacts = (areaType: HouseholdFacts['areaType'], surveyDay: string): HouseholdFacts => ({
  areaType,
  surveyDay,
  members: [],
  dwelling: UNKNOWN_DWELLING,
  causes: [],
  wishes: [],
  monthlyIncomePerPerson: null,
  farmHousehold: null,
});
