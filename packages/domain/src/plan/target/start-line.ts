import type { TargetKind } from './indicator.ts';
import { NO_MEASURE, type TargetLine } from './target.ts';

/** What a unit without a target begins with: the review's opening, nothing asked yet. */
export function startLine(
  { opening, base }: { readonly opening: number | null; readonly base: number | null },
  kind: TargetKind,
): TargetLine {
  const measure = { count: opening, base, rate: null };
  if (kind === 'stock')
    return { comparison: 'down-to', opening: measure, planned: { count: opening, base: null, rate: null } };
  return {
    comparison: 'at-least',
    opening: kind === 'coverage' ? measure : NO_MEASURE,
    planned: NO_MEASURE,
  };
}
