import type { UnitView } from '@benvung/contract/territory';
import { describe, expect, test } from 'vitest';
import { findTyped, moveInTree, visibleLines } from './tree-model.ts';

const unit = (id: number, name: string, level: UnitView['level'], hasChildren = true): UnitView => ({
  id,
  name,
  level,
  code: null,
  type: 'xa',
  areaType: null,
  parentId: null,
  validFrom: '2021-01-01',
  validTo: null,
  hasChildren,
});
const root = unit(1, 'Cả nước', 'nation');
const children: Record<number, UnitView[]> = {
  1: [unit(2, 'Tỉnh Lạng Sơn', 'province'), unit(3, 'Thành phố Huế', 'province')],
  2: [unit(4, 'Xã Bằng Mạc', 'commune', false), unit(5, 'Xã Chi Lăng', 'commune', false)],
};
const lines = (...opened: number[]) =>
  visibleLines({ root, opened: new Set(opened), childrenOf: (id) => children[id] });
const names = (shown: ReturnType<typeof lines>) =>
  shown.map(({ unit: { name }, depth }) => `${depth} ${name}`);

describe('the tree', () => {
  test('shows what lies in open units, and waits for what is not here yet', () => {
    expect(names(lines(1, 2))).toEqual([
      '1 Cả nước',
      '2 Tỉnh Lạng Sơn',
      '3 Xã Bằng Mạc',
      '3 Xã Chi Lăng',
      '2 Thành phố Huế',
    ]);
    expect(lines(1, 3)[2]).toMatchObject({ open: true, waiting: true, position: 2, siblings: 2 });
  });

  test.each([
    ['ArrowDown', 0, { focus: 2 }],
    ['ArrowUp', 0, undefined],
    ['End', 0, { focus: 3 }],
    ['Home', 4, { focus: 1 }],
    ['ArrowRight', 1, { focus: 4 }],
    ['ArrowRight', 4, { open: 3 }],
    ['ArrowRight', 2, undefined],
    ['ArrowLeft', 1, { shut: 2 }],
    ['ArrowLeft', 2, { focus: 2 }],
    ['x', 1, undefined],
  ])('%s on line %i: %o', (key, at, expected) => expect(moveInTree(lines(1, 2), at, key)).toEqual(expected));

  test.each([
    ['c', 0, 1],
    ['hue', 0, 3],
    ['bằng', 0, 4],
    ['xã ch', 0, 5],
    ['z', 0, undefined],
  ])('typing “%s” from line %i goes to %s', (typed, at, id) => {
    if (typed === 'c') expect(findTyped(lines(1, 2), 4, typed)).toBe(id);
    else expect(findTyped(lines(1, 2), at, typed)).toBe(id);
  });
});
