import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { describeOnEachDatabase } from '../../apps/server/src/platform/testing/test-database.ts';
import { makeWorld, type World } from '../permissions/world.ts';

const HEAD = 'Họ và tên chủ hộ,Thôn,Mã xã,Phân loại hộ';
const line = (head: string, commune: string) => `${HEAD}\n${head},Thôn 2,${commune},Hộ nghèo\n`;

describeOnEachDatabase('a list sent over HTTP', (open) => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld(await open());
  });

  const send = (sender: World['owner'], commandId: string, list: { unit: string; text: string }) =>
    sender({
      method: 'POST',
      url: `/api/imports?year=2023&unit=${list.unit}&file=list.csv&dryRun=false&commandId=${commandId}`,
      headers: { 'content-type': 'application/octet-stream' },
      payload: Buffer.from(list.text),
    });
  const households = async () =>
    (await sql<{ count: number }>`select count(*) as count from household`.execute(world.database.db)).rows[0]
      ?.count;

  test('twice under one command is written once and answered alike; another list or sender is refused', async () => {
    const { owner, stranger, places } = world;
    const commandId = world.newId();
    const own = { unit: places.otherCommune.code!, text: line('Hồ Văn Lạ', places.otherCommune.code!) };
    const first = await send(owner, commandId, own);
    expect([first.statusCode, first.json()]).toMatchObject([
      200,
      { written: true, households: 1, errors: 0 },
    ]);
    const again = await send(owner, commandId, own);
    expect([again.statusCode, again.json()]).toEqual([200, first.json()]);
    const refused = { code: 'shared.command-reused' };
    const other = await send(owner, commandId, { ...own, text: line('Hồ Thị Khác', own.unit) });
    expect([other.statusCode, other.json()]).toMatchObject([409, refused]);
    const unit = places.commune.code!;
    const another = await send(stranger, commandId, { unit, text: line('Lê Văn Xa', unit) });
    expect([another.statusCode, another.json()]).toMatchObject([409, refused]);
    expect(await households()).toBe(1);
  });

  test('and read again leaves its entry where the unit lies; a unit elsewhere is as one nobody knows', async () => {
    const { owner, stranger, places } = world;
    const url = (unit: string) =>
      `/api/exports/households?year=2023&unit=${unit}&format=csv&purpose=kiem+thu`;
    const code = places.otherCommune.code!;
    expect((await owner({ method: 'GET', url: url(code) })).statusCode).toBe(200);
    const { rows } =
      await sql`select scope_path as path from audit_entry where act = 'exchange.export'`.execute(
        world.database.db,
      );
    expect(rows).toEqual([{ path: places.otherCommune.path }]);
    const texts = await Promise.all(
      [code, '99999'].map(async (unit) => (await stranger({ method: 'GET', url: url(unit) })).json()),
    );
    expect(texts.map((problem) => problem.code)).toEqual(['exchange.unit-unknown', 'exchange.unit-unknown']);
    expect(texts[0].title.replace(code, '99999')).toEqual(texts[1].title);
  });
});
