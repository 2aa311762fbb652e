import { RECEIPT_CODE_LENGTH } from '@benvung/domain/review/public/public-code';
import type { Db } from '../../platform/database/database.ts';
import { findUnitOn, listUnitsUnder } from '../../territory/territory.public.ts';
import { newPublicCode, publicKeyOf } from '../public/public-code.ts';
import { receiveOnlineRequest } from './receive-online-request.ts';

/** For the demonstration: a household of the commune's first village asked to be reviewed on the public page. */
export async function showOnlineRequest(
  db: Db,
  {
    communeId,
    today,
    ...sent
  }: {
    readonly communeId: number;
    readonly today: string;
    readonly at: string;
    readonly head: string;
    readonly phone: string;
    readonly asked: string;
  },
): Promise<void> {
  const commune = await findUnitOn(db, communeId, today);
  const [village] =
    commune === undefined
      ? []
      : await listUnitsUnder(db, { path: commune.path, level: 'village', day: today });
  if (commune === undefined || village === undefined) throw new Error(`No village under ${communeId}.`);
  await receiveOnlineRequest(db, {
    ...sent,
    commune,
    village,
    today,
    form: '01',
    address: null,
    identityNumber: null,
    receiptKey: publicKeyOf(newPublicCode(RECEIPT_CODE_LENGTH)),
    demonstration: true,
  });
}
