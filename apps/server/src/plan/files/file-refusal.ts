import { MOST_PLAN_MB } from '@benvung/contract/plan';
import type { PlanFileProblemCode } from '@benvung/domain/plan/problems';

/** A document that cannot be read at all, or not safely; answered as one clear sentence. */
export class PlanFileRefusal extends Error {
  readonly code: PlanFileProblemCode;
  readonly detail: Readonly<Record<string, string | number>>;
  constructor(code: PlanFileProblemCode, detail: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.name = 'PlanFileRefusal';
    this.code = code;
    this.detail = detail;
  }
}

/** Beyond these a document is refused before it is unpacked or while it is read; a plan is far below all of them. */
export const PLAN_FILE_LIMITS = {
  bytes: MOST_PLAN_MB * 1024 ** 2,
  /** The text of a document after all. */
  letters: 1_000_000,
  parts: 5_000,
  /** One part of a DOCX, unpacked. */
  partBytes: 60 * 1024 ** 2,
  /** Elements within elements; Word itself stays under 60. */
  depth: 200,
  tablesInTables: 6,
  pages: 1_000,
  pdfSeconds: 20,
  pdfMegabytes: 512,
} as const;
