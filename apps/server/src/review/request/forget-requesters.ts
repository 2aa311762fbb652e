import type { RetentionSweeper } from '../../platform/retention-sweeper.ts';
import { countRequesters, forgetRequesters } from './online-request.store.ts';

/** Who sent a request is forgotten some time after it was decided: what was taken in is in its case. */
export const requesterSweeper: RetentionSweeper<'onlineRequest'> = {
  kind: 'onlineRequest',
  label: 'Người gửi đề nghị trực tuyến đã được nhận hoặc từ chối (senders of decided online requests)',
  count: ({ db }, before) => countRequesters(db, before),
  sweep: ({ db }, before, at) => forgetRequesters(db, before, at),
};
