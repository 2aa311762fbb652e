import type { Db } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import type { UnitOnDay } from '../../territory/territory.public.ts';
import { findPublicPage, putPublicPage } from '../public/public-page.store.ts';
import { hasOfficer } from './online-request.store.ts';

const codeOf = (communeId: number): string => `request-channel-${communeId}`;

/** Whether the commune keeps the channel open; one that never said does. */
export const isChannelOpen = async (db: Db, communeId: number): Promise<boolean> =>
  (await findPublicPage(db, 'requestChannel', codeOf(communeId)))?.content.open ?? true;

/** Whether a request may be sent to the commune now: the channel is open and somebody is there to read it. */
export const takesRequests = async (db: Db, communeId: number): Promise<boolean> =>
  (await isChannelOpen(db, communeId)) && (await hasOfficer(db, communeId));

/** Opens or closes the channel; what was sent before stays at the desk. */
export const setChannel = (
  db: Db,
  { id, path }: Pick<UnitOnDay, 'id' | 'path'>,
  { open, today }: { readonly open: boolean; readonly today: string },
): Promise<void> =>
  putPublicPage(db, 'requestChannel', {
    code: codeOf(id),
    subjectId: newId(),
    opensOn: today,
    endsOn: null,
    content: { open },
    originCommuneId: id,
    scopePath: path,
  });
