import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOpenIdSettings } from '../../access/open-id.ts';
import { buildApp } from '../../app.ts';
import { machineClock } from '../clock.ts';
import { logOptions } from '../logging.ts';
import { fileResponse, uploadedFile } from './file-reply.ts';
import { RATE_LIMITS, rateClassOf } from './rate-limits.ts';

const parts = { database: {} as never, clock: machineClock('2024-10-15'), version: '0.0.0' };
const POLICY =
  "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data: blob:;font-src 'self' data:;" +
  "connect-src 'self';manifest-src 'self';worker-src 'self';base-uri 'none';form-action 'self';frame-ancestors 'none'";

describe('an answer of every kind', () => {
  let app: FastifyInstance;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'benvung-web-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>x</title>');
    await writeFile(join(folder, 'assets', 'x.js'), 'export {};');
    const openId = readOpenIdSettings({
      BENVUNG_OPENID_ISSUER: 'http://127.0.0.1:9',
      BENVUNG_OPENID_CLIENT_ID: 'x',
    });
    app = await buildApp(parts, { webFolder: folder, openId });
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  const json = { 'content-type': 'application/json' };
  const kinds: readonly [string, number, InjectOptions][] = [
    ['the first page', 200, { url: '/' }],
    ['a screen’s address', 200, { url: '/quan-tri/nhat-ky' }],
    ['a script of ours', 200, { url: '/assets/x.js' }],
    ['a file that is not there', 404, { url: '/assets/y.js' }],
    ['the API document', 200, { url: '/api/openapi.json' }],
    ['its page', 200, { url: '/api/docs/' }],
    ['a redirect', 302, { url: '/api/session/open-id' }],
    ['nothing', 204, { method: 'DELETE', url: '/api/session' }],
    ['not signed in', 401, { url: '/api/session' }],
    [
      'from another site',
      403,
      { method: 'POST', url: '/api/session', headers: { origin: 'https://evil.example' } },
    ],
    ['unknown', 404, { url: '/api/nowhere' }],
    ['an address that cannot be read', 404, { url: '/api/%zz' }],
    ['malformed', 400, { method: 'POST', url: '/api/session', payload: '{', headers: json }],
    [
      'too large',
      413,
      { method: 'POST', url: '/api/session', payload: { username: 'x'.repeat(1_100_000), password: 'x' } },
    ],
    [
      'of another type',
      415,
      { method: 'POST', url: '/api/session', payload: 'x', headers: { 'content-type': 'text/plain' } },
    ],
    ['a fault', 500, { url: '/api/public/info' }],
  ];

  test.each(kinds)('keeps to the policy: %s', async (_kind, status, request) => {
    const { statusCode, headers } = await app.inject(request);
    expect(statusCode).toBe(status);
    expect(headers['content-security-policy']).toBe(POLICY);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'strict-transport-security': expect.stringMatching(/^max-age=15552000/),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers.server).toBeUndefined();
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  test('of the API is kept by no cache', async () => {
    for (const url of ['/api/session', '/api/nowhere', '/api/public/info'])
      expect((await app.inject({ url })).headers['cache-control']).toBe('no-store');
  });
});

describe('requests a minute', () => {
  test.each([
    ['public', { method: 'GET', access: 'public' }],
    ['read', { method: 'GET', access: 'signedIn' }],
    ['write', { method: 'POST', access: ['officer'] }],
    ['file', { method: 'GET', access: 'signedIn', response: fileResponse }],
    ['file', { method: 'POST', access: ['officer'], body: uploadedFile }],
  ] as const)('are limited by class: %s', (rateClass, route) => expect(rateClassOf(route)).toBe(rateClass));

  test('beyond the limit of a class are refused with the time to wait, from one address and no other', async () => {
    const app = await buildApp(parts, { limits: true });
    const ask = (remoteAddress: string) =>
      app.inject({ url: '/api/session/open-id/return?x=1', remoteAddress });
    const info = (remoteAddress: string) => app.inject({ url: '/api/public/info', remoteAddress });
    for (let request = 0; request < RATE_LIMITS.public; request += 1) await info('10.0.0.1');
    const refused = await info('10.0.0.1');
    expect([refused.statusCode, refused.json().code]).toEqual([429, 'shared.too-many-requests']);
    expect(refused.headers['content-security-policy']).toBe(POLICY);
    expect((await info('10.0.0.2')).statusCode).toBe(500);
    expect((await ask('10.0.0.1')).statusCode).toBe(404);
    await app.close();
  });
});

test('the log of the server holds no password, code, cookie, token or name that was looked for', async () => {
  const lines: string[] = [];
  const stream = { write: (line: string) => lines.push(line) };
  const app = await buildApp(parts, { logger: logOptions({ BENVUNG_LOG: 'trace' }, stream) });
  const secrets = ['mật-khẩu-kín', '123456', 'phiên-kín', 'thẻ-kín', 'mã-của-nhà-cung-cấp', 'Nguyễn-Thị-Ẩn'];
  const [password, code, cookie, token, providerCode, name] = secrets as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const headers = { 'x-csrf-token': encodeURIComponent(token), authorization: encodeURIComponent(token) };
  const cookies = { benvung_session: encodeURIComponent(cookie), benvung_step: encodeURIComponent(cookie) };
  await app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { username: 'hoa', password },
    headers,
    cookies,
  });
  await app.inject({ method: 'POST', url: '/api/session/second-step', payload: { code }, headers, cookies });
  await app.inject({ url: `/api/session/open-id/return?code=${encodeURIComponent(providerCode)}`, headers });
  await app.inject({ url: `/api/accounts?q=${encodeURIComponent(name)}`, headers, cookies });
  await app.close();
  const log = lines.join('');
  expect(log).toContain('/api/session/second-step');
  for (const secret of secrets) {
    expect(log).not.toContain(secret);
    expect(log).not.toContain(encodeURIComponent(secret));
  }
});
