import { describe, expect, test } from 'vitest';
import {
  actsOpen,
  DOCUMENT_ACTS,
  DOCUMENT_STATES,
  type DocumentAct,
  type DocumentStanding,
  type DocumentState,
  documentAfter,
} from './document-state.ts';

const stored = (state: DocumentState): DocumentStanding => ({
  state,
  numbered: true,
  fileStored: true,
  signedFileStored: true,
});

/** The whole table; what is not here is refused. */
const TABLE: Readonly<Record<string, DocumentState | 'gone'>> = {
  'draft number': 'numbered',
  'draft discard': 'gone',
  'numbered sign': 'signed',
  'numbered withdraw': 'withdrawn',
  'signed sign': 'signed',
  'signed issue': 'issued',
  'signed withdraw': 'withdrawn',
  'issued replace': 'replaced',
  'issued withdraw': 'withdrawn',
};

describe('the life of a numbered document', () => {
  const every = DOCUMENT_STATES.flatMap((state) => DOCUMENT_ACTS.map((act) => [state, act] as const));
  test.each(every)('%s %s', (state, act) => {
    const after = documentAfter(stored(state), act);
    expect(after.ok ? after.value : null).toBe(TABLE[`${state} ${act}`] ?? null);
  });
  test('nothing moves before its file is in the store', () => {
    expect(documentAfter({ ...stored('draft'), fileStored: false }, 'number')).toMatchObject({
      problem: { code: 'document.file-missing' },
    });
    expect(documentAfter({ ...stored('numbered'), signedFileStored: false }, 'sign')).toMatchObject({
      problem: { code: 'document.no-signed-file' },
    });
  });
  test('a number is never given back: what has one is withdrawn, not discarded', () => {
    for (const state of ['numbered', 'signed', 'issued'] as const)
      expect(documentAfter(stored(state), 'discard').ok).toBe(false);
  });
});

test('a paper without a number is signed from its draft', () => {
  const paper: DocumentStanding = { ...stored('draft'), numbered: false };
  expect(documentAfter(paper, 'number')).toMatchObject({ problem: { code: 'document.unnumbered-kind' } });
  expect(documentAfter(paper, 'sign')).toEqual({ ok: true, value: 'signed' });
});

test('buttons show what may be done next', () => {
  const open = (state: DocumentState): DocumentAct[] =>
    actsOpen({ ...stored(state), signedFileStored: false });
  expect(open('draft')).toEqual(['number', 'discard']);
  expect(open('numbered')).toEqual(['sign', 'withdraw']);
  expect(open('withdrawn')).toEqual([]);
});
