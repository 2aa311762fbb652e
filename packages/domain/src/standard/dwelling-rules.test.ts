import { describe, expect, test } from 'vitest';
import type { DwellingFacts } from '../household/household-facts.ts';
import { sampleHousehold, sampleIndicator } from './household.sample.ts';
import type { DeprivationState } from './household-class.ts';
import type { IndicatorRule } from './indicator-rule.ts';
import { stateOf } from './state-code.ts';

type Case = readonly [expected: DeprivationState, dwelling: Partial<DwellingFacts>];

const check = (name: string, rule: IndicatorRule, cases: readonly Case[]) =>
  describe(name, () => {
    test.each(cases.map(([expected, dwelling]) => ({ expected, dwelling })))(
      '$expected: $dwelling',
      ({ expected, dwelling }) => {
        const { state, answers } = sampleIndicator(rule).judge(
          sampleHousehold([{}, {}, {}, {}, {}], dwelling),
        );
        expect(stateOf(state)).toBe(expected);
        for (const answer of answers) expect(answer).toMatch(/^dwelling\.\w+$/u);
      },
    );
  });

check('durable structures', { method: 'durable-structures', lackingAtLeast: 2 }, [
  ['deprived', { durableWall: false, durablePillar: false, durableRoof: true }],
  ['deprived', { durableWall: false, durablePillar: null, durableRoof: false }],
  ['notDeprived', { durableWall: false, durablePillar: true, durableRoof: true }],
  ['notDeprived', { durableWall: null, durablePillar: true, durableRoof: true }],
  ['unknown', { durableWall: false, durablePillar: true, durableRoof: null }],
  ['unknown', {}],
]);

check('8 square metres for each of five', { method: 'area-per-person', squareMetres: 8 }, [
  ['deprived', { areaSquareMetres: 39.9 }],
  ['notDeprived', { areaSquareMetres: 40 }],
  ['unknown', {}],
]);

check('clean water', { method: 'water-source', clean: ['piped', 'rain'] }, [
  ['notDeprived', { water: 'rain' }],
  ['deprived', { water: 'other' }],
  ['unknown', {}],
]);

check('hygienic toilet', { method: 'toilet-kind', hygienic: ['septic'] }, [
  ['notDeprived', { toilet: 'septic' }],
  ['deprived', { toilet: 'noToilet' }],
  ['unknown', {}],
]);

check('internet', { method: 'internet-use' }, [
  ['deprived', { usesInternet: false, usesPhoneSubscription: true }],
  ['notDeprived', { usesInternet: true }],
  ['unknown', { usesPhoneSubscription: true }],
]);

check('VN-2016: telephone or internet', { method: 'phone-or-internet-use' }, [
  ['notDeprived', { usesPhoneSubscription: true, usesInternet: null }],
  ['deprived', { usesPhoneSubscription: false, usesInternet: false }],
  ['unknown', { usesPhoneSubscription: false }],
]);

check('information devices', { method: 'information-device' }, [
  ['deprived', { ownsInformationDevice: false, hearsLoudspeaker: true }],
  ['notDeprived', { ownsInformationDevice: true }],
]);

check('VN-2016: devices or the loudspeaker', { method: 'information-device-or-loudspeaker' }, [
  ['notDeprived', { ownsInformationDevice: false, hearsLoudspeaker: true }],
  ['deprived', { ownsInformationDevice: false, hearsLoudspeaker: false }],
  ['unknown', { ownsInformationDevice: false }],
]);

check('an answer that is not collected', { method: 'not-collected' }, [['unknown', { water: 'piped' }]]);
