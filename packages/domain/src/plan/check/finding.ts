import type { Text } from '../../shared/text.ts';
import type { TextSpan } from '../document/source-place.ts';

export type Severity = 'error' | 'warning' | 'info';

/** One contradiction or fault of a document: what, where, why, and what is probably meant. */
export interface Finding {
  /** Id of the rule, as in `docs/guide/plan-check.md`: `sum.money`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly span: TextSpan;
  readonly message: Text;
  /** What probably should stand there, when one can tell. */
  readonly expected?: string;
  /** Other places that take part: the total of a part, the other date of a document. */
  readonly related?: readonly TextSpan[];
}
