import { receiveOnlineRequest } from '../../apps/server/src/review/request/receive-online-request.ts';
import { findUnitOn } from '../../apps/server/src/territory/territory.public.ts';
import type { CrossAreaCases } from './cross-area-case.ts';
import type { World } from './world.ts';

const HEAD = 'Hồ Thị Gửi Mạng';
const TODAY = '2024-10-15';
const made = new WeakMap<World, string>();

/** A household of "Xã Hương Phú" sent a request; each world holds one. */
async function prepareRequest(world: World): Promise<void> {
  if (made.has(world)) return;
  const { database, places } = world;
  const { db } = database;
  const sent = await receiveOnlineRequest(db, {
    commune: (await findUnitOn(db, places.otherCommune.id, TODAY))!,
    village: (await findUnitOn(db, places.otherVillage.id, TODAY))!,
    form: '01',
    head: HEAD,
    address: null,
    phone: '0912 345 678',
    identityNumber: null,
    asked: '',
    receiptKey: world.newId(),
    today: TODAY,
    at: `${TODAY}T02:00:00.000Z`,
    demonstration: false,
  });
  made.set(world, sent.id);
}

export const reviewOnlineRequestCases: CrossAreaCases = {
  'GET /api/online-requests': {
    prepare: prepareRequest,
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/online-requests?unit=${places.otherCommune.id}&year=2024`,
    }),
    expected: { refused: ['review.unit-not-found'] },
  },
  'GET /api/online-requests/:id': {
    prepare: prepareRequest,
    request: (world) => ({ method: 'GET', url: `/api/online-requests/${made.get(world)}` }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/online-requests/:id/decision': {
    prepare: prepareRequest,
    request: (world) => ({
      method: 'POST',
      url: `/api/online-requests/${made.get(world)}/decision`,
      payload: {
        commandId: world.newId(),
        version: 1,
        decision: { decision: 'refuse', reason: 'Hộ ở xã khác' },
      },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'PUT /api/online-request-channel': {
    request: ({ newId, places }) => ({
      method: 'PUT',
      url: '/api/online-request-channel',
      payload: { commandId: newId(), communeId: places.otherCommune.id, open: true },
    }),
    expected: { refused: ['review.unit-not-found'] },
  },
};
