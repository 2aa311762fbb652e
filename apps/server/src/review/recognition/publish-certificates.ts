import { initialsOf } from '@benvung/domain/review/public/public-code';
import { nameInSentence } from '@benvung/domain/territory/unit-type';
import type { Db } from '../../platform/database/database.ts';
import { listUnitsInPlace } from '../../territory/territory.public.ts';
import { putCertificatePage } from '../public/public-page.store.ts';
import { putCertificates, type StoredCertificate } from './certificate.store.ts';

/** Keeps certificates, and what anyone who has a paper's number and code may see of it. */
export async function publishCertificates(
  db: Db,
  certificates: readonly StoredCertificate[],
  today: string,
): Promise<void> {
  await putCertificates(db, certificates);
  const communes = await listUnitsInPlace(
    db,
    [...new Set(certificates.map((one) => one.originCommuneId))],
    today,
  );
  const numbers = new Map(certificates.map(({ id, number }) => [id, number]));
  for (const one of certificates) {
    const commune = communes.get(one.originCommuneId)?.name ?? '';
    await putCertificatePage(db, {
      plainCode: one.code,
      subjectId: one.id,
      opensOn: one.issuedOn,
      originCommuneId: one.originCommuneId,
      scopePath: one.scopePath,
      content: {
        number: one.number,
        class: one.class,
        year: one.year,
        issuer: `UBND ${nameInSentence(commune)}`,
        initials: initialsOf(one.headName),
        state: one.state,
        endedOn: one.endedOn,
        replacedBy: one.replacedBy === null ? null : (numbers.get(one.replacedBy) ?? null),
      },
    });
  }
}
