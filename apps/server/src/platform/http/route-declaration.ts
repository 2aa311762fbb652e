import type { Language, ProblemCode } from '@benvung/contract/problem-texts';
import type { Problem, Result } from '@benvung/domain/shared/result';
import type { z } from 'zod';
import type { AuditNote } from '../audit/audit-entry.ts';
import type { Clock } from '../clock.ts';
import type { DatabaseHandle, Db, Session } from '../database/database.ts';
import type { Access, Principal } from './principal.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface CallContext<A extends Access> {
  /** Who calls; null only on a public route. */
  readonly principal: A extends 'public' ? Principal | null : Principal;
  /** The unit paths the caller may see or change by this route (see `areasInForce`). */
  readonly areas: readonly string[];
  readonly clock: Clock;
  readonly version: string;
  /** What the reader wants sentences in. */
  readonly language: Language;
  /** Scheme and host the browser asked for, e.g. `https://benvung.gov.vn`. */
  readonly origin: string;
}

/** What a handler works with: one transaction that only holds rows of `areas`. */
export interface RouteContext<A extends Access = Access> extends CallContext<A> {
  readonly db: Db;
  /** The same transaction for `COPY` and plain SQL. */
  readonly session: Session;
  /** Leaves an entry in the log, in the same transaction. An unsafe route that says nothing leaves its `act`. */
  audit(note: AuditNote): void;
  /** Runs after the transaction was committed (waking a job, for instance); not at all when it was refused. */
  afterCommit(work: () => void): void;
}

/** What works before a handler's transaction; it narrows by itself. */
export interface BeforeContext<A extends Access = Access> extends CallContext<A> {
  readonly database: DatabaseHandle;
}

/** What a handler with `transaction: 'own'` works with: it opens, narrows and audits by itself. */
export interface OwnTransactionContext<A extends Access = Access> extends BeforeContext<A> {
  /** Of whoever asks; for limits alone. */
  readonly address: string;
  /** What the browser calls itself. */
  readonly userAgent: string;
  cookie(name: string): string | undefined;
  /** A cookie scripts cannot read, for that path and so many seconds; null removes it. */
  setCookie(name: string, value: string | null, life: { path: string; seconds: number }): void;
  /** Sets the session cookie, or removes it when null. */
  setSessionToken(token: string | null): void;
}

export interface RouteInput<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
}

interface RouteBase<A extends Access, P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R> {
  readonly method: Method;
  /** Fastify's form: `/api/households/:id`. */
  readonly path: string;
  readonly access: A;
  /** One line for the API document, Vietnamese first. */
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  /** A command's body extends `commandBase`: the same `commandId` twice gives the first outcome. */
  readonly body?: B;
  /** The view; `fileResponse` for a download; `redirectResponse` to send the browser on; nothing for 204. */
  readonly response?: R;
  /** 200, or 201 for something created, when there is a response. */
  readonly status?: 200 | 201 | 202;
  /** The name of the act in the log; every unsafe route has one, and a GET that reads sensitive fields. */
  readonly act?: string;
  /** Bytes; 1 MiB unless told. */
  readonly bodyLimit?: number;
  /** Instead of the limit of the route's class (see `rate-limits.ts`). */
  readonly rateLimit?: { readonly max: number; readonly seconds: number };
  /** Open also to someone who must first change a password or set up a second factor. */
  readonly whilePending?: true;
}

type Outcome<R extends z.ZodType> = Promise<Result<z.output<R>, Problem<ProblemCode>>>;

export type RouteDeclaration<
  A extends Access,
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
> = RouteBase<A, P, Q, B, R> &
  (
    | {
        /**
         * `unnarrowed`: the transaction sees every row and the tables the narrowed role may not read (passwords,
         * sessions); the handler itself checks `areas`. For `access` alone.
         */
        readonly transaction?: 'scoped' | 'unnarrowed';
        /** Short transactions of its own before the handler's: a large file is kept in pieces. Nothing of it may matter alone. */
        before?(
          context: BeforeContext<A>,
          input: RouteInput<z.output<P>, z.output<Q>, z.output<B>>,
        ): Promise<Result<unknown, Problem<ProblemCode>>>;
        handler(
          context: RouteContext<A>,
          input: RouteInput<z.output<P>, z.output<Q>, z.output<B>>,
        ): Outcome<R>;
      }
    | {
        readonly transaction: 'own';
        handler(
          context: OwnTransactionContext<A>,
          input: RouteInput<z.output<P>, z.output<Q>, z.output<B>>,
        ): Outcome<R>;
      }
  );

/** What the application knows of a declared route; tests walk them all. */
export interface DeclaredRoute {
  readonly method: Method;
  readonly path: string;
  readonly access: Access;
  readonly act: string | null;
  readonly summary: string;
  readonly takesCommand: boolean;
  readonly transaction: 'scoped' | 'unnarrowed' | 'own';
}
