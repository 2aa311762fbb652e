import { expect, test } from 'vitest';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { regulations } from '../standard/standard.public.ts';
import { listProgrammes } from './list-programmes.ts';
import { loadProgramme } from './load-programme.ts';

describeOnEachDatabase('a programme that is loaded', (open) => {
  test('stands before the shipped one of its id; a file with a fault changes nothing and tells each', async () => {
    const { db } = await open();
    const by = { loadedBy: 'quantri', loadedAt: '2026-10-01T02:00:00.000Z' };
    const load = (tree: unknown) => loadProgramme(db, { text: JSON.stringify(tree), ...by });
    const shipped = regulations().programmeTrees.find(({ id }) => id === 'NTP-2026')!;
    const nameOf = async (code: string) =>
      (await listProgrammes(db, '2026-06-01', 'vi')).programmes
        .find(({ inForce }) => inForce)
        ?.nodes.find((node) => node.code === code);
    const renamed = (name: string | null) => ({
      ...shipped,
      nodes: shipped.nodes.map((node) =>
        node.code === 'HP1.02.14' ? { ...node, name, verified: true, source: 'QĐ thử' } : node,
      ),
    });
    const [first] = shipped.nodes;
    expect(await loadProgramme(db, { text: '{', ...by })).toMatchObject([expect.stringMatching(/not JSON/u)]);
    expect(await load({ ...shipped, id: 'X', from: '31/01/2026' })).toEqual([
      expect.stringMatching(/^id: /u),
      expect.stringMatching(/^from: /u),
    ]);
    expect(await load(renamed(null))).toEqual([
      'HP1.02.14 ghi đã đối chiếu mà chưa có tên (is verified without a name)',
    ]);
    expect(await load({ ...shipped, nodes: [...shipped.nodes, first] })).toEqual([
      `${first?.code} có hai lần (stands twice)`,
    ]);
    expect(await load({ ...shipped, id: 'NTP-2030' })).toEqual([
      'NTP-2030 thi hành cùng lúc với NTP-2026, sửa from, before (is in force at the same time)',
    ]);
    expect(await nameOf('HP1.02.14')).toMatchObject({ verified: false });
    expect(await load(renamed('Vận hành, bảo trì công trình'))).toMatchObject({ id: 'NTP-2026' });
    expect(await nameOf('HP1.02.14')).toMatchObject({
      name: 'Vận hành, bảo trì công trình',
      verified: true,
    });
  });
});
