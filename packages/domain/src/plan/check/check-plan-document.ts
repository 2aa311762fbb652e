import type { Text } from '../../shared/text.ts';
import type { PlanDocument } from '../document/plan-document.ts';
import { readForChecking } from './check-context.ts';
import type { CheckKnowledge } from './check-knowledge.ts';
import type { Finding } from './finding.ts';
import { inOnePlace } from './rule.ts';
import { rules } from './rules.ts';

/** What is looked for, for a page that says what was checked when nothing was found. */
export const checkedRules: readonly { readonly id: string; readonly title: Text }[] = rules.map(
  ({ id, title }) => ({ id, title }),
);

/**
 * The contradictions and faults of a document, in the order of its text. Copies of repeated pages are not looked
 * at; the same document and knowledge always give the same findings.
 */
export function checkPlanDocument(document: PlanDocument, knowledge: CheckKnowledge): Finding[] {
  const context = readForChecking(document, knowledge);
  const found = rules.flatMap((rule) =>
    rule.find(context).map((fault): Finding => ({ severity: rule.severity, ...fault, rule: rule.id })),
  );
  return withoutSaidTwice(found).sort(
    (a, b) => a.span.paragraph - b.span.paragraph || a.span.start - b.span.start,
  );
}

/** A share of households that is no part of its whole by number is told once, as a rate of the programme. */
function withoutSaidTwice(found: readonly Finding[]): Finding[] {
  const rates = found.filter(({ rule }) => rule === 'target.rate');
  return found.filter((one) => one.rule !== 'sum.share' || !rates.some((rate) => inOnePlace(rate, one)));
}
