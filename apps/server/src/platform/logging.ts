import type { FastifyServerOptions } from 'fastify';

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** JSON lines on stderr; passwords, cookies, tokens and what was searched for never reach them. */
export function logOptions(
  environment: { readonly BENVUNG_LOG?: string },
  stream: { write(line: string): void } = process.stderr,
): FastifyServerOptions['logger'] {
  const asked = environment.BENVUNG_LOG ?? 'warn';
  return {
    level: LEVELS.includes(asked) ? asked : 'warn',
    // An address may carry a name that is looked for, or a code of signing in: only its path is written down.
    serializers: {
      req: ({ method, url, ip }: { method: string; url: string; ip: string }) => ({
        method,
        url: url.split('?')[0],
        ip,
      }),
    },
    redact: ['req.headers.cookie', 'req.headers.authorization', 'req.headers["x-csrf-token"]'],
    stream,
  };
}
