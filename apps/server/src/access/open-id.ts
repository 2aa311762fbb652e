import type { ProblemCode } from '@benvung/contract/problem-texts';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import * as client from 'openid-client';
import { environmentFailure } from '../platform/cli/command.ts';
import type { SecretBox } from '../platform/secret-box.ts';
import { instantAfter } from './session-life.ts';

/** The provider people of this server may sign in through. */
export interface OpenIdSettings {
  /** What the sign-in button calls it. */
  readonly name: string;
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  /** The claim that carries the name an administrator allows, beside a verified e-mail address. */
  readonly claim: string;
  /** The address people use, where it is not the one the server sees. */
  readonly publicUrl: string | undefined;
}

interface OpenIdEnvironment {
  readonly [name: string]: string | undefined;
}

/** `BENVUNG_OPENID_ISSUER` and its companions; undefined where no provider is named. */
export function readOpenIdSettings(environment: OpenIdEnvironment): OpenIdSettings | undefined {
  const issuer = environment.BENVUNG_OPENID_ISSUER;
  if (!issuer) return undefined;
  const clientId = environment.BENVUNG_OPENID_CLIENT_ID;
  if (!clientId || !URL.canParse(issuer))
    throw environmentFailure(
      'BENVUNG_OPENID_ISSUER phải là địa chỉ đầy đủ, kèm BENVUNG_OPENID_CLIENT_ID.',
      'BENVUNG_OPENID_ISSUER must be a whole address and needs BENVUNG_OPENID_CLIENT_ID',
    );
  return {
    name: environment.BENVUNG_OPENID_NAME || new URL(issuer).host,
    issuer: new URL(issuer),
    clientId,
    clientSecret: environment.BENVUNG_OPENID_CLIENT_SECRET || undefined,
    claim: environment.BENVUNG_OPENID_CLAIM || 'preferred_username',
    publicUrl: environment.BENVUNG_PUBLIC_URL?.replace(/\/$/u, '') || undefined,
  };
}

export const OPEN_ID_PATH = '/api/session/open-id';
export const OPEN_ID_COOKIE = 'benvung_openid';
export const OPEN_ID_SECONDS = 600;
const PURPOSE = 'open-id';
const LOCAL = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/u;

interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly redirectUri: string;
  readonly until: string;
}

export interface OpenId {
  /** Where to send the browser, and what its cookie keeps until it comes back. */
  begin(origin: string, now: string): Promise<{ location: string; sealed: string }>;
  /** Whom the provider vouches for. */
  finish(
    back: {
      readonly sealed: string | undefined;
      readonly query: Readonly<Record<string, string | undefined>>;
    },
    now: string,
  ): Promise<Result<ExternalPerson, Problem<ProblemCode>>>;
}

export interface ExternalPerson {
  readonly issuer: string;
  readonly subject: string;
  /** Names an administrator may have allowed, in lower case. */
  readonly names: readonly string[];
}

/** Signing in by authorization code with PKCE, state and nonce; what an attempt needs stays sealed in its browser. */
export function openIdOf(
  settings: OpenIdSettings,
  secrets: SecretBox,
  tell: (reason: string) => void,
): OpenId {
  let known: Promise<client.Configuration> | undefined;
  const configuration = () => {
    known ??= discover(settings).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  return {
    begin: async (origin, now) => {
      const attempt: Attempt = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
        redirectUri: new URL(`${settings.publicUrl ?? origin}${OPEN_ID_PATH}/return`).href,
        until: instantAfter(now, OPEN_ID_SECONDS * 1000),
      };
      const location = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: attempt.redirectUri,
        scope: 'openid profile email',
        code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
        state: attempt.state,
        nonce: attempt.nonce,
      });
      return { location: location.href, sealed: secrets.seal(JSON.stringify(attempt), PURPOSE) };
    },
    finish: async ({ sealed, query }, now) => {
      const text = secrets.open(sealed ?? '', PURPOSE);
      if (text === undefined) return refuse('access.open-id-failed');
      const attempt = JSON.parse(text) as Attempt;
      if (attempt.until <= now) return refuse('access.open-id-failed');
      const given = new URLSearchParams();
      for (const [name, value] of Object.entries(query)) if (value !== undefined) given.set(name, value);
      const back = new URL(`${attempt.redirectUri}?${given}`);
      try {
        const tokens = await client.authorizationCodeGrant(await configuration(), back, {
          pkceCodeVerifier: attempt.verifier,
          expectedState: attempt.state,
          expectedNonce: attempt.nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        return claims === undefined ? refuse('access.open-id-failed') : ok(personOf(claims, settings.claim));
      } catch (error) {
        // Whatever the provider or its answer lacked: nobody enters, and only the operator's log says what.
        tell(reasonOf(error));
        return refuse('access.open-id-failed');
      }
    },
  };
}

function discover({ issuer, clientId, clientSecret }: OpenIdSettings): Promise<client.Configuration> {
  const method = clientSecret === undefined ? client.None() : client.ClientSecretPost(clientSecret);
  const plain = issuer.protocol === 'http:' && LOCAL.test(issuer.hostname);
  return client.discovery(issuer, clientId, clientSecret, method, {
    timeout: 10,
    // The signature is checked too, and not only where the token came from.
    execute: [client.enableNonRepudiationChecks, ...(plain ? [client.allowInsecureRequests] : [])],
  });
}

/** The names of what went wrong, without anything a provider or a browser sent. */
function reasonOf(error: unknown): string {
  const { code, message, cause } = error as { code?: string; message?: string; cause?: { code?: string } };
  return [code, cause?.code, message].filter((part) => typeof part === 'string').join(': ');
}

function personOf(claims: client.IDToken, claim: string): ExternalPerson {
  const named = claims[claim];
  const isEmail = claim === 'email' ? claims.email_verified === true : true;
  const names = [
    ...(typeof named === 'string' && isEmail ? [named] : []),
    ...(typeof claims.email === 'string' && claims.email_verified === true ? [claims.email] : []),
  ];
  return {
    issuer: claims.iss,
    subject: claims.sub,
    names: names.map((name) => name.normalize('NFC').trim().toLowerCase()).filter((name) => name !== ''),
  };
}
