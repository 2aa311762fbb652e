import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES } from '@benvung/contract/access';
import { zipSync } from 'fflate';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SignedIn, signedInAs } from '../../apps/server/src/access/testing/signed-in.ts';
import { buildApp } from '../../apps/server/src/app.ts';
import { machineClock } from '../../apps/server/src/platform/clock.ts';
import { problemStatus } from '../../apps/server/src/platform/http/problem-status.ts';
import type { DeclaredRoute } from '../../apps/server/src/platform/http/route-declaration.ts';
import { settableClock } from '../../apps/server/src/platform/testing/settable-clock.ts';
import { openTestPglite } from '../../apps/server/src/platform/testing/test-database.ts';
import type { CrossAreaCases } from '../permissions/cross-area-case.ts';
import { makeWorld, type World } from '../permissions/world.ts';
import {
  type Draw,
  HOSTILE_TEXTS,
  inAddress,
  mutateBytes,
  mutateJson,
  pick,
  RAW_BODIES,
  seededDraw,
} from './hostile.ts';
import { exampleOf, type JsonSchema } from './schema-example.ts';

/** The same seed sends the same requests: `BENVUNG_FUZZ_SEED=7 npx vitest run tests/fuzz`. */
const SEED = Number(process.env.BENVUNG_FUZZ_SEED ?? 20241015);
const READ_CASES = 6;
const WRITE_CASES = 8;
const UPLOAD_CASES = 40;

const withoutDatabase = await buildApp({ database: {} as never, clock: machineClock(), version: '0' });
await withoutDatabase.ready();
const routes: readonly DeclaredRoute[] = withoutDatabase.httpBase.routes;
const document = (await withoutDatabase.inject('/api/openapi.json')).json() as ApiDocument;
await withoutDatabase.close();

type Request = Parameters<SignedIn>[0];
type Answer = Awaited<ReturnType<SignedIn>>;

interface Operation {
  readonly parameters?: readonly { name: string; in: string; schema: JsonSchema }[];
  readonly requestBody?: { content: Record<string, { schema: JsonSchema }> };
}
interface ApiDocument {
  readonly paths: Record<string, Record<string, Operation>>;
}

const nameOf = ({ method, path }: DeclaredRoute) => `${method} ${path}`;
const operationOf = ({ method, path }: DeclaredRoute): Operation =>
  document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()] ?? {};
const takesFile = (route: DeclaredRoute) =>
  operationOf(route).requestBody?.content['application/octet-stream'] !== undefined;

/** Requests that are right, for every endpoint that has one in the cross-area test. */
const known: CrossAreaCases = {};
const folder = join(import.meta.dirname, '../permissions');
for (const file of readdirSync(folder).filter((name) => name.endsWith('.cases.ts'))) {
  const loaded = (await import(join(folder, file))) as Record<string, CrossAreaCases>;
  Object.assign(known, ...Object.values(loaded));
}

/** Of one endpoint, so that another one more changes nothing for it. */
const seedOf = (name: string): number =>
  [...name].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), SEED);

let asked = 0;
afterAll(() => {
  expect(asked, 'cases sent').toBeGreaterThanOrEqual(1_000);
});

