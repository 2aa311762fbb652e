import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { importList } from '../apps/server/src/exchange/import-list.ts';
import type { Clock } from '../apps/server/src/platform/clock.ts';
import { withDatabase } from '../apps/server/src/platform/testing/database-address.ts';
import { seededRandom } from './made-up-households.ts';
import { type BenchLine, type BenchOptions, milliseconds, peakMemory, times } from './measure.ts';
import { benchCluster, newBenchDatabase } from './tables.bench.ts';

const MEMBERS = 4;
const HEADER = [
  'Mã hộ',
  'Họ tên chủ hộ',
  'Họ tên thành viên',
  'Quan hệ với chủ hộ',
  'Ngày sinh',
  'Giới tính',
  'CCCD',
  'Mã xã',
  'Thôn',
  'Dân tộc',
  'Phân loại hộ',
  'QĐ công nhận',
  'Ngày QĐ',
  'B1',
  'B2',
  'Nguyên nhân nghèo',
];

const stillClock: Clock = {
  now: () => '2023-12-31T00:00:00.000Z',
  today: () => '2023-12-31',
  fixed: true,
  refresh: async () => undefined,
};

/** A national list in the official columns, one row a member. */
export async function writeList(
  file: string,
  households: number,
  communes: readonly string[],
): Promise<void> {
  const random = seededRandom(households);
  const out = createWriteStream(file);
  out.write(`${HEADER.join(',')}\n`);
  const relations = ['Chủ hộ', 'Vợ/chồng', 'Con', 'Con'];
  for (let at = 0; at < households; at += 1) {
    const commune = communes[at % communes.length];
    const poor = random() < 0.5;
    const score = 100 + Math.floor(random() * 40);
    const head = `Nguyễn Văn ${at.toString(36)}`;
    let text = '';
    for (let member = 0; member < MEMBERS; member += 1) {
      const sex = member % 2;
      const born = member < 2 ? 1960 + Math.floor(random() * 40) : 2008 + Math.floor(random() * 14);
      const serial = String((at * MEMBERS + member) % 1_000_000).padStart(6, '0');
      const digit = (born < 2000 ? 0 : 2) + sex;
      const number = `001${digit}${String(born % 100).padStart(2, '0')}${serial}`;
      const name = member === 0 ? head : `Nguyễn ${sex ? 'Thị' : 'Văn'} ${at.toString(36)}-${member}`;
      text += `H${at},${head},${name},${relations[member]},15/03/${born},${sex ? 'Nữ' : 'Nam'},${number},${commune},Thôn ${1 + (at % 3)},Kinh,${poor ? 'Hộ nghèo' : 'Hộ cận nghèo'},31/QĐ-UBND,12/12/2023,${score},${poor ? 30 : 20},Thiếu vốn\n`;
    }
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

const FACTS = [
  'household',
  'household_residence',
  'person',
  'household_membership',
  'household_event',
  'review_round',
  'review_record',
  'review_facts',
  'review_counter',
];

async function withClient<Value>(
  address: string,
  work: (client: pg.Client) => Promise<Value>,
): Promise<Value> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What is left when nothing is read, checked or decided: the same rows, the same indexes, one transaction. */
async function rawCopy(source: string, target: string, folder: string): Promise<number> {
  await withClient(source, async (client) => {
    for (const table of FACTS)
      await pipeline(client.query(copyTo(`copy ${table} to stdout`)), createWriteStream(join(folder, table)));
  });
  return withClient(target, async (client) => {
    const begun = performance.now();
    await client.query('begin');
    for (const table of FACTS)
      await pipeline(
        createReadStream(join(folder, table)),
        client.query(copyFrom(`copy ${table} from stdin`)),
      );
    await client.query('commit');
    return performance.now() - begun;
  });
}

/** A list of households in CSV into PostgreSQL, beside raw `COPY` of the rows it becomes. */
export async function benchImport({ importHouseholds }: BenchOptions): Promise<BenchLine[]> {
  const cluster = await benchCluster();
  if (cluster === null) return [];
  const folder = mkdtempSync(join(tmpdir(), 'benvung-import-bench-'));
  try {
    const database = await newBenchDatabase(cluster, 'bench_import');
    const codes = await sql<{ code: string }>`
      select code from territory_unit_version where level = 'commune' and valid_to > '2023-12-31'
      and valid_from <= '2023-12-31' order by code limit 3000`.execute(database.db);
    const file = join(folder, 'list.csv');
    const communes = codes.rows.map((row) => row.code);
    await writeList(file, importHouseholds, communes);
    const begun = performance.now();
    const { value: imported, peakMegabytes } = await peakMemory(() =>
      importList(
        { database, clock: stillClock },
        {
          path: file,
          year: 2023,
          unit: 'VN',
          dryRun: false,
          openingOnly: false,
          areas: null,
          actor: { accountId: null, actor: 'bench' },
          mayClose: true,
        },
      ),
    );
    const ours = performance.now() - begun;
    if (!imported.ok) throw new Error(JSON.stringify(imported.problem));
    if (!imported.value.written || imported.value.households !== importHouseholds)
      throw new Error(JSON.stringify(imported.value).slice(0, 2000));
    const raw = await newBenchDatabase(cluster, 'bench_raw');
    await raw.close();
    await database.close();
    const address = (name: string) => withDatabase(cluster.address, name);
    const peer = await rawCopy(address('bench_import'), address('bench_raw'), folder);
    const count = (value: number) => value.toLocaleString('en');
    return [
      {
        what: `import ${count(importHouseholds)} households, ${count(importHouseholds * MEMBERS)} members, CSV → PostgreSQL ÷ raw COPY`,
        ours: milliseconds(ours),
        peer: milliseconds(peer),
        figure: `${times(ours / peer)}, peak ${peakMegabytes.toFixed(0)} MB`,
        aim: '≤ 3×',
        met: ours / peer <= 3,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await cluster.stop();
  }
}
