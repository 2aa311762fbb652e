import type { FastifyServerOptions } from 'fastify';

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** JSON lines on stderr; passwords, cookies and tokens never reach them. */
export function logOptions(environment: { readonly BENVUNG_LOG?: string }): FastifyServerOptions['logger'] {
  const asked = environment.BENVUNG_LOG ?? 'warn';
  return {
    level: LEVELS.includes(asked) ? asked : 'warn',
    redact: ['req.headers.cookie', 'req.headers.authorization', 'req.headers["x-csrf-token"]'],
    stream: process.stderr,
  };
}
