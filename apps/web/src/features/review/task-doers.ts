import type { Role } from '@benvung/contract/access';
import type { HomeView } from '@benvung/contract/review';

type Task = HomeView['tasks'][number];

const RECORDING: readonly Role[] = ['officer', 'administrator'];
const ANSWERING: readonly Role[] = ['officer', 'enumerator'];
const SUPERIOR: readonly Role[] = [];

/** Whose turn a task of the review is: the roles whose acts end it (docs/permissions.md). Other tasks are the reader's own. */
const DOERS: Readonly<Record<string, readonly Role[]>> = {
  'round-not-begun': ['officer', 'approver', 'administrator'],
  'communes-not-begun': ['officer', 'approver', 'administrator'],
  'communes-to-lock': ['approver', 'administrator'],
  pending: ANSWERING,
  'to-enter': ANSWERING,
  undetermined: ANSWERING,
  unverified: ANSWERING,
  'not-recognised': ['approver', 'officer'],
  'posting-photo': ANSWERING,
  grievances: ANSWERING,
  'online-requests': ['officer'],
  'to-meet': ANSWERING,
  'to-post': ['officer', 'administrator'],
  'to-submit': ['officer', 'approver'],
  'to-recognise': ['approver'],
  opinion: ['approver'],
  matches: RECORDING,
  'base-missing': RECORDING,
  ledger: RECORDING,
  closable: RECORDING,
};

/** Who ends a task; empty when it is the superior's, nothing when it is anybody's who reads it. */
export function doersOf({ kind }: Task, level: HomeView['unit']['level']): readonly Role[] | null {
  if (kind === 'opinion' && (level === 'commune' || level === 'village')) return SUPERIOR;
  return DOERS[kind] ?? null;
}

/** Whether it is the reader's turn. */
export function isOwnTurn(task: Task, level: HomeView['unit']['level'], held: ReadonlySet<Role>): boolean {
  return doersOf(task, level)?.some((role) => held.has(role)) ?? true;
}
