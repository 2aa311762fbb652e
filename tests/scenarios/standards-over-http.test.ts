import { standardList, standardView } from '@benvung/contract/standard';
import { expect, test } from 'vitest';
import { describeOnEachDatabase } from '../../apps/server/src/platform/testing/test-database.ts';
import { makeWorld } from '../permissions/world.ts';

describeOnEachDatabase('the poverty standards over HTTP', (open) => {
  test('are listed with their dates and hashes, and by the day they are in force', async () => {
    const { app, owner } = await makeWorld(await open());
    const ids = async (query: string) => {
      const answer = await owner({ method: 'GET', url: `/api/standards${query}` });
      expect(answer.statusCode).toBe(200);
      return standardList.parse(answer.json()).standards.map(({ id, status }) => `${id} ${status}`);
    };
    expect(await ids('')).toContain('VN-2027 draft');
    expect(await ids('?day=2019-10-15')).toEqual(['VN-2016 inForce']);
    expect((await ids('?day=2023-10-15')).sort()).toEqual(['DONG-NAI-2022 inForce', 'VN-2022 inForce']);
    expect((await app.inject({ method: 'GET', url: '/api/standards' })).statusCode).toBe(401);
    expect((await owner({ method: 'GET', url: '/api/standards?day=hom-nay' })).statusCode).toBe(400);
    await app.close();
  });

  test('show their indicators with the ground of each, and the scorecards at hand', async () => {
    const { app, owner } = await makeWorld(await open());
    const answer = await owner({ method: 'GET', url: '/api/standards/VN-2022' });
    const view = standardView.parse(answer.json());
    expect(view.indicators).toHaveLength(12);
    expect(view.grounds.class).toMatchObject({ document: 'NĐ 07/2021/NĐ-CP', article: 'Điều 3' });
    expect(view.lines.rural).toMatchObject({ incomePovertyLine: 1_500_000, scoreCutoff: 140 });
    expect(view.scorecards.map(({ status }) => status)).toEqual(['synthetic']);
    expect((await owner({ method: 'GET', url: '/api/standards/VN-1900' })).statusCode).toBe(404);
    await app.close();
  });
});
