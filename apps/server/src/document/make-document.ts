import { randomBytes } from 'node:crypto';
import { documentDataSchemas } from '@benvung/contract/document-data';
import { COMPOSITION_VERSION } from '@benvung/domain/document/compose-document';
import type { DocumentDataByKind, DocumentKind, IncomingData } from '@benvung/domain/document/document-data';
import type { Signatory } from '@benvung/domain/document/document-frame';
import { draftingUnitOf, KIND_RULES, typeOf } from '@benvung/domain/document/document-kinds';
import { titleOf } from '@benvung/domain/document/document-title';
import { symbolOf } from '@benvung/domain/document/number-and-day';
import type { DocumentProblemCode } from '@benvung/domain/document/problems';
import { VERIFICATION_CODE_LENGTH } from '@benvung/domain/document/verification-code';
import { yearOf } from '@benvung/domain/shared/day';
import { codeFrom } from '@benvung/domain/shared/printed-code';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { searchKey, toNfc } from '@benvung/domain/shared/vietnamese-text';
import type { AuditNote } from '../platform/audit/audit-entry.ts';
import { canonicalJson } from '../platform/audit/audit-entry.ts';
import type { Db } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { findUnitInPlace, findUnitOn } from '../territory/territory.public.ts';
import { addEvents } from './copy.store.ts';
import { dataHash } from './data-hash.ts';
import { type DocumentToAdd, insertDocuments, isDemonstration } from './document.store.ts';
import { groundsOn } from './document-grounds.ts';
import { findIssuingUnit, type IssuingUnit } from './issuing-unit.ts';
import { rememberSignatories } from './signatory.store.ts';
import { findTemplateFor } from './template/template.store.ts';

export interface Maker {
  readonly accountId: string | null;
  /** User name, as in the log. */
  readonly actor: string;
  /** Where the log is written by the request itself; without it the act writes its entry. */
  readonly audit?: (note: AuditNote) => void;
}

export interface DocumentRequest<K extends DocumentKind = DocumentKind> {
  readonly kind: K;
  /** The unit whose body issues it. */
  readonly unitId: number;
  /** The unit it is about and which sees it; the issuing unit unless told (a superior's opinion on a commune). */
  readonly aboutUnitId?: number;
  readonly day: string;
  readonly data: DocumentDataByKind[K];
  readonly signatory: Signatory | null;
  readonly subjects: readonly { readonly kind: string; readonly id: string }[];
  readonly recipients?: readonly string[];
  /** `https://benvung.lang-son.gov.vn`: where its number and code are checked; null leaves the address out. */
  readonly origin?: string | null;
  /** Signed with a digital signature, not on paper. */
  readonly electronic?: boolean;
}

export interface MadeDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly state: 'draft';
  /** Eight letters; printed with its number once it has one. */
  readonly code: string;
}

type Refusal = Problem<DocumentProblemCode>;
const CODE_BYTES = 32;

/** Makes one draft in the caller's transaction; see `makeDocuments`. */
export async function makeDocument<K extends DocumentKind>(
  db: Db,
  request: DocumentRequest<K>,
  by: Maker & { readonly now: string },
): Promise<Result<MadeDocument, Refusal>> {
  const made = await makeDocuments(db, [request as DocumentRequest], by);
  return made.ok ? ok(made.value[0] as MadeDocument) : made;
}

/**
 * Makes drafts, all or none: data checked and frozen with their hash, the names of the issuing body as on the day.
 * No number and no file yet: see `numberDocuments`.
 */
export async function makeDocuments(
  db: Db,
  requests: readonly DocumentRequest[],
  by: Maker & { readonly now: string },
): Promise<Result<MadeDocument[], Refusal>> {
  const demonstration = await isDemonstration(db);
  const units = new Map<string, IssuingUnit | undefined>();
  const rows: DocumentToAdd[] = [];
  for (const request of requests) {
    // who was to issue it may have become another unit by now
    const unitId = (await findUnitInPlace(db, request.unitId, request.day))?.id ?? request.unitId;
    const row = await draftOf(db, { ...request, unitId }, { by, demonstration, units });
    if (!row.ok) return row;
    rows.push(row.value);
  }
  await insertDocuments(db, rows);
  await addEvents(
    db,
    rows.map(({ id, scopePath }) => ({
      documentId: id,
      scopePath,
      act: 'make',
      at: by.now,
      actor: by.actor,
      note: null,
    })),
  );
  await rememberSignatories(
    db,
    rows.flatMap((row) => {
      const path = units.get(unitKey(row))?.path;
      const { signatory } = row.frame;
      if (signatory === null || path === undefined) return [];
      return [{ ...signatory, unitId: row.unitId, series: row.series, usedAt: by.now, scopePath: path }];
    }),
  );
  return ok(rows.map(({ id, kind, code }) => ({ id, kind, state: 'draft', code })));
}

