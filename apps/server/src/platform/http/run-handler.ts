import type { ProblemCode } from '@benvung/contract/problem-texts';
import { type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { writeAudit } from '../audit/audit.store.ts';
import { type AuditNote, NATION_PATH } from '../audit/audit-entry.ts';
import { type AreaScope, narrowingStatements } from '../database/area-scope.ts';
import type { Db, Session } from '../database/database.ts';
import { receiptKeeperOf } from './command-receipt.ts';
import type { HttpBase } from './http-base.ts';
import { languageOf } from './language.ts';
import { type Access, areasOf, scopeInForce } from './principal.ts';
import { Refusal } from './problem-reply.ts';
import type { BeforeContext, OwnTransactionContext, RouteContext, RouteInput } from './route-declaration.ts';
import { setOwnCookie, setSessionCookie } from './session-cookie.ts';

type AnyResult = Result<unknown, Problem<ProblemCode>>;
type AnyInput = RouteInput<unknown, unknown, unknown>;

interface AnyRoute {
  readonly method: string;
  readonly path: string;
  readonly access: Access;
  readonly act?: string;
  readonly transaction?: 'scoped' | 'unnarrowed' | 'own';
  before?(context: BeforeContext, input: AnyInput): Promise<AnyResult>;
  handler(context: unknown, input: AnyInput): Promise<AnyResult>;
}

export async function runHandler(
  base: HttpBase,
  route: AnyRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<AnyResult> {
  const input: AnyInput = { params: request.params, query: request.query, body: request.body };
  const { clock, version, database } = base.parts;
  const scope = scopeInForce(request.principal, route.access);
  const areas = areasOf(scope);
  const language = languageOf(request);
  // `authorise` saw to the principal
  const origin = `${request.protocol}://${request.host}`;
  const call = { principal: request.principal, areas, clock, version, language, origin } as CallParts;
  if (route.transaction === 'own') {
    const context: OwnTransactionContext = {
      ...call,
      database,
      address: request.ip,
      userAgent: request.headers['user-agent'] ?? '',
      cookie: (name) => request.cookies[name],
      setCookie: (name, value, life) => setOwnCookie(request, reply, { name, value, ...life }),
      setSessionToken: (token) => setSessionCookie(request, reply, token),
    };
    return route.handler(context, input);
  }
  try {
    const prepared = await route.before?.({ ...call, database } as BeforeContext, input);
    if (prepared?.ok === false) return prepared;
    return await runInOneTransaction(base, { route, scope }, call, input);
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    if (isOutsideArea(error)) return refuse('shared.outside-area');
    throw error;
  }
}

/** The database refused a row outside the areas in force that the handler had not noticed. */
const isOutsideArea = (error: unknown): boolean =>
  error instanceof Error && /violates row-level security policy/.test(error.message);

type CallParts = Pick<RouteContext, 'principal' | 'areas' | 'clock' | 'version' | 'language' | 'origin'>;

async function runInOneTransaction(
  base: HttpBase,
  { route, scope }: { readonly route: AnyRoute; readonly scope: AreaScope },
  call: CallParts,
  input: AnyInput,
): Promise<AnyResult> {
  const notes: AuditNote[] = [];
  const later: (() => void)[] = [];
  const accountId = call.principal?.accountId ?? null;
  const opening = route.transaction === 'unnarrowed' ? [] : narrowingStatements(scope);
  const work = async (session: Session, db: Db): Promise<AnyResult> => {
    const receipt = receiptKeeperOf(
      db,
      { act: route.act ?? route.path, accountId, at: call.clock.now() },
      input,
    );
    const before = await receipt?.find();
    if (before !== undefined) return before;
    const context: RouteContext = {
      ...call,
      db,
      session,
      audit: (note) => notes.push(note),
      afterCommit: (work) => later.push(work),
    };
    const outcome = await route.handler(context, input);
    if (!outcome.ok) throw new Refusal(outcome.problem);
    if (notes.length === 0 && route.method !== 'GET' && route.act !== undefined)
      notes.push({ act: route.act });
    const home = call.areas[0] ?? NATION_PATH;
    const placed = notes.map((note) => ({ ...note, scopePath: note.scopePath ?? home }));
    await receipt?.keep(outcome.value);
    const actor = call.principal?.username ?? 'public';
    if (placed.length > 0) await writeAudit(db, { accountId, actor, at: call.clock.now() }, placed);
    return outcome;
  };
  const result = await base.parts.database.withSession(work, opening);
  for (const afterwards of later) afterwards();
  return result;
}
