import { describe, expect, it } from 'vitest';
import type { AdminUnit } from './admin-unit.ts';
import {
  type ListedSuccessor,
  type ListedUnit,
  planTerritoryLoad,
  type TerritoryList,
} from './plan-territory-load.ts';
import { mapOn } from './territory-map.ts';

const unit = (id: number, code: string, name: string, parentId: number): AdminUnit => ({
  id,
  level: code.length === 2 ? 'province' : 'commune',
  code,
  name,
  type: code.length === 2 ? 'tinh' : 'xa',
  areaType: code.length === 2 ? null : 'rural',
  parentId,
  validFrom: '2025-07-01',
  validTo: null,
  source: 'test',
});
const nation: AdminUnit = {
  ...unit(1, '00', 'Cả nước', 0),
  level: 'nation',
  code: null,
  type: 'nuoc',
  parentId: null,
};
const before = mapOn(
  [
    nation,
    unit(20, '20', 'Tỉnh Lạng Sơn', 1),
    unit(22, '22', 'Tỉnh Quảng Ninh', 1),
    unit(201, '06475', 'Xã Bằng Mạc', 20),
    unit(202, '06481', 'Xã Chiến Thắng', 20),
    unit(203, '06496', 'Xã Nhân Lý', 20),
    unit(221, '06970', 'Xã Ba Chẽ', 22),
  ],
  '2026-12-31',
);
const listed = (code: string, name: string, parentCode: string): ListedUnit => ({
  at: `unit ${code}`,
  code,
  name,
  parentCode,
});
const went = (from: string, ...to: string[]): ListedSuccessor => ({
  at: `successor ${from}`,
  from,
  to,
  source: 'NQ 9',
});
const list = (units: ListedUnit[], successors: ListedSuccessor[] = [], complete = false): TerritoryList => ({
  day: '2027-01-01',
  source: 'NQ 9',
  complete,
  units,
  successors,
});
const planned = (of: TerritoryList) => {
  const result = planTerritoryLoad(before, of);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.plan;
};
const refused = (of: TerritoryList) => {
  const result = planTerritoryLoad(before, of);
  return result.ok ? [] : result.problems.map(({ at, code }) => `${at}: ${code}`);
};

describe('a list of units', () => {
  it('renames and retypes a unit that keeps its id, urban from then on', () => {
    const { versions, endedIds, successions } = planned(list([listed('06475', 'Phường Bằng Mạc', '20')]));
    expect(versions).toMatchObject([
      { id: 201, name: 'Phường Bằng Mạc', type: 'phuong', areaType: 'urban', validFrom: '2027-01-01' },
    ]);
    expect([endedIds, successions]).toEqual([[], []]);
  });
  it('corrects a code: the same ground keeps its id', () => {
    const { versions, endedIds } = planned(
      list([listed('06978', 'Xã Ba Chẽ', '22')], [went('06970', '06978')]),
    );
    expect(versions).toMatchObject([{ id: 221, code: '06978' }]);
    expect(endedIds).toEqual([]);
  });
  it('merges two into a new unit, also when it keeps one of the codes', () => {
    const { versions, endedIds, successions } = planned(
      list([listed('06475', 'Xã Bằng Mạc', '20')], [went('06475', '06475'), went('06481', '06475')]),
    );
    expect(versions).toMatchObject([{ id: -1, code: '06475', parentId: 20 }]);
    expect(endedIds).toEqual([201, 202]);
    expect(successions.map(({ fromId, toId, kind, whole }) => [fromId, toId, kind, whole])).toEqual([
      [201, -1, 'merge', true],
      [202, -1, 'merge', true],
    ]);
  });
  it('splits one into two, neither of them whole', () => {
    const { successions } = planned(
      list(
        [listed('06475', 'Xã Bằng Mạc', '20'), listed('06500', 'Xã Thượng Cường', '20')],
        [went('06475', '06475', '06500')],
      ),
    );
    expect(successions.map(({ kind, whole }) => [kind, whole])).toEqual([
      ['split', false],
      ['split', false],
    ]);
  });
  it('may end a unit whose successor is not known: it counts in its province', () =>
    expect(planned(list([], [went('06496')])).successions).toMatchObject([
      { fromId: 203, toId: 20, kind: 'unknown', whole: false },
    ]));
  it('merges two provinces, and the communes that are not named follow', () => {
    const { versions } = planned(
      list([listed('20', 'Tỉnh Lạng Sơn', '')], [went('20', '20'), went('22', '20')]),
    );
    expect(versions.map(({ id, parentId }) => [id, parentId])).toEqual([
      [-1, 1],
      [201, -1],
      [202, -1],
      [203, -1],
      [221, -1],
    ]);
  });
  it('that says nothing new changes nothing', () =>
    expect(planned(list([listed('06475', 'Xã Bằng Mạc', '20')]))).toEqual({
      endedIds: [],
      versions: [],
      successions: [],
    }));

  it.each<[string, TerritoryList, string[]]>([
    [
      'a code of a wrong length',
      list([listed('6475', 'Xã A', '20')]),
      ['unit 6475: territory.row-code-invalid'],
    ],
    [
      'a code twice',
      list([listed('06475', 'Xã A', '20'), listed('06475', 'Xã B', '20')]),
      ['unit 06475: territory.row-code-twice'],
    ],
    [
      'a name without its type',
      list([listed('06475', 'Bằng Mạc', '20')]),
      ['unit 06475: territory.row-type-unknown'],
    ],
    [
      'a parent that is not in force',
      list([listed('06475', 'Xã Bằng Mạc', '99')]),
      ['unit 06475: territory.row-parent-unknown'],
    ],
    [
      'a new unit made of nothing',
      list([listed('06500', 'Xã Mới', '20')]),
      ['unit 06500: territory.row-new-unit-without-parts'],
    ],
    [
      'an old unit that never was',
      list([listed('06475', 'Xã Bằng Mạc', '20')], [went('06475', '06475'), went('09999', '06475')]),
      ['successor 09999: territory.row-old-unit-unknown'],
    ],
    [
      'a successor that is not listed',
      list([], [went('06475', '06500')]),
      ['successor 06475: territory.row-new-unit-unknown'],
    ],
    [
      'a unit that takes in another without saying what became of itself',
      list([listed('06475', 'Xã Bằng Mạc', '20')], [went('06481', '06475')]),
      ['unit 06475: territory.row-successor-missing'],
    ],
    [
      'a new commune across a province border',
      list([listed('06500', 'Xã Mới', '20')], [went('06481', '06500'), went('06970', '06500')]),
      ['unit 06500: territory.row-crosses-province'],
    ],
    [
      'a complete list with a gap',
      list(
        [
          listed('06475', 'Xã Bằng Mạc', '20'),
          listed('06481', 'Xã Chiến Thắng', '20'),
          listed('06496', 'Xã Nhân Lý', '20'),
          listed('20', 'Tỉnh Lạng Sơn', ''),
          listed('22', 'Tỉnh Quảng Ninh', ''),
        ],
        [],
        true,
      ),
      [': territory.row-unit-not-listed'],
    ],
    [
      'every wrong row, not only the first',
      list([listed('x', 'Xã A', '20'), listed('06475', 'Bằng Mạc', '20')]),
      ['unit x: territory.row-code-invalid', 'unit 06475: territory.row-type-unknown'],
    ],
  ])('is refused for %s', (_what, wrong, expected) => expect(refused(wrong)).toEqual(expected));
});
