import type { World } from '../permissions/world.ts';

/** Whoever asks the public pages, from an address of their own in a network (`10.1`) unless told; a form as a browser sends it. */
export function citizensOf(app: () => World['app'], network: string) {
  let address = 0;
  return (method: 'GET' | 'POST', url: string, form?: Record<string, string>, from?: string) => {
    address += 1;
    return app().inject({
      method,
      url,
      remoteAddress: from ?? `${network}.${address >> 8}.${address & 255}`,
      ...(form === undefined
        ? {}
        : {
            payload: new URLSearchParams(form).toString(),
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
          }),
    });
  };
}