describe('whatever is sent', () => {
  let world: World;
  let person: SignedIn;
  let people = 0;

  beforeAll(async () => {
    world = await makeWorld(await openTestPglite());
    for (const each of Object.values(known)) if ('request' in each) await each.prepare?.(world);
    await signIn();
  });
  afterAll(async () => {
    await world.app.close();
    await world.database.close();
  });

  async function signIn(): Promise<void> {
    people += 1;
    const clock = settableClock('2024-10-15T02:00:00.000Z', '2024-10-15');
    const grants = ROLES.map((role) => ({ role, unitId: world.places.otherCommune.id }));
    const parts = { database: world.database, clock, version: '0' };
    person = await signedInAs(world.app, parts, { username: `thu.${people}`, grants });
  }

  /** How many rows each table has: a refusal leaves them as they were. Counted anew only after something wrote. */
  async function countRows(): Promise<string> {
    const { xmax } = await one<{ xmax: string }>(
      sql`select pg_snapshot_xmax(pg_current_snapshot())::text as xmax`,
    );
    if (xmax === counted.xmax) return counted.rows;
    tables ??= (
      await sql<{ name: string }>`select table_name as name from information_schema.tables
        where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1`.execute(
        world.database.db,
      )
    ).rows.map(({ name }) => name);
    const counts = sql.join(tables.map((name) => sql`(select count(*) from ${sql.table(name)})`));
    const { rows } = await one<{ rows: string }>(sql`select concat_ws(' ', ${counts}) as rows`);
    counted = { xmax, rows };
    return rows;
  }
  async function one<Row>(query: RawBuilder<unknown>): Promise<Row> {
    return (await query.execute(world.database.db)).rows[0] as Row;
  }
  let tables: string[] | undefined;
  let counted = { xmax: '', rows: '' };
  let before = '';

  /** What is wrong with an answer; nothing when it is a plain success or a plain refusal. */
  async function judge(answer: Answer, route: DeclaredRoute): Promise<string[]> {
    const wrong: string[] = [];
    if (answer.statusCode >= 500) wrong.push(`answered ${answer.statusCode}: ${answer.body.slice(0, 300)}`);
    if (answer.statusCode < 400) {
      before = '';
      return wrong;
    }
    const type = String(answer.headers['content-type']);
    const body = type.startsWith('application/problem+json') ? answer.json() : undefined;
    if (body === undefined) wrong.push(`refused as ${type}: ${answer.body.slice(0, 200)}`);
    else if ((problemStatus as Record<string, number>)[body.code] !== answer.statusCode)
      wrong.push(`refused ${answer.statusCode} with the code ${body.code}`);
    const after = await countRows();
    // A failed sign-in is noted, that is its task.
    if (before !== '' && after !== before && route.access !== 'public')
      wrong.push('a refusal wrote something');
    before = after;
    if (answer.statusCode === 401 && route.access !== 'public') {
      await signIn();
      before = '';
    }
    return wrong;
  }

  async function send(route: DeclaredRoute, request: Request): Promise<string[]> {
    asked += 1;
    if (before === '') before = await countRows();
    const caller = { remoteAddress: `10.${asked >> 16}.${(asked >> 8) & 255}.${asked & 255}` };
    const wrong = await judge(await person({ ...request, ...caller }), route);
    return wrong.map((each) => `${each}\n  ${shown(request)}`);
  }

  /** A request that is right, or as right as the API document can tell. */
  function validRequest(route: DeclaredRoute): { url: string; query: Map<string, string>; payload: unknown } {
    const ours = known[nameOf(route)];
    const operation = operationOf(route);
    if (ours !== undefined && 'request' in ours) {
      const request = ours.request(world) as Request & { url: string };
      const [url = '', query = ''] = request.url.split('?');
      return { url, query: new Map(new URLSearchParams(query)), payload: request.payload };
    }
    const parameters = operation.parameters ?? [];
    const example = (schema: JsonSchema) => String(exampleOf(schema, world.newId));
    const url = route.path.replace(/:(\w+)/g, (_all, name) =>
      inAddress(example(parameters.find((each) => each.in === 'path' && each.name === name)?.schema ?? {})),
    );
    const query = parameters.filter((each) => each.in === 'query');
    const schema = operation.requestBody?.content['application/json']?.schema;
    return {
      url,
      query: new Map(query.map(({ name, schema: of }) => [name, example(of)])),
      payload: schema === undefined ? undefined : exampleOf(schema, world.newId),
    };
  }

  /** The address with, sometimes, something wrong in its path or query. */
  function hostileAddress(
    draw: Draw,
    route: DeclaredRoute,
    { url, query }: ReturnType<typeof validRequest>,
    always: boolean,
  ): string {
    const parts = url.split('/');
    const parameters = route.path.split('/').flatMap((part, at) => (part.startsWith(':') ? [at] : []));
    const names = [
      ...new Set([
        ...query.keys(),
        ...(operationOf(route).parameters ?? [])
          .filter((each) => each.in === 'query')
          .map(({ name }) => name),
      ]),
    ];
    const kind = draw();
    if (parameters.length > 0 && (kind < 0.4 || (always && names.length === 0)))
      parts[pick(draw, parameters)] = inAddress(pick(draw, HOSTILE_TEXTS)) || '%20';
    const pairs = [...query].map(([name, value]) => `${name}=${inAddress(value)}`);
    if (names.length > 0 && (kind > 0.6 || (always && kind > 0.4))) {
      const name = pick(draw, names);
      const hostile = `${name}=${inAddress(pick(draw, HOSTILE_TEXTS))}`;
      const rest = pairs.filter((pair) => !pair.startsWith(`${name}=`));
      if (draw() < 0.15) pairs.push(hostile);
      else pairs.splice(0, pairs.length, ...rest, ...(draw() < 0.15 ? [] : [hostile]));
    }
    if (draw() < 0.03) pairs.push('%', '=&&==', '__proto__[a]=1', 'a[b]=c');
    return `${parts.join('/')}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`;
  }

  const shown = ({ method, url, payload }: Request) =>
    `${method} ${String(url).slice(0, 300)} ${Buffer.isBuffer(payload) ? payload.toString('base64').slice(0, 400) : JSON.stringify(payload)?.slice(0, 600)}`;

  const others = routes.filter((route) => !takesFile(route));
  test.each(others.map((route) => [nameOf(route), route] as const))(
    '%s answers plainly',
    async (name, route) => {
      const draw = seededDraw(seedOf(name));
      const wrong: string[] = [];
      const cases = route.method === 'GET' ? READ_CASES : WRITE_CASES;
      for (let at = 0; at < cases; at += 1) {
        const valid = validRequest(route);
        const method = route.method;
        const hasBody = method !== 'GET' && valid.payload !== undefined;
        const url = hostileAddress(draw, route, valid, !hasBody);
        const kind = draw();
        if (!hasBody) wrong.push(...(await send(route, { method, url })));
        else if (kind < 0.1) {
          const headers = {
            'content-type': pick(draw, [
              'application/json',
              'application/json',
              'text/plain',
              'application/xml',
              'multipart/form-data',
            ]),
          };
          wrong.push(...(await send(route, { method, url, headers, payload: pick(draw, RAW_BODIES) })));
        } else {
          const payload = mutateJson(draw, valid.payload) as object;
          const headers = { 'content-type': 'application/json' };
          wrong.push(
            ...(await send(route, { method, url, headers, payload: JSON.stringify(payload) ?? 'null' })),
          );
        }
      }
      expect(wrong, `seed ${SEED}`).toEqual([]);
      expect((await world.app.inject('/healthz')).statusCode).toBe(200);
    },
  );

  const uploads = routes.filter(takesFile);
  test('files are taken in at all', () => {
    expect(uploads.length).toBeGreaterThan(0);
  });

  test.each(uploads.map((route) => [nameOf(route), route] as const))(
    '%s answers plainly to damaged files',
    async (name, route) => {
      const draw = seededDraw(seedOf(name));
      const files = validFiles();
      const wrong: string[] = [];
      for (let at = 0; at < UPLOAD_CASES; at += 1) {
        const valid = validRequest(route);
        const file = pick(draw, files);
        const payload =
          at < BOMBS.length ? BOMBS[at]!() : draw() < 0.1 ? file.bytes : mutateBytes(draw, file.bytes);
        if (valid.query.has('file') && draw() < 0.7) valid.query.set('file', file.name);
        const url = draw() < 0.2 ? hostileAddress(draw, route, valid, true) : addressOf(valid);
        const headers = { 'content-type': 'application/octet-stream' };
        wrong.push(...(await send(route, { method: route.method, url, headers, payload })));
      }
      expect(wrong, `seed ${SEED}`).toEqual([]);
      expect((await world.app.inject('/healthz')).statusCode).toBe(200);
    },
  );

  const addressOf = ({ url, query }: ReturnType<typeof validRequest>) =>
    `${url}?${[...query].map(([name, value]) => `${name}=${inAddress(value)}`).join('&')}`;
});

