import { receiveGrievance } from '../../apps/server/src/review/grievance/receive-grievance.ts';
import { insertPhoto } from '../../apps/server/src/review/posting/posting.store.ts';
import type { CrossAreaCases } from './cross-area-case.ts';
import {
  HEADS,
  hashOfPlan,
  POSTING_ROUND,
  prepareAgreedCases,
  prepareOpenPosting,
} from './prepare-posting.ts';
import type { World } from './world.ts';

const PHOTO = '00000000-0000-7000-8000-000000000282';
/** The smallest PNG: one dot. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);
const ABOUT = 'Hộ có trâu, bò chưa kê';
const made = { posting: '', grievance: '', hash: '', wrong: '' };

async function preparePosting(world: World): Promise<void> {
  if (made.posting !== '' && made.posting.startsWith(keyOf(world))) return;
  const posting = await prepareOpenPosting(world, 1);
  made.posting = keyOf(world) + posting.id;
  await insertPhoto(
    world.database.db,
    {
      originCommuneId: posting.originCommuneId,
      id: PHOTO,
      postingId: posting.id,
      place: 'UBND xã',
      mediaType: 'image/png',
      size: DOT.length,
      contentHash: 'a',
      addedBy: 'x',
      accountId: null,
      addedAt: '2024-10-15T02:00:00Z',
      scopePath: posting.scopePath,
    },
    DOT,
  );
  const received = await receiveGrievance(world.database.db, {
    posting,
    category: 'household',
    channel: 'office',
    number: 1,
    householdName: null,
    about: ABOUT,
    complainantName: null,
    phone: null,
    receiptCode: world.newId(),
    acting: { today: '2024-10-15', at: '2024-10-15T02:00:00.000Z', actor: 'x', accountId: null },
  });
  if (!received.ok) throw new Error(received.problem.code);
  made.grievance = received.value.id;
}

/** One world is prepared once; another database begins anew. */
const worlds = new WeakMap<World, string>();
function keyOf(world: World): string {
  const known = worlds.get(world) ?? world.newId();
  worlds.set(world, known);
  return known;
}
const postingId = () => made.posting.slice(36);

export const reviewPostingCases: CrossAreaCases = {
  'GET /api/review-postings': {
    prepare: preparePosting,
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/review-postings?unit=${places.otherVillage.id}&year=${POSTING_ROUND.year}`,
    }),
    expected: { refused: ['review.unit-not-found'] },
  },
  'GET /api/review-postings/plan': {
    prepare: (world) => prepareAgreedCases(world, 2),
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/review-postings/plan?round=${POSTING_ROUND.id}&village=${places.otherVillage.id}`,
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/review-postings': {
    prepare: async (world) => {
      await prepareAgreedCases(world, 3);
      made.hash = await hashOfPlan(world);
    },
    request: ({ newId, places }) => ({
      method: 'POST',
      url: '/api/review-postings',
      payload: {
        commandId: newId(),
        roundId: POSTING_ROUND.id,
        villageId: places.otherVillage.id,
        hash: made.hash,
        places: ['UBND xã'],
      },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'GET /api/review-postings/:id': {
    prepare: preparePosting,
    request: () => ({ method: 'GET', url: `/api/review-postings/${postingId()}` }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/review-postings/:id/withdrawal': {
    prepare: async (world) => {
      made.wrong = (await prepareOpenPosting(world, 7)).id;
    },
    request: ({ newId }) => ({
      method: 'POST',
      url: `/api/review-postings/${made.wrong}/withdrawal`,
      payload: { commandId: newId(), reason: 'nhầm danh sách' },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/review-postings/:id/sheet': {
    prepare: preparePosting,
    request: ({ newId }) => ({
      method: 'POST',
      url: `/api/review-postings/${postingId()}/sheet`,
      payload: { commandId: newId() },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/review-postings/:id/photos': {
    prepare: preparePosting,
    request: ({ newId }) => ({
      method: 'POST',
      url: `/api/review-postings/${postingId()}/photos?place=UBND&commandId=${newId()}`,
      payload: DOT,
      headers: { 'content-type': 'application/octet-stream' },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'GET /api/review-postings/:id/photos/:photoId': {
    prepare: preparePosting,
    request: () => ({ method: 'GET', url: `/api/review-postings/${postingId()}/photos/${PHOTO}` }),
    expected: { refused: ['shared.not-found'] },
  },
  'GET /api/review-grievances': {
    prepare: preparePosting,
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/review-grievances?unit=${places.otherVillage.id}&year=${POSTING_ROUND.year}`,
    }),
    expected: { refused: ['review.unit-not-found'] },
  },
  'GET /api/review-grievances/:id': {
    prepare: preparePosting,
    request: () => ({ method: 'GET', url: `/api/review-grievances/${made.grievance}` }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/review-grievances': {
    prepare: preparePosting,
    request: ({ newId }) => ({
      method: 'POST',
      url: '/api/review-grievances',
      payload: {
        commandId: newId(),
        postingId: postingId(),
        category: 'absent',
        channel: 'office',
        number: null,
        householdName: HEADS[0],
        about: ABOUT,
        complainantName: null,
        phone: null,
      },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/review-grievances/:id/acts': {
    prepare: preparePosting,
    request: ({ newId }) => ({
      method: 'POST',
      url: `/api/review-grievances/${made.grievance}/acts`,
      payload: {
        commandId: newId(),
        version: 1,
        act: { act: 'assign', verifier: { name: 'Vi Văn Thành', accountId: null } },
      },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/public/verification': {
    open: 'answers only what stands on a paper, to whoever holds both its number and its code',
  },
};
