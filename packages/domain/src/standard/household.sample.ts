import type { DwellingFacts, HouseholdFacts, MemberFacts } from '../household/household-facts.ts';
import { UNKNOWN_DWELLING, UNKNOWN_MEMBER, unknownFacts } from '../household/unknown-facts.ts';
import type { CompiledIndicator } from './compile-indicator.ts';
import { compileIndicator } from './compile-indicator.ts';
import type { IndicatorRule } from './indicator-rule.ts';

const said = { vi: 'x', en: 'x' };

/** A member of whom nothing is known but what is given; for tests. */
export const sampleMember = (known: Partial<MemberFacts> = {}): MemberFacts => ({
  personId: 'p1',
  fullName: 'Hoàng Thị Nga',
  relation: 'head',
  ...UNKNOWN_MEMBER,
  ...known,
});

export const sampleHousehold = (
  members: readonly Partial<MemberFacts>[],
  dwelling: Partial<DwellingFacts> = {},
): HouseholdFacts => ({
  ...unknownFacts('rural', '2023-10-15'),
  members: members.map((member, at) => sampleMember({ personId: `p${at + 1}`, ...member })),
  dwelling: {
    ...UNKNOWN_DWELLING,
    ...dwelling,
  },
});

export const sampleIndicator = (rule: IndicatorRule): CompiledIndicator =>
  compileIndicator({
    code: 'sample',
    dimension: 'sample',
    label: said,
    deprivedWhen: said,
    notApplicableWhen: null,
    remedy: said,
    remedyOrder: 1,
    sensitive: false,
    rule,
    ground: { document: 'x', article: null, label: 'x' },
  });
