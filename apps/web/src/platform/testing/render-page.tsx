import { HeadlessMantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';

// jsdom has no screen to scroll.
window.scrollTo = () => undefined;

/** Renders a part of a page with what every page has: the kit, a cache, addresses. */
export async function renderPart(part: ReactNode): Promise<void> {
  const root = createRootRoute({ component: () => part });
  const routes = ['/', '/ho', '/ho/$id', '/bieu', '/bieu/$so'].map((path) =>
    createRoute({ getParentRoute: () => root, path, component: () => null }),
  );
  const router = createRouter({
    routeTree: root.addChildren(routes),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  await router.load();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <HeadlessMantineProvider env="test">
      <QueryClientProvider client={client}>
        {/* biome-ignore lint/suspicious/noExplicitAny: a small tree of its own, not the registered one */}
        <RouterProvider router={router as any} />
      </QueryClientProvider>
    </HeadlessMantineProvider>,
  );
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A network that answers from a table; everything asked is kept, an unknown address is an error. */
export function fakeNetwork(answers: Readonly<Record<string, (asked: Asked) => Response>>): {
  readonly fetch: typeof fetch;
  readonly asked: Asked[];
} {
  const asked: Asked[] = [];
  const answer = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const path = String(input);
    const method = init?.method ?? 'GET';
    const one: Asked = {
      method,
      path,
      headers: new Headers(init?.headers),
      body: init?.body === undefined ? null : JSON.parse(String(init.body)),
    };
    asked.push(one);
    const found = answers[`${method} ${path}`];
    if (found === undefined) throw new Error(`nothing answers ${method} ${path}`);
    return found(one);
  };
  return { fetch: answer as typeof fetch, asked };
}

export const answerWith = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

export const refuseWith = (status: number, code: string, title: string): Response =>
  answerWith({ type: 'about:blank', title, status, code }, status);
