import { amountRules } from './amount-rules.ts';
import { citationRules } from './citation-rules.ts';
import { citationSymbolRule } from './citation-symbol.ts';
import { citationValidityRule } from './citation-validity.ts';
import { deadlineRules } from './deadline-rules.ts';
import { dutyRule } from './duty-rules.ts';
import { headRules } from './head-rules.ts';
import { layoutRule } from './layout-rules.ts';
import { numberingRules } from './numbering-rules.ts';
import { projectRules } from './project-rules.ts';
import { projectSumRule } from './project-sum-rule.ts';
import { restRateRule } from './rest-rate-rule.ts';
import type { Rule } from './rule.ts';
import { shareRule } from './share-rule.ts';
import { spellingRule } from './spelling-rule.ts';
import { sumRules } from './sum-rules.ts';
import { tableRules } from './table-rules.ts';
import { targetRules } from './target-rules.ts';
import { textRules } from './text-rules.ts';

/** Every rule, in the order of the guide. */
export const rules: readonly Rule[] = [
  ...sumRules,
  shareRule,
  projectSumRule,
  ...tableRules,
  ...amountRules,
  ...targetRules,
  restRateRule,
  ...citationRules,
  citationSymbolRule,
  citationValidityRule,
  ...numberingRules,
  ...deadlineRules,
  dutyRule,
  ...projectRules,
  ...headRules,
  ...textRules,
  spellingRule,
  layoutRule,
];