const ROWS = [
  ['Họ và tên chủ hộ', 'Thôn', 'Xã', 'Ngày sinh', 'Số CCCD', 'Điểm A', 'Điểm B'],
  ['Hồ Văn Lạ', 'Thôn 2', 'Xã Hương Phú', '02/03/1980', '046080001234', '130', '20'],
  ['Lê Thị Mới', 'Thôn 2', 'Xã Hương Phú', '1975', '', '90', '40'],
];

function validFiles(): { name: string; bytes: Buffer }[] {
  const csv = ROWS.map((row) => row.join(',')).join('\r\n');
  return [
    { name: 'danh-sach.xlsx', bytes: workbook() },
    { name: 'danh-sach.csv', bytes: Buffer.from(csv) },
    { name: 'danh-sach.csv', bytes: Buffer.from(`\ufeff${csv.normalize('NFD')}`) },
    { name: 'danh-sach.csv', bytes: Buffer.from(csv, 'utf16le') },
  ];
}

/** The same bytes every time: no date of today in it. */
function workbook(): Buffer {
  const cells = (row: readonly string[]) =>
    row.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('');
  return zipOf({
    [CONTENT_TYPES]: '<Types/>',
    'xl/workbook.xml':
      '<workbook xmlns:r="n"><sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${ROWS.map((row) => `<row>${cells(row)}</row>`).join('')}</sheetData></worksheet>`,
  });
}

const CONTENT_TYPES = '[Content_Types].xml';
const zipOf = (parts: Record<string, string | Uint8Array>): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [
          name,
          typeof part === 'string' ? new TextEncoder().encode(part) : part,
        ]),
      ),
      { mtime: new Date('2024-10-15T00:00:00Z') },
    ),
  );

const DOCTYPE = `<!DOCTYPE a [<!ENTITY b "${'c'.repeat(500)}">]><workbook>&b;</workbook>`;
const BOMBS: readonly (() => Buffer)[] = [
  () => zipOf({ [CONTENT_TYPES]: '<Types/>', 'xl/workbook.xml': new Uint8Array(60 * 1024 ** 2) }),
  () => zipOf({ [CONTENT_TYPES]: '<Types/>', 'xl/workbook.xml': DOCTYPE }),
  () => zipOf(Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [`xl/${at}.xml`, '<a/>']))),
  () => zipOf({ '../../etc/passwd': 'x', [CONTENT_TYPES]: '<Types/>' }),
  () => Buffer.from(`a,${'"'.repeat(200_001)}`),
  () => Buffer.from(`${'x,'.repeat(100_000)}\n`),
  () => Buffer.alloc(0),
  () => Buffer.alloc(100_000),
];
