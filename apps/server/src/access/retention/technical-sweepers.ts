import type { RetentionSweeper } from '../../platform/retention-sweeper.ts';
import { countOld, deleteOld, type OldRows } from './retention.store.ts';

const sweeperOf = <Kind extends string>(
  kind: Kind,
  label: string,
  rows: OldRows,
): RetentionSweeper<Kind> => ({
  kind,
  label,
  count: ({ db }, before) => countOld(db, rows, before),
  sweep: ({ db }, before) => deleteOld(db, rows, before),
});

/** What the running of the system leaves behind. */
export const technicalSweepers = [
  sweeperOf('session', 'phiên làm việc đã hết (ended sessions)', 'session'),
  sweeperOf('signInLock', 'lần đăng nhập hỏng (failed sign-ins)', 'signInLock'),
  sweeperOf('commandReceipt', 'biên nhận lệnh (receipts of commands)', 'commandReceipt'),
  sweeperOf('job', 'việc chạy nền đã xong (finished jobs)', 'job'),
] as const;
