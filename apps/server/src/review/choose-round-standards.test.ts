import { expect, test } from 'vitest';
import { chooseRoundStandards, namedIn, type StandardsWanted } from './choose-round-standards.ts';

const chosen = (wanted: Partial<StandardsWanted>) => {
  const standards = chooseRoundStandards({ day: '2023-12-14', provinceCode: '75', ...wanted });
  if (!standards.ok) return standards.problem.code;
  const { standardId, localStandard } = namedIn(standards.value);
  return [standardId, localStandard?.id ?? null];
};

test.each([
  ['Đồng Nai proposes its own beside the nation’s', {}, ['VN-2022', 'DONG-NAI-2022']],
  ['another province has none', { provinceCode: '46' }, ['VN-2022', null]],
  ['after its last day it is not proposed', { day: '2026-12-14' }, ['VN-2022', null]],
  ['it may be left out', { localStandardId: null }, ['VN-2022', null]],
  ['it may be named', { localStandardId: 'DONG-NAI-2022' }, ['VN-2022', 'DONG-NAI-2022']],
  [
    'not elsewhere',
    { provinceCode: '46', localStandardId: 'DONG-NAI-2022' },
    'review.local-standard-elsewhere',
  ],
  [
    'not out of force',
    { day: '2026-12-14', localStandardId: 'DONG-NAI-2022' },
    'review.local-standard-not-in-force',
  ],
  [
    'not above another national standard',
    { standardId: 'VN-2016', localStandardId: 'DONG-NAI-2022' },
    'review.local-standard-of-another',
  ],
  ['a draft opens no round', { standardId: 'VN-2027' }, 'review.standard-draft'],
  ['a local standard is not a national one', { standardId: 'DONG-NAI-2022' }, 'review.standard-unknown'],
] as const)('the standards of a round: %s', (_what, wanted, expected) => {
  expect(chosen(wanted)).toEqual(expected);
});
