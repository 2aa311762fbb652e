import { lazyRouteComponent } from '@tanstack/react-router';
import { lookForServer } from '../platform/network-state.ts';

/** The file of a page could not be fetched because the server is not reached. */
export class PageUnreachedError extends Error {}

/**
 * A page fetched when it is first opened. A file that is gone though the server is there (a new release) stays the
 * router's matter, which loads everything anew.
 */
export function lazyPage<Module extends Record<string, unknown>, Name extends keyof Module & string>(
  load: () => Promise<Module>,
  name: Name,
) {
  const reached = (): Promise<Module> =>
    load().catch(async (error: unknown) => {
      throw (await lookForServer()) ? error : new PageUnreachedError();
    });
  return lazyRouteComponent(reached, name);
}
