/** A piece of a text: UTF-16 offsets, `end` after its last character. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether `inner` lies within one of the spans, which are in order of their start. */
export function isInside(inner: Span, spans: readonly Span[]): boolean {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle] as Span;
    if (span.end <= inner.start) low = middle + 1;
    else if (span.start >= inner.end) high = middle - 1;
    else return true;
  }
  return false;
}
