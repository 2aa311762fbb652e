import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { exchangeCommands } from '../../apps/server/src/exchange/exchange.commands.ts';
import type { CliContext } from '../../apps/server/src/platform/cli/command.ts';
import { settableClock } from '../../apps/server/src/platform/testing/settable-clock.ts';
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

  const outputs: unknown[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'benvung-import-command-'));
  const runCommand = (
    name: string,
    words: readonly string[],
    options: Record<string, string | true> = {},
  ) => {
    const command = exchangeCommands.find((one) => one.name === name)!;
    outputs.length = 0;
    const context = {
      json: true,
      database: world.database,
      clock: settableClock('2024-10-15T02:00:00.000Z', '2024-10-15'),
      actor: 'cli:test',
      path: (word: string) => word,
      out: () => undefined,
      err: () => undefined,
      progress: () => undefined,
      printJson: (value: unknown) => outputs.push(value),
    } as unknown as CliContext;
    return command.run(context, {
      words,
      text: (option) => (typeof options[option] === 'string' ? options[option] : undefined),
      flag: (option) => options[option] === true,
    });
  };

  test('what was sent at once, or taken in by the command line, is a batch that is undone like the desk’s', async () => {
    const { owner, places } = world;
    const before = await households();
    const code = places.otherCommune.code!;
    const commandId = world.newId();
    await send(owner, commandId, { unit: code, text: line('Hồ Thị Gửi', code) });
    const path = join(folder, 'list.csv');
    writeFileSync(path, line('Hồ Thị Lệnh', code));
    expect(await runCommand('import', [path], { round: '2023', unit: code })).toBe(0);
    const { batchId } = outputs[0] as { batchId: string };
    expect(await households()).toBe(before! + 2);
    const seen = await owner({ method: 'GET', url: `/api/batches/${batchId}` });
    expect(seen.json()).toMatchObject({
      state: 'published',
      actor: 'cli:test',
      households: 1,
      hasFile: true,
      cannotUndo: null,
    });
    expect(await runCommand('batch undo', [batchId])).toBe(0);
    await expect(runCommand('batch undo', [batchId])).rejects.toThrow();
    const sent = await owner({ method: 'GET', url: `/api/batches/${commandId}` });
    expect(sent.json()).toMatchObject({ state: 'published', actor: 'nguoi.nha', cannotUndo: null });
    expect(await runCommand('batch undo', [commandId])).toBe(0);
    expect(await households()).toBe(before);
    await runCommand('batch list', []);
    const { batches } = outputs[0] as { batches: { id: string; state: string; endedBy: string | null }[] };
    expect(batches.find(({ id }) => id === commandId)).toMatchObject({
      state: 'undone',
      endedBy: 'cli:test',
    });
  });

  test('an extract is compared, listed and exported by the command line; numbers stay closed unless asked for', async () => {
    const path = join(folder, 'extract.csv');
    writeFileSync(path, 'Số định danh,Họ và tên,Ngày sinh\n046070000777,=Hồ Văn Mới,03/02/1970\n');
    expect(await runCommand('compare', [path], { unit: world.places.otherCommune.code! })).toBe(0);
    const { id, counts } = outputs[0] as { id: string; counts: object };
    expect(counts).toMatchObject({ rows: 1, missingOurs: 1 });
    await runCommand('compare list', []);
    expect(outputs[0]).toMatchObject([{ id, state: 'checked' }]);
    const file = join(folder, 'out.csv');
    expect(await runCommand('compare export', [id, file], { purpose: 'rà lại' })).toBe(0);
    const closed = readFileSync(file, 'utf8');
    expect(closed).toContain("'=Hồ Văn Mới;03/02/1970;;046070…");
    await runCommand('compare export', [id, file], { purpose: 'rà lại', numbers: true });
    expect(readFileSync(file, 'utf8')).toContain(';046070000777;');
    await expect(runCommand('compare export', [id, file], { purpose: 'x' })).rejects.toThrow();
  });
});
