import type { MemberFacts } from './household-facts.ts';
import { UNKNOWN_MEMBER } from './unknown-facts.ts';

/** A member of whom nothing is known but what a test says; no rule may rest on the rest. */
export const sampleMember = (facts: Partial<MemberFacts> = {}): MemberFacts => ({
  personId: '018f0000-0000-7000-8000-000000000001',
  fullName: 'Hồ Thị Nga',
  relation: 'head',
  ...UNKNOWN_MEMBER,
  ...facts,
});