interface Ground {
  readonly by: Maker & { readonly now: string };
  readonly demonstration: boolean;
  readonly units: Map<string, IssuingUnit | undefined>;
}

async function draftOf(
  db: Db,
  request: DocumentRequest,
  ground: Ground,
): Promise<Result<DocumentToAdd, Refusal>> {
  const { kind, day } = request;
  const rule = KIND_RULES[kind];
  const checked = documentDataSchemas[kind].safeParse(inNfc(request.data));
  if (!checked.success) {
    const issue = checked.error.issues[0];
    return refuse('document.data-unfit', { at: issue?.path.join('.') ?? '', why: issue?.message ?? '' });
  }
  const issuing = await unitFor(db, ground, { unitId: request.unitId, day, series: rule.series });
  const about = request.aboutUnitId === undefined ? issuing : await findUnitOn(db, request.aboutUnitId, day);
  if (issuing === undefined || about === undefined || !mayIssue(rule.level, issuing))
    return refuse('document.unit-cannot-issue');
  const data = checked.data as DocumentDataByKind[DocumentKind];
  const type = typeOf(kind, data);
  const symbol = symbolFor(kind, data, issuing);
  const frame = {
    issuer: issuing.issuer,
    signatory: request.signatory,
    recipients: request.recipients ?? null,
    grounds: groundsOn(day),
    electronic: request.electronic ?? false,
    demonstration: ground.demonstration,
    address: request.origin === undefined || request.origin === null ? null : `${request.origin}/x`,
  };
  const title = titleOf(kind, data);
  return ok({
    id: newId(),
    kind,
    unitId: request.unitId,
    series: rule.series,
    type,
    symbol,
    year: yearOf(day),
    day,
    title,
    searchKey: searchKey(`${symbol} ${title} ${issuing.issuer.bodyName}`),
    data: JSON.parse(canonicalJson(data)),
    frame,
    dataHash: dataHash(kind, data, frame),
    composition: COMPOSITION_VERSION,
    templateId: (await findTemplateFor(db, { kind, unitPath: issuing.path, day }))?.id ?? null,
    code: codeFrom(randomBytes(CODE_BYTES), VERIFICATION_CODE_LENGTH),
    issuer: issuing.issuer.bodyName,
    createdAt: ground.by.now,
    createdBy: ground.by.actor,
    scopePath: about.path,
    subjects: request.subjects,
  });
}

function symbolFor<K extends DocumentKind>(
  kind: K,
  data: DocumentDataByKind[K],
  { issuer }: IssuingUnit,
): string {
  if (kind === 'incoming') return (data as IncomingData).reference;
  if (!KIND_RULES[kind].numbered) return '';
  return symbolOf(typeOf(kind, data), issuer.abbreviation, draftingUnitOf(kind, data));
}

const unitKey = ({ unitId, series, day }: Parameters<typeof findIssuingUnit>[1]): string =>
  `${unitId} ${series} ${day}`;

async function unitFor(
  db: Db,
  { units }: Ground,
  wanted: Parameters<typeof findIssuingUnit>[1],
): Promise<IssuingUnit | undefined> {
  const key = unitKey(wanted);
  if (!units.has(key)) units.set(key, await findIssuingUnit(db, wanted));
  return units.get(key);
}

const mayIssue = (level: 'commune' | 'above' | null, { issuer }: IssuingUnit): boolean =>
  level === null || (level === 'commune') === (issuer.level === 'commune');

/** Every text in one composed form. */
function inNfc(value: unknown): unknown {
  if (typeof value === 'string') return toNfc(value);
  if (Array.isArray(value)) return value.map(inNfc);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inNfc(each)]));
}
