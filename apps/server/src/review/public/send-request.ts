import type { RequestPage } from '@benvung/contract/review-public';
import { isConcluded } from '@benvung/domain/review/case/case-state';
import { requestStepOf } from '@benvung/domain/review/request/decide-online-request';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import { writeAudit } from '../../platform/audit/audit.store.ts';
import { inAreaScope } from '../../platform/database/area-scope.ts';
import type { PageContext } from '../../platform/http/define-page.ts';
import {
  findUnitByCodeOn,
  listUnitsUnder,
  searchUnitsOn,
  type UnitOnDay,
} from '../../territory/territory.public.ts';
import { findCase } from '../case/case.store.ts';
import { findOnlineRequest } from '../request/online-request.store.ts';
import { receiveOnlineRequest } from '../request/receive-online-request.ts';
import { takesRequests } from '../request/request-channel.ts';
import { publicKeyOf, receiptCodeOf } from './public-code.ts';
import { findPublicPage } from './public-page.store.ts';
import type { RequestCommune, RequestRead } from './request-form.ts';
import { CITIZEN } from './send-grievance.ts';

type Asked = Pick<PageContext, 'database' | 'clock'>;

export interface NamedCommune {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
}

const MOST_COMMUNES = 20;

/** Communes of today whose name is like what was typed. */
export async function findCommunesNamed({ database, clock }: Asked, sought: string): Promise<NamedCommune[]> {
  const found = await inAreaScope(database, { paths: [] }, (db) =>
    searchUnitsOn(db, {
      day: clock.today(),
      key: searchKey(sought),
      level: 'commune',
      limit: MOST_COMMUNES,
    }),
  );
  return found.flatMap(({ code, name, parentName }) =>
    code === null ? [] : [{ code, name, parent: parentName }],
  );
}

/** The commune that bears the official code today, its villages, and whether it takes requests here. */
export async function findRequestCommune(
  { database, clock }: Asked,
  code: string,
): Promise<(RequestCommune & { readonly open: boolean }) | undefined> {
  if (!/^\d{5}$/u.test(code)) return undefined;
  const day = clock.today();
  return inAreaScope(database, { paths: [] }, async (db) => {
    const unit = await findUnitByCodeOn(db, { code, level: 'commune', day });
    if (unit === undefined) return undefined;
    const villages = await listUnitsUnder(db, { path: unit.path, level: 'village', day });
    return { unit, villages, open: await takesRequests(db, unit.id) };
  });
}

/**
 * Takes in what a household sent, in a transaction that sees its commune and nothing else. The form's own token makes the
 * receipt's code, so that a form sent twice gives one request and one receipt.
 * @returns the receipt code.
 */
export async function sendRequest(
  { database, clock }: Asked,
  told: {
    readonly commune: UnitOnDay;
    readonly read: RequestRead;
    readonly token: string;
    readonly length: number;
  },
): Promise<string> {
  const { commune, read } = told;
  const code = receiptCodeOf(told.token, told.length);
  if ((await findRequestReceipt({ database }, code)) !== undefined) return code;
  const at = clock.now();
  await inAreaScope(database, { paths: [commune.path] }, async (db) => {
    const { id, number, form, scopePath } = await receiveOnlineRequest(db, {
      ...read,
      commune,
      receiptKey: publicKeyOf(code),
      today: clock.today(),
      at,
      demonstration: clock.fixed,
    });
    await writeAudit(db, { accountId: null, actor: CITIZEN, at }, [
      {
        act: 'review.receive-online-request',
        subject: { kind: 'onlineRequest', id },
        scopePath,
        detail: { number, form },
      },
    ]);
  });
  return code;
}

/** What the holder of a receipt may see of a request; whether its review has ended is looked up where it is kept. */
export async function findRequestReceipt(
  { database }: Pick<PageContext, 'database'>,
  code: string,
): Promise<RequestPage | undefined> {
  const page = await inAreaScope(database, { paths: [] }, (db) =>
    findPublicPage(db, 'request', publicKeyOf(code)),
  );
  if (page === undefined || page.content.step !== 'takenIn') return page?.content;
  return inAreaScope(database, { paths: [page.scopePath] }, async (db) => {
    const request = await findOnlineRequest(db, page.subjectId);
    const subject = request?.caseId == null ? undefined : await findCase(db, request.caseId);
    const endedOn = subject !== undefined && isConcluded(subject.standing.state) ? subject.lastOn : null;
    return { ...page.content, step: requestStepOf('accepted', endedOn), endedOn };
  });
}
