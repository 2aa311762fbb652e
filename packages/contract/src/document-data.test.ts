import { DOCUMENT_KINDS } from '@benvung/domain/document/document-kinds';
import { SAMPLE_DATA } from '@benvung/domain/document/sample-data';
import { describe, expect, test } from 'vitest';
import { documentDataSchemas } from './document-data.ts';

describe.each(DOCUMENT_KINDS)('%s', (kind) => {
  test('the sample fits its shape, and nothing more fits into it', () => {
    expect(documentDataSchemas[kind].parse(SAMPLE_DATA[kind])).toEqual(SAMPLE_DATA[kind]);
    expect(documentDataSchemas[kind].safeParse({ ...SAMPLE_DATA[kind], extra: 1 }).success).toBe(false);
  });
});

test('a posting sheet has no place for an identity number or an illness', () => {
  const { rows } = SAMPLE_DATA.postingSheet;
  const told = { ...SAMPLE_DATA.postingSheet, rows: [{ ...rows[0], identityNumber: '020187001234' }] };
  expect(documentDataSchemas.postingSheet.safeParse(told).success).toBe(false);
});
