import { LIST_PARTS, type ListPart, type PlanContent, type PlanRow } from './plan-structure.ts';

/** What two people wrote differently in the same place; `null` = that one deleted the row. */
export type PlanClash =
  | { readonly part: 'subject'; readonly mine: string; readonly theirs: string }
  | {
      readonly part: ListPart;
      readonly id: string;
      readonly mine: PlanRow | null;
      readonly theirs: PlanRow | null;
    };

export interface MergedPlan {
  /** Both people's changes; where they clash, mine. */
  readonly content: PlanContent;
  readonly clashes: readonly PlanClash[];
}

/** Two plans that grew out of `base`, row by row: what only one changed is taken from that one. */
export function mergePlans(base: PlanContent, mine: PlanContent, theirs: PlanContent): MergedPlan {
  const clashes: PlanClash[] = [];
  if (base.subject !== mine.subject && base.subject !== theirs.subject && mine.subject !== theirs.subject)
    clashes.push({ part: 'subject', mine: mine.subject, theirs: theirs.subject });
  const subject = base.subject === mine.subject ? theirs.subject : mine.subject;
  const lists = LIST_PARTS.map((part) => {
    const merged = mergeRows<PlanRow>(base[part], mine[part], theirs[part]);
    clashes.push(...merged.clashes.map((clash) => ({ part, ...clash })));
    return [part, merged.rows] as const;
  });
  const known = new Set([...base.leftOut, ...mine.leftOut].map(({ asked }) => asked));
  const leftOut = same(base.leftOut, mine.leftOut)
    ? theirs.leftOut
    : [...mine.leftOut, ...theirs.leftOut.filter(({ asked }) => !known.has(asked))];
  return { content: { ...mine, ...Object.fromEntries(lists), subject, leftOut }, clashes };
}

/** The plan with the other person's side of a clash. */
export function takeTheirs(content: PlanContent, clash: PlanClash): PlanContent {
  if (clash.part === 'subject') return { ...content, subject: clash.theirs };
  const { part, id, theirs } = clash;
  const rows: readonly PlanRow[] = content[part];
  const next =
    theirs === null
      ? rows.filter((row) => row.id !== id)
      : rows.some((row) => row.id === id)
        ? rows.map((row) => (row.id === id ? theirs : row))
        : [...rows, theirs];
  return { ...content, [part]: next };
}

interface MergedRows<Each> {
  readonly rows: readonly Each[];
  readonly clashes: readonly {
    readonly id: string;
    readonly mine: Each | null;
    readonly theirs: Each | null;
  }[];
}

/** Whether two rows, or two lists of them, say the same; keys may stand in another order. */
const same = (a: unknown, b: unknown): boolean => sorted(a) === sorted(b);
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, each) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );

function mergeRows<Each extends { readonly id: string }>(
  base: readonly Each[],
  mine: readonly Each[],
  theirs: readonly Each[],
): MergedRows<Each> {
  if (same(base, mine)) return { rows: theirs, clashes: [] };
  if (same(base, theirs)) return { rows: mine, clashes: [] };
  const find = (rows: readonly Each[], id: string) => rows.find((row) => row.id === id) ?? null;
  const clashes: { id: string; mine: Each | null; theirs: Each | null }[] = [];
  const rows = inOrder(mine, theirs).flatMap((id) => {
    const [was, own, other] = [find(base, id), find(mine, id), find(theirs, id)];
    if (same(own, was)) return other === null ? [] : [other];
    if (!same(other, was) && !same(other, own)) clashes.push({ id, mine: own, theirs: other });
    return own === null ? [] : [own];
  });
  return { rows, clashes };
}

/** My order, with each row that only the other one has after the row it follows there. */
function inOrder<Each extends { readonly id: string }>(
  mine: readonly Each[],
  theirs: readonly Each[],
): readonly string[] {
  const order = mine.map(({ id }) => id);
  theirs.forEach(({ id }, at) => {
    if (order.includes(id)) return;
    const before = theirs[at - 1]?.id;
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  });
  return order;
}
