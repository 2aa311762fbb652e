import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Role } from '@benvung/contract/access';
import { expect, test } from 'vitest';
import { doersOf } from '../../apps/web/src/features/review/task-doers.ts';
import { permissionMatrix } from './permission-matrix.ts';

/** The acts that end each task of the home page. */
const ENDED_BY: Readonly<Record<string, readonly string[]>> = {
  'round-not-begun': ['POST /api/round-opening'],
  'communes-not-begun': ['POST /api/round-opening'],
  'communes-to-lock': ['POST /api/years/:year/lock'],
  pending: ['POST /api/rounds/:id/entries/:householdId', 'POST /api/rounds/:id/totals'],
  'to-enter': ['POST /api/rounds/:id/entries/:householdId'],
  undetermined: ['POST /api/rounds/:id/entries/:householdId'],
  unverified: ['POST /api/rounds/:id/totals'],
  'not-recognised': ['POST /api/rounds/:id/submissions', 'POST /api/rounds/:id/recognitions'],
  'posting-photo': ['POST /api/review-postings/:id/photos'],
  grievances: ['POST /api/review-grievances/:id/acts'],
  'online-requests': ['POST /api/online-requests/:id/decision'],
  'to-meet': ['POST /api/rounds/:id/meetings'],
  'to-post': ['POST /api/review-postings'],
  'to-submit': ['POST /api/rounds/:id/submissions'],
  'to-recognise': ['POST /api/rounds/:id/recognitions'],
  opinion: ['POST /api/review-submissions/:id/opinion'],
  matches: ['POST /api/rounds/:id/matches/decisions'],
  'base-missing': ['POST /api/population-base'],
  ledger: ['POST /api/rounds/:id/missing', 'POST /api/rounds/:id/matches/decisions'],
  closable: ['POST /api/rounds/:id/close'],
};

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const source = readFileSync(join(root, 'apps/server/src/report/home-tasks.ts'), 'utf8');
const kinds = [...source.matchAll(/\badd\(\s*'([a-z-]+)'/gu)].map(([, kind]) => kind as string);

test('every task of the home page is held against the acts that end it', () => {
  expect([...new Set(kinds)].sort()).toEqual(Object.keys(ENDED_BY).sort());
});

test.each(Object.entries(ENDED_BY))('whose turn %s is may end it', (kind, acts) => {
  const task = { kind, text: '', dueOn: null, overdueDays: null, count: null, link: '' };
  const doers = doersOf(task, 'district');
  expect(doers).not.toBeNull();
  const may = acts.flatMap((act) => permissionMatrix[act] as readonly Role[]);
  expect(doers?.filter((role) => !may.includes(role))).toEqual([]);
});
