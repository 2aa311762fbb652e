import type { Text } from '../../shared/text.ts';
import { overlaps } from '../text/span.ts';
import type { CheckContext } from './check-context.ts';
import type { Finding, Severity } from './finding.ts';

/** A finding before its rule's name is put on it. */
export type Fault = Omit<Finding, 'rule' | 'severity'> & { readonly severity?: Severity };

/** One kind of fault; each has its example in `docs/guide/plan-check.md` under its id. */
export interface Rule {
  readonly id: string;
  /** Severity of a finding that names none of its own. */
  readonly severity: Severity;
  readonly title: Text;
  find(context: CheckContext): readonly Fault[];
}

/** Whether two faults are of one place of the text. */
export const inOnePlace = (
  { span: one }: Pick<Fault, 'span'>,
  { span: other }: Pick<Fault, 'span'>,
): boolean => one.paragraph === other.paragraph && overlaps(one, other);
