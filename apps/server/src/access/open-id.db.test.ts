import { createHash, createSign, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import { machineClock } from '../platform/clock.ts';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { readOpenIdSettings } from './open-id.ts';
import { samplePlaces, writeSamplePlaces } from './testing/sample-places.ts';
import { SAMPLE_PASSWORD, signedInAs } from './testing/signed-in.ts';
import { codeAtStep } from './totp.ts';

const CLIENT = { id: 'benvung', secret: 'bí mật của máy khách' };
const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

interface Person {
  readonly sub: string;
  readonly preferred_username?: string;
  readonly email?: string;
  readonly email_verified?: boolean;
}

/** What the provider answers wrongly on purpose. */
interface Spoiled {
  readonly nonce?: string;
  readonly audience?: string;
  readonly foreignKey?: boolean;
}

/** A small OpenID provider: authorization code, PKCE checked, an ID token signed with RS256. */
function makeProvider() {
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<string, { challenge: string; nonce: string; redirectUri: string }>();
  let person: Person = { sub: 'x' };
  let spoiled: Spoiled = {};
  let issuer = '';

  function idToken(nonce: string): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: issuer,
      aud: spoiled.audience ?? CLIENT.id,
      iat: now,
      exp: now + 300,
      nonce: spoiled.nonce ?? nonce,
      ...person,
    };
    const signed = `${base64({ alg: 'RS256', typ: 'JWT', kid: 'a' })}.${base64(claims)}`;
    const signer = spoiled.foreignKey === true ? other.privateKey : key.privateKey;
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(signer).toString('base64url')}`;
  }

  async function token(request: IncomingMessage): Promise<[number, object]> {
    let body = '';
    for await (const piece of request) body += piece;
    const form = new URLSearchParams(body);
    const code = form.get('code') ?? '';
    const kept = codes.get(code);
    codes.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const isRight =
      kept?.challenge === challenge &&
      kept.redirectUri === form.get('redirect_uri') &&
      form.get('client_secret') === CLIENT.secret;
    if (!isRight) return [400, { error: 'invalid_grant' }];
    return [200, { access_token: 'a', token_type: 'Bearer', id_token: idToken(kept.nonce) }];
  }

  const server: Server = createServer(async (request, reply) => {
    const answer = (status: number, value: object) =>
      reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    const url = new URL(request.url ?? '/', issuer);
    if (url.pathname === '/.well-known/openid-configuration')
      return answer(200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
      });
    if (url.pathname === '/keys')
      return answer(200, {
        keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: 'a', use: 'sig', alg: 'RS256' }],
      });
    if (url.pathname === '/token') return answer(...(await token(request)));
    return answer(404, {});
  });

  return {
    start: async () => {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      return issuer;
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
    /** The person at the provider's page agrees: where their browser is sent. */
    authorise: (location: string, who: Person, wrong: Spoiled = {}): string => {
      person = who;
      spoiled = wrong;
      const asked = new URL(location).searchParams;
      const code = newId();
      const redirectUri = asked.get('redirect_uri') ?? '';
      codes.set(code, {
        challenge: asked.get('code_challenge') ?? '',
        nonce: asked.get('nonce') ?? '',
        redirectUri,
      });
      return `${redirectUri}?${new URLSearchParams({ code, state: asked.get('state') ?? '', iss: issuer })}`;
    },
  };
}

describeOnEachDatabase('signing in through a provider', (open) => {
  const provider = makeProvider();
  const clock = machineClock('2024-10-15');
  let database: DatabaseHandle;
  let app: FastifyInstance;
  let administrator: Awaited<ReturnType<typeof signedInAs>>;

  beforeAll(async () => {
    database = await open();
    await writeSamplePlaces(database);
    const openId = readOpenIdSettings({
      BENVUNG_OPENID_ISSUER: await provider.start(),
      BENVUNG_OPENID_CLIENT_ID: CLIENT.id,
      BENVUNG_OPENID_CLIENT_SECRET: CLIENT.secret,
      BENVUNG_OPENID_NAME: 'Tài khoản tỉnh',
    });
    const parts = { database, clock, version: '0.0.0' };
    app = await buildApp(parts, { openId });
    await app.ready();
    const { commune } = samplePlaces;
    const roles = (...held: string[]) => held.map((role) => ({ role, unitId: commune.id }));
    await signedInAs(app, parts, { username: 'hoa', grants: roles('officer') });
    administrator = await signedInAs(app, parts, {
      username: 'quan.tri',
      grants: roles('administrator', 'officer'),
    });
  });
  afterAll(async () => {
    await app.close();
    await provider.stop();
  });

  const allow = async (username: string, externalName: string | null) => {
    const list = (await administrator({ url: `/api/accounts?q=${username}` })).json();
    const { id, version } = list.accounts[0];
    const payload = { commandId: newId(), version, externalName };
    return administrator({ method: 'POST', url: `/api/accounts/${id}/external-name`, payload });
  };
  const begin = async () => {
    const answer = await app.inject({ url: '/api/session/open-id' });
    const cookies = Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]));
    return { location: String(answer.headers.location), cookies };
  };
  const comeBack = async (address: string, cookies: Record<string, string>) => {
    const { pathname, search } = new URL(address);
    const answer = await app.inject({ url: `${pathname}${search}`, cookies });
    const session = answer.cookies.find(({ name }) => name === 'benvung_session')?.value;
    return { answer, location: answer.headers.location, session };
  };
  const signIn = async (who: Person, wrong: Spoiled = {}) => {
    const { location, cookies } = await begin();
    return comeBack(provider.authorise(location, who, wrong), cookies);
  };

  test('is offered by name, and asks with a challenge, a state and a nonce', async () => {
    expect((await app.inject({ url: '/api/public/info' })).json().openId).toEqual({ name: 'Tài khoản tỉnh' });
    const asked = new URL((await begin()).location).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce'])
      expect(asked.get(name)?.length).toBeGreaterThan(20);
  });

  test('lets nobody in whom no administrator has allowed, whoever vouches for them', async () => {
    for (const who of [
      { sub: '1', preferred_username: 'hoa' },
      { sub: '2', email: 'hoa@hue.gov.vn', email_verified: true },
    ]) {
      const refused = await signIn(who);
      expect([refused.location, refused.session]).toEqual(['/?dang-nhap=unknown', undefined]);
    }
  });

  describe('once a name is allowed', () => {
    beforeAll(async () => {
      expect((await allow('hoa', 'Hoa@hue.gov.vn')).statusCode).toBe(200);
    });

    test.each<[string, Person, Spoiled]>([
      ['an address the provider has not verified', { sub: '1', email: 'hoa@hue.gov.vn' }, {}],
      [
        'a token for another program',
        { sub: '1', preferred_username: 'hoa@hue.gov.vn' },
        { audience: 'other' },
      ],
      ['a nonce of another attempt', { sub: '1', preferred_username: 'hoa@hue.gov.vn' }, { nonce: 'other' }],
      [
        'a signature by another key',
        { sub: '1', preferred_username: 'hoa@hue.gov.vn' },
        { foreignKey: true },
      ],
    ])('is refused with %s', async (_what, who, wrong) => {
      const refused = await signIn(who, wrong);
      expect(refused.location).toMatch(/^\/\?dang-nhap=(unknown|failed)$/);
      expect(refused.session).toBeUndefined();
    });

    test('is refused in a browser that did not begin, and with another state', async () => {
      const who = { sub: '1', preferred_username: 'hoa@hue.gov.vn' };
      const { location, cookies } = await begin();
      expect((await comeBack(provider.authorise(location, who), {})).location).toBe('/?dang-nhap=failed');
      const address = new URL(provider.authorise(location, who));
      address.searchParams.set('state', 'another');
      expect((await comeBack(address.href, cookies)).location).toBe('/?dang-nhap=failed');
    });

    test('opens the account with its own rights and no others, and knows the subject from then on', async () => {
      const first = await signIn({ sub: 'subject-1', email: 'hoa@hue.gov.vn', email_verified: true });
      expect(first.location).toBe('/');
      const view = await app.inject({
        url: '/api/session',
        cookies: { benvung_session: first.session ?? '' },
      });
      expect(view.json()).toMatchObject({ account: { username: 'hoa' }, roles: [{ role: 'officer' }] });
      expect((await signIn({ sub: 'subject-1' })).location).toBe('/');
      const namesake = await signIn({ sub: 'subject-2', email: 'hoa@hue.gov.vn', email_verified: true });
      expect(namesake.location).toBe('/?dang-nhap=unknown');
    });

    test('asks for the second factor as the password does', async () => {
      const { session = '' } = await signIn({ sub: 'subject-1' });
      const cookies = { benvung_session: session };
      const { csrfToken } = (await app.inject({ url: '/api/session', cookies })).json();
      const post = (url: string, payload: object) =>
        app.inject({ method: 'POST', url, payload, cookies, headers: { 'x-csrf-token': csrfToken } });
      const { secret } = (await post('/api/me/second-factor', { password: SAMPLE_PASSWORD })).json();
      const step = Math.floor(Date.parse(clock.now()) / 30_000);
      await post('/api/me/second-factor/confirmation', { code: codeAtStep(secret, step - 1) });
      const half = await signIn({ sub: 'subject-1' });
      expect([half.location, half.session]).toEqual(['/?dang-nhap=second-step', undefined]);
      const opened = await app.inject({
        method: 'POST',
        url: '/api/session/second-step',
        payload: { code: codeAtStep(secret, step + 1) },
        cookies: Object.fromEntries(half.answer.cookies.map(({ name, value }) => [name, value])),
      });
      expect(opened.json()).toMatchObject({ account: { username: 'hoa' } });
    });

    test('ends when the name is taken back', async () => {
      expect((await allow('hoa', null)).statusCode).toBe(200);
      expect((await signIn({ sub: 'subject-1' })).location).toBe('/?dang-nhap=unknown');
    });
  });
});

test('without a provider there is no such way in', async () => {
  const app = await buildApp({ database: {} as never, clock: machineClock('2024-10-15'), version: '0' });
  const answer = await app.inject({ url: '/api/session/open-id' });
  expect([answer.statusCode, answer.json().code]).toEqual([404, 'access.open-id-off']);
  await app.close();
});

test('a provider is named by a whole address and the name of this program there', () => {
  expect(readOpenIdSettings({})).toBeUndefined();
  expect(() => readOpenIdSettings({ BENVUNG_OPENID_ISSUER: 'https://id.example' })).toThrow(/CLIENT_ID/);
});
