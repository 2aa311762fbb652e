import type { DocumentProblemCode } from '@benvung/domain/document/problems';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { certificateAfter, certificateNumber } from '@benvung/domain/review/recognition/recognition';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { HouseholdClass } from '@benvung/domain/standard/household-class';
import type { Db } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Acting } from '../case/take-case-steps.ts';
import { newPublicCode } from '../public/public-code.ts';
import { lockRound } from '../review-round.store.ts';
import {
  findCertificate,
  lastSeries,
  listValidCertificates,
  lockCertificate,
  putRenewals,
  type Renewal,
  type StoredCertificate,
} from './certificate.store.ts';
import { makeCertificatePapers } from './certificate-papers.ts';
import {
  findDecision,
  type ListedHousehold,
  listDecisionHouseholds,
  type StoredDecision,
} from './decision.store.ts';
import { publishCertificates } from './publish-certificates.ts';

type Refused = Problem<ReviewProblemCode | DocumentProblemCode | 'shared.not-found'>;

/** Letters of the code printed beside a number. */
const CODE_LENGTH = 8;

export interface Issued {
  readonly decision: StoredDecision;
  readonly issued: number;
  readonly renewed: number;
  readonly ended: number;
}

/**
 * Certificates of a decision: a new one for who is new or changed class, a line on the yearly table of who stays, an end
 * for who left. Asked for twice, the second time does nothing.
 */
export async function issueCertificates(
  db: Db,
  { decisionId, acting }: { readonly decisionId: string; readonly acting: Acting },
): Promise<Result<Issued, Refused>> {
  const decision = await findDecision(db, decisionId);
  const round = decision === undefined ? undefined : await lockRound(db, decision.roundId);
  if (decision === undefined || round === undefined) return refuse('shared.not-found');
  const households = oneEach(await listDecisionHouseholds(db, decision));
  const held = new Map(
    (
      await listValidCertificates(
        db,
        households.map(({ householdId }) => householdId),
      )
    ).map((one) => [one.householdId, one]),
  );
  let series = await lastSeries(db, decision.originCommuneId, decision.year);
  const issued: StoredCertificate[] = [];
  const put: StoredCertificate[] = [];
  const renewals: (Renewal & { certificate: StoredCertificate })[] = [];
  const told = { issued: 0, renewed: 0, ended: 0 };
  for (const household of households) {
    const before = held.get(household.householdId);
    if (before?.decisionId === decision.id) continue;
    const of = household.class as HouseholdClass;
    const outcome = certificateAfter(of, before);
    const line = {
      year: decision.year,
      class: of,
      decisionNumber: decision.number,
      decidedOn: decision.decidedOn,
      actor: acting.actor,
    };
    if (outcome === 'renew' && before !== undefined) {
      renewals.push({ certificate: before, ...line });
      told.renewed += 1;
    }
    if (outcome === 'expire' && before !== undefined) {
      put.push(
        ended(before, {
          state: 'expired',
          reason: `Quyết định ${decision.number}`,
          acting,
          replacedBy: null,
        }),
      );
      told.ended += 1;
    }
    if (outcome !== 'issue' && outcome !== 'replace') continue;
    series += 1;
    const certificate = certificateOf(household, { decision, series, acting });
    issued.push(certificate);
    renewals.push({ certificate, ...line });
    told.issued += 1;
    if (outcome === 'replace' && before !== undefined)
      put.push(
        ended(before, {
          state: 'replaced',
          reason: `Quyết định ${decision.number}`,
          acting,
          replacedBy: certificate.id,
        }),
      );
  }
  const papers = await makeCertificatePapers(db, issued, { decision, acting });
  if (!papers.ok) return papers;
  await publishCertificates(db, [...papers.value, ...put], acting.today);
  await putRenewals(db, renewals);
  return ok({ decision, ...told });
}

