import type { ClosingState, OpeningState, ReviewRecord } from './review-record.ts';

/** Plain records for tests and examples: a household of commune 7, village 71, four persons, poor. */
export const sampleOpening = (changes: Partial<OpeningState> = {}): OpeningState => ({
  class: 'POOR',
  persons: 4,
  communeId: 7,
  villageId: 71,
  ...changes,
});

export const sampleClosing = (changes: Partial<ClosingState> = {}): ClosingState => ({
  class: 'POOR',
  persons: 4,
  villageId: 71,
  areaType: 'rural',
  deprivations: '000000000000',
  headEthnicity: '01',
  flags: {
    minority: false,
    localMinority: false,
    noLabourCapacity: false,
    merit: false,
    femaleHead: false,
    socialAssistance: false,
    recentlyExited: false,
  },
  causes: [],
  wishes: [],
  children: 0,
  childrenDeprivedOfHealth: 0,
  childrenDeprivedOfEducation: 0,
  oncePoor: false,
  onceNearPoor: false,
  ...changes,
});

export const sampleRecord = (changes: Partial<ReviewRecord> = {}): ReviewRecord => ({
  householdId: '0',
  year: 2024,
  standardId: 'VN-2022',
  communeId: 7,
  stage: 'recognised',
  verified: true,
  opening: sampleOpening(),
  closing: sampleClosing(),
  goneReason: null,
  arrivalReason: null,
  ...changes,
});
