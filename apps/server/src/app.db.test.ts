import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { buildApp } from './app.ts';
import { machineClock } from './platform/clock.ts';
import type { DatabaseHandle } from './platform/database/database.ts';
import { describeOnEachDatabase, openTestPglite } from './platform/testing/test-database.ts';

const clock = machineClock('2024-10-15');

interface ApiDocument {
  openapi: string;
  paths: Record<
    string,
    Record<string, { summary?: string; parameters?: unknown[]; responses: Record<string, unknown> }>
  >;
}

describe('the API document', () => {
  let app: FastifyInstance;
  let document: ApiDocument;
  beforeAll(async () => {
    app = await buildApp({ database: {} as never, clock, version: '1.2.3' });
    document = (await app.inject({ url: '/api/openapi.json' })).json();
  });
  afterAll(() => app.close());

  test('is OpenAPI 3.1', () => expect(document.openapi).toBe('3.1.0'));

  test('describes every declared route with a sentence, its path parameters and its refusals', () => {
    expect(app.httpBase.routes.length).toBeGreaterThan(3);
    for (const route of app.httpBase.routes) {
      const path = route.path.replace(/:(\w+)/g, '{$1}');
      const operation = document.paths[path]?.[route.method.toLowerCase()];
      expect(operation?.summary, `${route.method} ${route.path}`).toMatch(/\S \/ \S/);
      const named = (operation?.parameters ?? []) as { name: string; in: string }[];
      const inPath = named.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
      expect(inPath.sort()).toEqual([...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name).sort());
      expect(operation?.responses.default).toMatchObject({
        content: {
          'application/problem+json': { schema: { required: ['type', 'title', 'status', 'code'] } },
        },
      });
    }
  });

  test('describes nothing that does not answer', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({
        method: method.toUpperCase(),
        url: path.replace(/\{(\w+)\}/g, ':$1'),
      })),
    );
    for (const { method, url } of described)
      expect(app.hasRoute({ method: method as 'GET', url }), `${method} ${url}`).toBe(true);
  });

  test('holds only schemas that can be read back as JSON Schema 2020-12', () => {
    const schemas: unknown[] = [];
    JSON.stringify(document.paths, (key, value) => {
      if (key === 'schema') schemas.push(value);
      return value;
    });
    expect(schemas.length).toBeGreaterThan(5);
    for (const schema of schemas) expect(() => z.fromJSONSchema(schema as never)).not.toThrow();
  });

  test('can be read as a page that keeps to the policy: own scripts only, none of them inline', async () => {
    const page = await app.inject({ url: '/api/docs/' });
    expect(page.statusCode).toBe(200);
    const { headers } = await app.inject({ url: '/api/nowhere' });
    expect(page.headers['content-security-policy']).toBe(headers['content-security-policy']);
    expect(page.headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/);
    const scripts = [...page.body.matchAll(/<script([^>]*)>([^<]*)/g)];
    expect(scripts.length).toBeGreaterThan(1);
    for (const [, attributes = '', inline = ''] of scripts) {
      expect(inline.trim()).toBe('');
      const address = new URL(/src="([^"]+)"/.exec(attributes)![1]!, 'http://localhost/api/docs/').pathname;
      expect((await app.inject({ url: address })).statusCode, address).toBe(200);
    }
    expect(page.body).not.toMatch(/https?:\/\/(?!localhost)/);
  });
});

describe('every answer', () => {
  let app: FastifyInstance;
  beforeAll(async () => {
    app = await buildApp({ database: {} as never, clock, version: '1.2.3' });
  });
  afterAll(() => app.close());

  test.each(['/healthz', '/api/session', '/api/openapi.json', '/nowhere', '/api/nowhere'])(
    'carries the security headers: %s',
    async (url) => {
      const { headers } = await app.inject({ url });
      expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
      });
      expect(headers['x-powered-by']).toBeUndefined();
    },
  );

  test.each([
    ['/api/%zz', 404, 'shared.not-found'],
    [`/api/${'a'.repeat(300)}`, 404, 'shared.not-found'],
    ['/api/session%00', 400, 'shared.invalid-input'],
  ])('to an address that cannot be read is a problem with a code: %.20s', async (url, status, code) => {
    const answer = await app.inject({ url });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });

  test('to an unknown address is a problem with a code', async () => {
    const answer = await app.inject({ url: '/api/nowhere?lang=en' });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ status: 404, code: 'shared.not-found', title: 'Not found.' });
  });
});

describeOnEachDatabase('health', (open) => {
  test('names the version and the database that answers', async () => {
    const database: DatabaseHandle = await open();
    const app = await buildApp({ database, clock, version: '1.2.3' });
    const answer = await app.inject({ url: '/healthz' });
    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      { status: 'ok', version: '1.2.3', database: database.version },
    ]);
    expect(database.version).toMatch(/^(PGlite .*PostgreSQL \d+|PostgreSQL \d+)/);
    await app.close();
  });
});

describeOnEachDatabase('text no database can keep', (open) => {
  test.each([String.fromCharCode(0), `a${String.fromCharCode(0)}b`])(
    'is refused as input: %j',
    async (username) => {
      const app = await buildApp({ database: await open(), clock, version: '1.2.3' });
      const answer = await app.inject({
        method: 'POST',
        url: '/api/session',
        payload: { username, password: 'x' },
      });
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'shared.invalid-input']);
      await app.close();
    },
  );
});

test('health answers 503 when the database does not', async () => {
  const database = await openTestPglite();
  const app = await buildApp({ database, clock, version: '1.2.3' });
  await database.close();
  const answer = await app.inject({ url: '/healthz' });
  expect([answer.statusCode, answer.json().status]).toEqual([503, 'failing']);
  await app.close();
});
