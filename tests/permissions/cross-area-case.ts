import type { SignedIn } from '../../apps/server/src/access/testing/signed-in.ts';
import type { World } from './world.ts';

type AskedRequest = Parameters<SignedIn>[0];

/**
 * What keeps one endpoint within a person's area. Every declared route has exactly one, in
 * `tests/permissions/<feature>.cases.ts`, under "METHOD /path" as declared.
 */
export type CrossAreaCase =
  /** Holds nothing of any area: says why. */
  | { readonly open: string }
  | {
      /** Writes what the request is about, all of it in "Xã Hương Phú". */
      prepare?(world: World): Promise<void>;
      /** A request about "Xã Hương Phú" that its own officer may make. */
      request(world: World): AskedRequest;
      /** Whose act it is; the commune's own people unless told. */
      readonly by?: 'superior';
      /**
       * How a person of another commune is kept out: `refused`, with one of the given problem codes; or `hidden`,
       * an ordinary answer without any of these texts, each of which the owner's answer holds.
       */
      readonly expected:
        | { readonly refused: readonly string[] }
        | { readonly hidden: (world: World) => readonly string[] };
    };

export type CrossAreaCases = Readonly<Record<string, CrossAreaCase>>;
