import { expect, test } from 'vitest';
import { certificateAfter } from './recognition.ts';

test.each([
  ['POOR', undefined, 'issue'],
  ['NOT_POOR', undefined, 'none'],
  ['POOR', { class: 'POOR', state: 'valid' }, 'renew'],
  ['NEAR_POOR', { class: 'POOR', state: 'valid' }, 'replace'],
  ['NOT_POOR', { class: 'POOR', state: 'valid' }, 'expire'],
  ['POOR', { class: 'POOR', state: 'revoked' }, 'issue'],
  ['NOT_POOR', { class: 'POOR', state: 'expired' }, 'none'],
] as const)('%s with %j: %s', (of, held, outcome) => expect(certificateAfter(of, held)).toBe(outcome));
