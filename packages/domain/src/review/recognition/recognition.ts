import type { HouseholdClass } from '../../standard/household-class.ts';

export const CERTIFICATE_STATES = ['valid', 'replaced', 'revoked', 'expired'] as const;
export type CertificateState = (typeof CERTIFICATE_STATES)[number];

export type RecognitionProblemCode =
  | 'review.superior-only'
  | 'review.submission-answered'
  | 'review.certificate-not-valid';

interface Held {
  readonly class: HouseholdClass;
  readonly state: CertificateState;
}

/**
 * What a decision does with the certificate a household holds: the same class is noted on its yearly table, another
 * class gets a new certificate in its place, who left keeps none.
 */
export function certificateAfter(
  of: HouseholdClass,
  held: Held | undefined,
): 'issue' | 'renew' | 'replace' | 'expire' | 'none' {
  const entitled = of === 'POOR' || of === 'NEAR_POOR';
  if (held === undefined || held.state !== 'valid') return entitled ? 'issue' : 'none';
  if (!entitled) return 'expire';
  return held.class === of ? 'renew' : 'replace';
}
