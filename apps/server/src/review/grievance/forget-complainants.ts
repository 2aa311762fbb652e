import type { RetentionSweeper } from '../../platform/retention-sweeper.ts';
import { countComplainants, forgetComplainants } from './grievance.store.ts';

/** Who complained is forgotten some time after the answer; what was found and answered stays. */
export const complainantSweeper: RetentionSweeper<'grievance'> = {
  kind: 'grievance',
  label: 'Người gửi phản ánh đã được trả lời (complainants of answered grievances)',
  count: ({ db }, before) => countComplainants(db, before),
  sweep: ({ db }, before, at) => forgetComplainants(db, before, at),
};
