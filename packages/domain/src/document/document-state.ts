import { ok, type Problem, type Result, refuse } from '../shared/result.ts';
import type { DocumentProblemCode } from './problems.ts';

/** draft → numbered → signed → issued → replaced or withdrawn. */
export const DOCUMENT_STATES = ['draft', 'numbered', 'signed', 'issued', 'replaced', 'withdrawn'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

export const DOCUMENT_ACTS = ['number', 'sign', 'issue', 'replace', 'withdraw', 'discard'] as const;
export type DocumentAct = (typeof DOCUMENT_ACTS)[number];

/** What a decision about a document rests on. */
export interface DocumentStanding {
  readonly state: DocumentState;
  /** Whether the kind bears a number at all; a list or a questionnaire does not. */
  readonly numbered: boolean;
  /** The rendered file is in the store under its hash. */
  readonly fileStored: boolean;
  /** The signed scan or digital file is in the store. */
  readonly signedFileStored: boolean;
}

type Refusal = Problem<DocumentProblemCode>;

const ENDED: readonly DocumentState[] = ['replaced', 'withdrawn'];

/**
 * The state after an act, or why not. A number once given is never given back: what was numbered can only be
 * withdrawn. The file is in the store before the state says so (two phases). A document without a number goes from
 * draft to signed.
 */
export function documentAfter(
  standing: DocumentStanding,
  act: DocumentAct,
): Result<DocumentState | 'gone', Refusal> {
  if (ENDED.includes(standing.state)) return refuse('document.ended');
  return MOVES[act](standing);
}

const MOVES: Readonly<
  Record<DocumentAct, (standing: DocumentStanding) => Result<DocumentState | 'gone', Refusal>>
> = {
  number: ({ state, numbered, fileStored }) => {
    if (!numbered) return refuse('document.unnumbered-kind');
    if (state !== 'draft') return refuse('document.already-numbered');
    return fileStored ? ok('numbered' as const) : refuse('document.file-missing');
  },
  sign: ({ state, numbered, signedFileStored }) => {
    if (state === 'issued') return refuse('document.ended');
    if (numbered && state === 'draft') return refuse('document.not-numbered');
    return signedFileStored ? ok('signed' as const) : refuse('document.no-signed-file');
  },
  issue: ({ state, fileStored, signedFileStored }) => {
    if (state === 'issued') return refuse('document.ended');
    if (state !== 'signed' || !signedFileStored) return refuse('document.not-signed');
    return fileStored ? ok('issued' as const) : refuse('document.file-missing');
  },
  replace: ({ state }) => (state === 'issued' ? ok('replaced' as const) : refuse('document.not-issued')),
  withdraw: ({ state }) => (state === 'draft' ? refuse('document.not-numbered') : ok('withdrawn' as const)),
  discard: ({ state }) => (state === 'draft' ? ok('gone' as const) : refuse('document.already-numbered')),
};

/** What may be done next, for buttons. */
export const actsOpen = (standing: DocumentStanding): DocumentAct[] =>
  DOCUMENT_ACTS.filter((act) =>
    act === 'sign'
      ? documentAfter({ ...standing, signedFileStored: true }, act).ok
      : act === 'number'
        ? documentAfter({ ...standing, fileStored: true }, act).ok
        : documentAfter(standing, act).ok,
  );
