import { type ProblemCode, problemText } from '@benvung/contract/problem-texts';
import type { ProblemDetails } from '@benvung/contract/shared';
import type { Problem } from '@benvung/domain/shared/result';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from './language.ts';
import { problemStatus } from './problem-status.ts';

/** Answers with RFC 9457 problem details. */
export function replyWithProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Problem<ProblemCode>,
  errors?: ProblemDetails['errors'],
): FastifyReply {
  const status = problemStatus[problem.code];
  const body: ProblemDetails = {
    type: `urn:benvung:problem:${problem.code}`,
    title: problemText(problem, languageOf(request)),
    status,
    code: problem.code,
    instance: request.url.split('?')[0] ?? '/',
    ...(problem.detail === undefined ? {} : { values: problem.detail }),
    ...(errors === undefined ? {} : { errors }),
  };
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(body);
}

/** Carries a refusal out of a transaction, so that nothing of it is kept. */
export class Refusal extends Error {
  readonly problem: Problem<ProblemCode>;
  constructor(problem: Problem<ProblemCode>) {
    super(problem.code);
    this.problem = problem;
  }
}
