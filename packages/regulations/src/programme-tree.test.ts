import { childrenOf, leadsOn, programmeOn } from '@benvung/domain/programme/programme-tree';
import { describe, expect, it } from 'vitest';
import { readPackage } from './read-package.test-support.ts';
import { loadRegulations } from './regulation-library.ts';

const { programmeTrees } = loadRegulations(readPackage());
const find = (id: string) => {
  const tree = programmeTrees.find((one) => one.id === id);
  if (tree === undefined) throw new Error(id);
  return tree;
};

describe('the shipped programmes', () => {
  it('cover each year from 2016 on, one at a time', () => {
    expect(
      ['2016-06-01', '2021-01-01', '2025-12-31', '2026-01-01', '2035-12-31'].map(
        (day) => programmeOn(programmeTrees, day)?.id,
      ),
    ).toEqual(['NTP-2016', 'NTP-2021', 'NTP-2021', 'NTP-2026', 'NTP-2026']);
  });

  it('of 2016 has five projects, four sub-projects under the first and three under the second', () => {
    const tree = find('NTP-2016');
    expect(childrenOf(tree, null)).toHaveLength(5);
    expect([childrenOf(tree, 'DA1'), childrenOf(tree, 'DA2')].map((nodes) => nodes.length)).toEqual([4, 3]);
    expect(childrenOf(tree, 'DA1').every((node) => node.name === null && !node.verified)).toBe(true);
  });

  it('of 2021 has seven projects and eleven sub-projects, led by others from March 2025 on', () => {
    const tree = find('NTP-2021');
    expect(childrenOf(tree, null)).toHaveLength(7);
    expect(tree.nodes.filter((node) => node.kind === 'sub-project')).toHaveLength(11);
    expect(leadsOn(tree.leads, '2025-02-28')).toEqual(['Bộ Lao động - Thương binh và Xã hội']);
    expect(leadsOn(tree.leads, '2025-03-01')).toEqual(['Bộ Nông nghiệp và Môi trường']);
    expect(leadsOn(tree.nodes.find((node) => node.code === 'DA3.TDA2')?.leads ?? [], '2025-06-01')).toEqual([
      'Bộ Y tế',
    ]);
  });

  it('of 2026 has two components and fifteen contents, three levels deep', () => {
    const tree = find('NTP-2026');
    expect(childrenOf(tree, null)).toHaveLength(2);
    expect(tree.nodes.filter((node) => node.kind === 'content')).toHaveLength(15);
    expect(childrenOf(tree, 'HP1.02')).toHaveLength(14);
    expect(tree.levels.map((level) => level.label.vi)).toEqual([
      'Hợp phần',
      'Nội dung thành phần',
      'Nội dung',
    ]);
  });
});
