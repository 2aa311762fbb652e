import { GRIEVANCE_STATES } from '@benvung/domain/review/grievance/decide-grievance-act';
import { GRIEVANCE_CATEGORIES } from '@benvung/domain/review/grievance/grievance-category';
import { REQUEST_STEPS } from '@benvung/domain/review/request/decide-online-request';
import { REQUEST_FORMS } from '@benvung/domain/review/request/request-form';
import { z } from 'zod';
import { householdClass } from './household.ts';
import { day } from './shared.ts';

/** All that the receipt of a grievance shows: no name, no household, no content. */
export const grievancePage = z.object({
  number: z.string(),
  commune: z.string(),
  category: z.enum(GRIEVANCE_CATEGORIES),
  state: z.enum(GRIEVANCE_STATES),
  receivedOn: day,
  dueOn: day,
  assignedOn: day.nullable(),
  verifiedOn: day.nullable(),
  answeredOn: day.nullable(),
  closedOn: day.nullable(),
});
export type GrievancePage = z.infer<typeof grievancePage>;

/** All that the receipt of a request shows: no name, no household, no address. */
export const requestPage = z.object({
  number: z.string(),
  commune: z.string(),
  form: z.enum(REQUEST_FORMS),
  step: z.enum(REQUEST_STEPS),
  sentOn: day,
  decidedOn: day.nullable(),
  /** Of a refusal, in the officer's words. */
  reason: z.string().nullable(),
  /** The day on which its review came to an end. */
  endedOn: day.nullable(),
});
export type RequestPage = z.infer<typeof requestPage>;

/** Whether a commune takes requests from its public page; one that never said takes them. */
export const requestChannelPage = z.object({ open: z.boolean() });
export type RequestChannelPage = z.infer<typeof requestChannelPage>;

export const PAPER_STATES = ['valid', 'replaced', 'revoked', 'expired'] as const;

/** All that can be learnt of a certificate by whoever holds its number and code. */
export const certificatePage = z.object({
  number: z.string(),
  class: householdClass,
  year: z.number().int(),
  issuer: z.string(),
  initials: z.string(),
  state: z.enum(PAPER_STATES),
  endedOn: day.nullable(),
  replacedBy: z.string().nullable(),
});
export type CertificatePage = z.infer<typeof certificatePage>;

/** POST /api/public/verification */
export const verifyPaper = z.object({
  number: z.string().trim().min(1).max(60),
  code: z.string().trim().min(1).max(40),
});
/** A wrong number, a wrong code and a paper that never was read alike. */
export const paperVerified = z.object({
  state: z.enum([...PAPER_STATES, 'notFound']),
  kind: z.string().nullable(),
  number: z.string().nullable(),
  year: z.number().int().nullable(),
  issuer: z.string().nullable(),
  initials: z.string().nullable(),
  endedOn: day.nullable(),
  replacedBy: z.string().nullable(),
});
export type PaperVerified = z.infer<typeof paperVerified>;
