import type { Signatory } from '@benvung/domain/document/document-frame';
import type { DocumentProblemCode } from '@benvung/domain/document/problems';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { certificateAfter } from '@benvung/domain/review/recognition/recognition';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { HouseholdClass } from '@benvung/domain/standard/household-class';
import { findDocumentSignatory, replacePaper, retirePaper } from '../../document/document.public.ts';
import type { Db } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Acting } from '../case/take-case-steps.ts';
import { paperMaker } from '../paper-ground.ts';
import { lockRound } from '../review-round.store.ts';
import {
  findCertificate,
  listRenewals,
  listValidCertificates,
  lockCertificate,
  putRenewals,
  type Renewal,
  type StoredCertificate,
} from './certificate.store.ts';
import { makeCertificatePapers, type UnnumberedCertificate } from './certificate-papers.ts';
import {
  findDecision,
  type ListedHousehold,
  listDecisionHouseholds,
  type StoredDecision,
} from './decision.store.ts';
import { publishCertificates } from './publish-certificates.ts';

type Refused = Problem<ReviewProblemCode | DocumentProblemCode | 'shared.not-found'>;

export interface Issued {
  readonly decision: StoredDecision;
  readonly issued: number;
  readonly renewed: number;
  readonly ended: number;
  /** The first and the last number given. */
  readonly from: string | null;
  readonly to: string | null;
  /** Long work that draws the papers. */
  readonly jobId: string | null;
}

interface Issue {
  readonly decisionId: string;
  /** The first number the paper register gave; null takes the next ones. */
  readonly number: number | null;
  readonly signatory: Signatory;
  readonly acting: Acting;
}

/**
 * Certificates of a decision: a new one for who is new or changed class, a line on the yearly table of who stays, an end
 * for who left. Asked for twice, the second time does nothing.
 */
export async function issueCertificates(
  db: Db,
  { decisionId, number, signatory, acting }: Issue,
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
  const fresh: UnnumberedCertificate[] = [];
  const put: StoredCertificate[] = [];
  const renewals: (Renewal & { certificate: UnnumberedCertificate })[] = [];
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
    const certificate = certificateOf(household, { decision, acting });
    fresh.push(certificate);
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
  const papers = await makeCertificatePapers(db, fresh, { decision, number, signatory, acting });
  if (!papers.ok) return papers;
  const { certificates, jobId } = papers.value;
  await publishCertificates(db, [...certificates, ...put], acting.today);
  await putRenewals(db, renewals);
  for (const one of put) await retire(db, one, acting);
  return ok({
    decision,
    ...told,
    from: certificates[0]?.number ?? null,
    to: certificates.at(-1)?.number ?? null,
    jobId,
  });
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
  { decision, acting }: { decision: StoredDecision; acting: Acting },
): UnnumberedCertificate {
  return {
    originCommuneId: decision.originCommuneId,
    id: newId(),
    householdOrigin: household.householdOrigin,
    householdId: household.householdId,
    caseId: household.caseId,
    decisionId: decision.id,
    year: decision.year,
    class: household.class as HouseholdClass,
    headName: household.head,
    state: 'valid',
    issuedOn: acting.today,
    issuedBy: acting.actor,
    endedOn: null,
    endedReason: null,
    endedBy: null,
    replacedBy: null,
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
  /** A new paper's number as the paper register gave it; the next one without. */
  readonly number?: number | null;
}

/** The paper ends with the certificate: replaced by the paper of the one in its place, or withdrawn. */
async function retire(
  db: Db,
  { documentId, endedReason, replacedBy }: StoredCertificate,
  acting: Acting,
): Promise<void> {
  const told = { reason: endedReason ?? '', today: acting.today, by: paperMaker(acting) };
  const successor = replacedBy === null ? undefined : await findCertificate(db, replacedBy);
  const successorId = successor?.documentId ?? null;
  if (successorId === null) await retirePaper(db, documentId, told);
  else await replacePaper(db, documentId, { ...told, successorId });
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
  await retire(db, revoked, told.acting);
  return ok(revoked);
}

/** A new paper under a new number for one that was lost or spoiled, with its yearly table; the old one is replaced. */
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
  const { acting } = told;
  const signed = await findDocumentSignatory(db, before.documentId);
  const again = { ...before, id: newId(), issuedOn: acting.today, issuedBy: acting.actor, version: 1 };
  const number = told.number ?? null;
  const years = await listRenewals(db, before);
  const papers = await makeCertificatePapers(db, [again], {
    decision,
    number,
    signatory: signed,
    acting,
    years,
  });
  if (!papers.ok) return papers;
  const [made] = papers.value.certificates;
  if (made === undefined) return refuse('shared.not-found');
  const old = ended(before, { ...told, state: 'replaced', replacedBy: again.id });
  await publishCertificates(db, [made, old], acting.today);
  await putRenewals(
    db,
    years.map((line) => ({ ...line, certificate: made })),
  );
  await retire(db, old, acting);
  return ok(made);
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
