import type { MemberFacts } from './household-facts.ts';

/**
 * What is closed until someone opens it for a stated reason: ethnic origin, health and identity
 * (Luật 91/2025/QH15; regulations 8.2). A monthly allowance for a disability tells the disability.
 */
export const SENSITIVE_FIELDS = [
  'identityNumber',
  'ethnicity',
  'disability',
  'illness',
  'nutrition',
] as const;
export type SensitiveField = (typeof SENSITIVE_FIELDS)[number];

const FIELD_OF_ANSWER: Partial<Record<keyof MemberFacts, SensitiveField>> = {
  identityNumber: 'identityNumber',
  ethnicity: 'ethnicity',
  disabilityForm: 'disability',
  disabilityDegree: 'disability',
  monthlyAllowance: 'disability',
  untreatedIllness: 'illness',
  nutrition: 'nutrition',
};

export const sensitiveFieldOf = (answer: keyof MemberFacts): SensitiveField | undefined =>
  FIELD_OF_ANSWER[answer];

/** Which sensitive fields of a member hold something. */
export function heldFields(member: MemberFacts): SensitiveField[] {
  const held: Readonly<Record<SensitiveField, boolean>> = {
    identityNumber: member.identityNumber !== null,
    ethnicity: member.ethnicity !== null,
    disability: member.disabilityForm !== null || member.disabilityDegree !== null,
    illness: member.untreatedIllness !== null,
    nutrition: member.nutrition !== null,
  };
  return SENSITIVE_FIELDS.filter((field) => held[field]);
}

/** Facts that a closed field keeps to itself: those that hold something. Any other allowance tells no illness. */
export function closedFacts(member: MemberFacts): (keyof MemberFacts)[] {
  const keys = Object.keys(FIELD_OF_ANSWER) as (keyof MemberFacts)[];
  return keys.filter((key) =>
    key === 'monthlyAllowance' ? member.monthlyAllowance === 'disability' : member[key] !== null,
  );
}

/** The facts that opening a field tells. */
export const factsOfField = (field: SensitiveField): (keyof MemberFacts)[] =>
  (Object.keys(FIELD_OF_ANSWER) as (keyof MemberFacts)[]).filter((key) => FIELD_OF_ANSWER[key] === field);
