import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** True for an address that a screen of the web app answers, and not the API. */
export const isScreenAddress = (method: string, url: string): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  !/^\/(api|healthz)(\/|\?|$)/.test(url) &&
  !/\.\w+$/.test(url.split('?', 1)[0] ?? '');

/**
 * Serves the built web app; every other screen address gets its first page. Hashed assets are kept by
 * browsers for a year, the page itself is asked for each time.
 */
export async function serveWebFiles(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    cacheControl: false,
    setHeaders: (response, path) => {
      const immutable = path.includes(`${join(folder, 'assets')}`);
      response.setHeader('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