/** A household stands in two lists when it leaves one class for the other: it is one household. */
function oneEach(households: readonly ListedHousehold[]): ListedHousehold[] {
  const known = new Map<string, ListedHousehold>();
  for (const household of households)
    if (household.list !== 'REFUSED')
      known.set(household.householdId, known.get(household.householdId) ?? household);
  return [...known.values()];
}

function certificateOf(
  household: ListedHousehold,
  { decision, series, acting }: { decision: StoredDecision; series: number; acting: Acting },
): StoredCertificate {
  return {
    originCommuneId: decision.originCommuneId,
    id: newId(),
    householdOrigin: household.householdOrigin,
    householdId: household.householdId,
    caseId: household.caseId,
    decisionId: decision.id,
    year: decision.year,
    series,
    number: certificateNumber(series),
    code: newPublicCode(CODE_LENGTH),
    class: household.class as HouseholdClass,
    headName: household.head,
    state: 'valid',
    issuedOn: acting.today,
    issuedBy: acting.actor,
    endedOn: null,
    endedReason: null,
    endedBy: null,
    replacedBy: null,
    documentId: null,
    version: 1,
    scopePath: household.scopePath,
  };
}

interface End {
  readonly state: StoredCertificate['state'];
  readonly reason: string;
  readonly acting: Acting;
  readonly replacedBy: string | null;
}

const ended = (before: StoredCertificate, { state, reason, acting, replacedBy }: End): StoredCertificate => ({
  ...before,
  state,
  endedOn: acting.today,
  endedReason: reason,
  endedBy: acting.actor,
  replacedBy,
  version: before.version + 1,
});

interface CertificateAct {
  readonly id: string;
  readonly version: number;
  readonly reason: string;
  readonly acting: Acting;
}

/** Takes a certificate out of force; the decision stands. */
export async function revokeCertificate(
  db: Db,
  told: CertificateAct,
): Promise<Result<StoredCertificate, Refused>> {
  const locked = await lockValid(db, told);
  if (!locked.ok) return locked;
  const revoked = ended(locked.value, { ...told, state: 'revoked', replacedBy: null });
  await publishCertificates(db, [revoked], told.acting.today);
  return ok(revoked);
}

/** A new paper under a new number for one that was lost or spoiled; the old one is replaced. */
export async function reissueCertificate(
  db: Db,
  told: CertificateAct,
): Promise<Result<StoredCertificate, Refused>> {
  const locked = await lockValid(db, told);
  if (!locked.ok) return locked;
  const before = locked.value;
  const decision = await findDecision(db, before.decisionId);
  const round = decision === undefined ? undefined : await lockRound(db, decision.roundId);
  if (decision === undefined || round === undefined) return refuse('shared.not-found');
  const series = (await lastSeries(db, before.originCommuneId, before.year)) + 1;
  const again: StoredCertificate = {
    ...before,
    id: newId(),
    series,
    number: certificateNumber(series),
    code: newPublicCode(CODE_LENGTH),
    issuedOn: told.acting.today,
    issuedBy: told.acting.actor,
    documentId: null,
    version: 1,
  };
  const papers = await makeCertificatePapers(db, [again], { decision, acting: told.acting });
  if (!papers.ok) return papers;
  await publishCertificates(
    db,
    [...papers.value, ended(before, { ...told, state: 'replaced', replacedBy: again.id })],
    told.acting.today,
  );
  return ok(papers.value[0] ?? again);
}

async function lockValid(
  db: Db,
  { id, version, reason }: CertificateAct,
): Promise<Result<StoredCertificate, Refused>> {
  const seen = await findCertificate(db, id);
  const certificate = seen === undefined ? undefined : await lockCertificate(db, seen);
  if (certificate === undefined) return refuse('shared.not-found');
  if (certificate.state !== 'valid') return refuse('review.certificate-not-valid');
  if (certificate.version !== version) return refuse('review.case-changed');
  return reason.trim() === '' ? refuse('review.case-reason-missing') : ok(certificate);
}
