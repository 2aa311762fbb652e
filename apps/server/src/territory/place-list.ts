import type { ListRowProblem } from '@benvung/domain/territory/plan-territory-load';

/** A file of one dated list of places, and how it is to be taken. */
export interface PlaceListLoad {
  readonly path: string;
  /** Nothing is written; all else is the same. */
  readonly dryRun: boolean;
  /** Unit paths within which the loader may speak; null for the command line. */
  readonly areas: readonly string[] | null;
  readonly actor: string;
  readonly at: string;
}

/** What a file came to: written only when no row is wrong and it was no dry run. */
export interface PlaceListOutcome {
  readonly written: boolean;
  readonly rows: number;
  readonly added: number;
  readonly ended: number;
  readonly unchanged: number;
  readonly problems: readonly ListRowProblem[];
}

type Planned<Row> =
  | {
      readonly ok: true;
      readonly added: readonly Row[];
      readonly ended: readonly Row[];
      readonly unchanged: number;
    }
  | { readonly ok: false; readonly problems: readonly ListRowProblem[] };

interface ReadList<Row> {
  readonly rows: number;
  readonly problems: readonly ListRowProblem[];
  readonly plan: Planned<Row>;
  readonly dryRun: boolean;
  write(added: readonly Row[], ended: readonly Row[]): Promise<void>;
}

/** Writes what a list came to, all of it or, with a row wrong, nothing. */
export async function settlePlaceList<Row>(list: ReadList<Row>): Promise<PlaceListOutcome> {
  const { rows, plan, dryRun, write } = list;
  const problems = plan.ok ? list.problems : [...list.problems, ...plan.problems];
  if (!plan.ok || problems.length > 0)
    return { written: false, rows, added: 0, ended: 0, unchanged: 0, problems };
  const { added, ended, unchanged } = plan;
  const written = !dryRun && added.length + ended.length > 0;
  if (written) await write(added, ended);
  return { written, rows, added: added.length, ended: ended.length, unchanged, problems };
}
