import { createHash, timingSafeEqual } from 'node:crypto';
import type { CertificatePage, PaperVerified } from '@benvung/contract/review-public';
import { paperNumberKey } from '@benvung/domain/shared/printed-code';
import { verifyDocument } from '../../document/document.public.ts';
import { inAreaScope } from '../../platform/database/area-scope.ts';
import type { DatabaseHandle } from '../../platform/database/database.ts';
import { publicKeyOf } from './public-code.ts';
import { findPublicPage } from './public-page.store.ts';
import { publicWords } from './public-words.ts';

const NOT_FOUND: PaperVerified = {
  state: 'notFound',
  kind: null,
  number: null,
  year: null,
  issuer: null,
  initials: null,
  endedOn: null,
  replacedBy: null,
};

const bare = (code: string): string =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–.]/gu, '');

/** As long for a wrong text as for a right one. */
const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest());

/**
 * What a number and a code together say of a paper. The paper is found by the hash of its code and its number compared in
 * constant time: nothing tells a wrong number from a wrong code, and there is nothing to go through one by one.
 */
export async function verifyPaper(
  database: DatabaseHandle,
  { number, code }: { readonly number: string; readonly code: string },
  language: 'vi' | 'en',
): Promise<PaperVerified> {
  const page = await inAreaScope(database, { paths: [] }, (db) =>
    findPublicPage(db, 'certificate', publicKeyOf(bare(code))),
  );
  const known = page?.content;
  const same = isSame(paperNumberKey(number), paperNumberKey(known?.number ?? '-'));
  if (known !== undefined && same) return viewOf(known, language);
  const verdict = await inAreaScope(database, { paths: [] }, (db) => verifyDocument(db, { number, code }));
  if (verdict.standing === 'unknown') return NOT_FOUND;
  return {
    state: verdict.standing,
    kind: verdict.kindName[language],
    number: verdict.reference,
    year: Number(verdict.day.slice(0, 4)),
    issuer: verdict.issuer,
    initials: null,
    endedOn: verdict.endedOn,
    replacedBy: verdict.replacedBy,
  };
}

const viewOf = (page: CertificatePage, language: 'vi' | 'en'): PaperVerified => ({
  state: page.state,
  kind:
    page.class === 'POOR' || page.class === 'NEAR_POOR'
      ? publicWords[language][`certificate${page.class}`]
      : publicWords[language].certificate,
  number: page.number,
  year: page.year,
  issuer: page.issuer,
  initials: page.initials,
  endedOn: page.endedOn,
  replacedBy: page.replacedBy,
});
