import { type ProblemDetails, problemDetails } from '@benvung/contract/shared';
import type { z } from 'zod';
import { getLanguage } from './i18n.ts';
import { reportNetworkBack, reportNetworkLost } from './network-state.ts';

/** The server refused, with its reason in the reader's language. */
export class ProblemError extends Error {
  readonly problem: ProblemDetails;
  constructor(problem: ProblemDetails) {
    super(`${problem.code}: ${problem.title}`);
    this.problem = problem;
  }
}

/** A refusal that asking again cannot change: missing, not allowed, malformed. */
export const isFinal = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.status < 500 && error.problem.status !== 429;

/** What was asked for does not exist for this reader, or its address is malformed. */
export const isMissing = (error: unknown): boolean =>
  error instanceof ProblemError && (error.problem.status === 404 || error.problem.status === 400);

/** The server was not reached. */
export class NetworkError extends Error {}

/** The server answered something the contract does not know: a fault of ours, never the person's. */
export class UnexpectedAnswerError extends Error {}

let csrfToken: string | null = null;
let onSignedOut: (() => void) | null = null;
let onRefused: ((code: string) => void) | null = null;

/** The token of the session view; sent with every act. */
export function setCsrfToken(token: string | null): void {
  csrfToken = token;
}

/** Called when the server no longer knows the session. */
export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

/** Called with the code of every refusal. */
export function whenRefused(listener: (code: string) => void): void {
  onRefused = listener;
}

export interface Ask {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  /** A file, sent as it is. */
  readonly bytes?: Blob;
  readonly signal?: AbortSignal;
}

function headersOf(ask: Ask): Headers {
  const headers = new Headers({ accept: 'application/json', 'accept-language': getLanguage() });
  if (ask.body !== undefined) headers.set('content-type', 'application/json');
  if (ask.bytes !== undefined) headers.set('content-type', 'application/octet-stream');
  if (ask.method !== undefined && ask.method !== 'GET' && csrfToken !== null) {
    headers.set('x-csrf-token', csrfToken);
  }
  return headers;
}

async function reach(path: string, ask: Ask): Promise<Response> {
  try {
    const response = await fetch(path, {
      method: ask.method ?? 'GET',
      headers: headersOf(ask),
      credentials: 'same-origin',
      ...(ask.body === undefined ? {} : { body: JSON.stringify(ask.body) }),
      ...(ask.bytes === undefined ? {} : { body: ask.bytes }),
      ...(ask.signal === undefined ? {} : { signal: ask.signal }),
    });
    reportNetworkBack();
    return response;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    reportNetworkLost();
    throw new NetworkError(path);
  }
}

async function refusal(response: Response): Promise<Error> {
  const body: unknown = await response.json().catch(() => null);
  const problem = problemDetails.safeParse(body);
  if (response.status === 401) onSignedOut?.();
  if (problem.success) onRefused?.(problem.data.code);
  return problem.success
    ? new ProblemError(problem.data)
    : new UnexpectedAnswerError(`${response.status} ${response.url}`);
}

/** Asks the server and reads the answer with the contract's schema. */
export async function request<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  ask: Ask = {},
): Promise<z.infer<Schema>> {
  const response = await reach(path, ask);
  if (!response.ok) throw await refusal(response);
  const answer = schema.safeParse(await response.json().catch(() => undefined));
  if (!answer.success) throw new UnexpectedAnswerError(`${path}: ${answer.error.message}`);
  return answer.data;
}

/** Asks for an act whose answer has no body. */
export async function send(path: string, ask: Ask): Promise<void> {
  const response = await reach(path, ask);
  if (!response.ok) throw await refusal(response);
}

export interface ReceivedFile {
  readonly name: string;
  readonly content: Blob;
}

/** Asks for a file; a refusal is told like any other instead of taking the reader to another page. */
export async function requestFile(path: string, ask: Ask = {}): Promise<ReceivedFile> {
  const response = await reach(path, ask);
  if (!response.ok) throw await refusal(response);
  const told = /filename\*=UTF-8''([^;]+)/u.exec(response.headers.get('content-disposition') ?? '');
  return { name: decodeURIComponent(told?.[1] ?? 'tep'), content: await response.blob() };
}

/** `?a=1&b=2` of what is there. */
export function query(values: Readonly<Record<string, string | number | null | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
