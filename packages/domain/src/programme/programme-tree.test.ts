import { describe, expect, it } from 'vitest';
import {
  childrenOf,
  leadsOn,
  type ProgrammeTree,
  type ProgrammeTreeNode,
  programmeOn,
  programmeTreeFaults,
} from './programme-tree.ts';

const node = (
  code: string,
  parent: string | null,
  more: Partial<ProgrammeTreeNode> = {},
): ProgrammeTreeNode => ({
  code,
  kind: parent === null ? 'project' : 'sub-project',
  number: '1',
  name: 'Tên',
  parent,
  verified: true,
  leads: [],
  source: '',
  ...more,
});
const tree = (nodes: readonly ProgrammeTreeNode[], more: Partial<ProgrammeTree> = {}): ProgrammeTree => ({
  id: 'P',
  name: { vi: 'Chương trình', en: 'Programme' },
  ground: 'QĐ',
  from: '2021-01-01',
  before: '2026-01-01',
  levels: [
    { kind: 'project', label: { vi: 'Dự án', en: 'Project' } },
    { kind: 'sub-project', label: { vi: 'Tiểu dự án', en: 'Sub-project' } },
  ],
  leads: [],
  nodes,
  ...more,
});

describe('a programme tree', () => {
  it('gives the children of a node, and those at the top', () => {
    const one = tree([node('DA1', null), node('DA1.TDA1', 'DA1'), node('DA2', null)]);
    expect(childrenOf(one, null).map(({ code }) => code)).toEqual(['DA1', 'DA2']);
    expect(childrenOf(one, 'DA1').map(({ code }) => code)).toEqual(['DA1.TDA1']);
  });

  it('is led by another body from the day of a change on', () => {
    const leads = [
      { body: 'Bộ cũ', from: '2021-01-01', before: '2025-03-01' },
      { body: 'Bộ mới', from: '2025-03-01', before: null },
    ];
    expect(leadsOn(leads, '2025-02-28')).toEqual(['Bộ cũ']);
    expect(leadsOn(leads, '2025-03-01')).toEqual(['Bộ mới']);
    expect(leadsOn(leads, '2020-12-31')).toEqual([]);
  });

  it('is in force for its period', () => {
    const trees = [tree([]), tree([], { id: 'Q', from: '2026-01-01', before: null })];
    expect(programmeOn(trees, '2025-12-31')?.id).toBe('P');
    expect(programmeOn(trees, '2026-01-01')?.id).toBe('Q');
    expect(programmeOn(trees, '2019-01-01')).toBeUndefined();
  });

  it.each([
    ['a code twice', [node('DA1', null), node('DA1', null)], 'DA1 có hai lần (stands twice)'],
    [
      'a child before its parent',
      [node('DA1.TDA1', 'DA1'), node('DA1', null)],
      'DA1.TDA1 đứng trước nút cha DA1 hoặc không có nút cha (stands before its parent)',
    ],
    [
      'a kind at the wrong level',
      [node('DA1', null, { kind: 'sub-project' })],
      'DA1 là sub-project ở cấp 1 (is a sub-project at level 1)',
    ],
    [
      'a verified node without a name',
      [node('DA1', null, { name: null })],
      'DA1 ghi đã đối chiếu mà chưa có tên (is verified without a name)',
    ],
    [
      'a lead for no day',
      [node('DA1', null, { leads: [{ body: 'Bộ', from: '2025-03-01', before: '2025-03-01' }] })],
      'Bộ không chủ trì ngày nào từ 2025-03-01 (leads for no day)',
    ],
  ])('with %s is refused', (_what, nodes, fault) =>
    expect(programmeTreeFaults(tree(nodes))).toContain(fault),
  );
});
