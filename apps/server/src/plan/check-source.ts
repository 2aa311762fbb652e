import type { PlanFinding } from '@benvung/contract/plan';
import { checkPlanDocument } from '@benvung/domain/plan/check/check-plan-document';
import type { Finding } from '@benvung/domain/plan/check/finding';
import type { PlanDocument } from '@benvung/domain/plan/document/plan-document';
import { readPlanDocument } from '@benvung/domain/plan/document/read-plan-document';
import { placeIn, type SourcePlace, type TextSpan } from '@benvung/domain/plan/document/source-place';
import { structureView } from '@benvung/domain/plan/document/structure-view';
import type { Language } from '@benvung/domain/shared/text';
import { regulations } from '../standard/standard.public.ts';
import type { ReadSource } from './files/read-source.ts';

export interface CheckedSource {
  readonly findings: readonly PlanFinding[];
  readonly structure: Record<string, unknown>;
}

/** Reads and checks the text of a document; findings in the order of its lines. */
export function checkSource(source: ReadSource, language: Language): CheckedSource {
  const document = readPlanDocument(source.text, source.layout);
  const { legalActs, planLexicon } = regulations();
  const findings = checkPlanDocument(document, { acts: legalActs, lexicon: planLexicon })
    .map((finding) => toFinding(document, finding, language))
    .sort((a, b) => a.line - b.line || a.column - b.column);
  return { findings, structure: structureView(document) };
}

function toFinding(document: PlanDocument, finding: Finding, language: Language): PlanFinding {
  const { rule, severity, span, message, expected, related } = finding;
  return {
    rule,
    severity,
    ...placeOf(document, span),
    excerpt: excerptOf(document, span),
    message: message[language],
    ...(expected !== undefined && { expected }),
    ...(related !== undefined &&
      related.length > 0 && {
        related: related.map((one) => ({
          line: placeOf(document, one).line,
          excerpt: excerptOf(document, one),
        })),
      }),
  };
}

const placeOf = (document: PlanDocument, span: TextSpan): SourcePlace =>
  placeIn(document.paragraphs[span.paragraph]?.pieces ?? [], span.start);

const LONGEST_EXCERPT = 160;

/** The words of a finding; a long stretch is cut. */
function excerptOf(document: PlanDocument, span: TextSpan): string {
  const words = document.paragraphs[span.paragraph]?.text.slice(span.start, span.end).trim() ?? '';
  return words.length <= LONGEST_EXCERPT ? words : `${words.slice(0, LONGEST_EXCERPT - 1)}…`;
}
