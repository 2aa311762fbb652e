import type { DocumentKind } from '@benvung/domain/document/document-data';
import { DOCUMENT_KINDS } from '@benvung/domain/document/document-kinds';
import { DOCUMENT_ACTS, DOCUMENT_STATES } from '@benvung/domain/document/document-state';
import { z } from 'zod';
import { commandBase, day, page } from './shared.ts';

export const documentKind = z.enum(DOCUMENT_KINDS as [DocumentKind, ...DocumentKind[]]);
export const documentState = z.enum(DOCUMENT_STATES);
export const documentAct = z.enum(DOCUMENT_ACTS);

/** What a document may be about; where it is listed. */
export const documentSubject = z.object({
  kind: z.enum(['household', 'case', 'round', 'village', 'meeting', 'posting', 'grievance', 'plan']),
  id: z.string().min(1).max(80),
});

/** A line of the register. */
export const documentLine = z.object({
  id: z.uuid(),
  kind: documentKind,
  title: z.string(),
  /** `12/QĐ-UBND`; null while it has no number, or when its kind bears none. */
  reference: z.string().nullable(),
  day,
  issuer: z.string(),
  state: documentState,
  /** Its number is given and its file is being made. */
  pending: z.boolean(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
});
export type DocumentLine = z.infer<typeof documentLine>;

/** GET /api/documents */
export const documentQuery = z.object({
  /** The unit whose register it is; the first of one's areas unless told. */
  unit: z.coerce.number().int().positive().optional(),
  q: z.string().trim().max(200).optional(),
  kind: documentKind.optional(),
  state: documentState.optional(),
  year: z.coerce.number().int().min(1990).max(2100).optional(),
  /** `household:<id>` and the like: documents about one thing. */
  about: z
    .string()
    .regex(/^[a-z]{2,20}:[\w.-]{1,80}$/u)
    .optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export const documentRegister = z.object({ documents: z.array(documentLine), page });
export type DocumentRegister = z.infer<typeof documentRegister>;

const documentCopy = z.object({
  role: z.enum(['record', 'signed']),
  name: z.string(),
  mediaType: z.string(),
  size: z.number().int(),
  /** SHA-256 of the stored bytes. */
  hash: z.string(),
  madeAt: z.iso.datetime(),
  madeBy: z.string(),
});

/** GET /api/documents/:id */
export const documentView = documentLine.extend({
  version: z.number().int(),
  /** The unit whose register it is in. */
  unitId: z.number().int(),
  /** Eight letters that verify it together with its number; null before it has a number. */
  code: z.string().nullable(),
  dataHash: z.string(),
  copies: z.array(documentCopy),
  events: z.array(
    z.object({ act: z.string(), at: z.iso.datetime(), actor: z.string(), note: z.string().nullable() }),
  ),
  /** What the reader may do next; empty for who only looks. */
  acts: z.array(documentAct),
  endReason: z.string().nullable(),
  replacedBy: z.object({ id: z.uuid(), reference: z.string().nullable() }).nullable(),
  /** Whether it holds tables that can leave as Excel. */
  hasTables: z.boolean(),
  /** The record is a Word file made with a unit's own template; a PDF is then of our layout, to be looked at. */
  ownTemplate: z.boolean(),
  copiesToSign: z.number().int(),
});
export type DocumentView = z.infer<typeof documentView>;

export const documentFormat = z.enum(['pdf', 'docx', 'xlsx', 'signed', 'record']);
export type DocumentFormat = z.infer<typeof documentFormat>;

const acting = commandBase.extend({ version: z.number().int().positive() });
export const actOnDocument = acting;
/** The number the paper register gave; the next one of the series without. */
export const numberDocumentCommand = acting.extend({
  number: z.int().min(1).max(99_999).nullable().optional(),
});
export const endDocument = acting.extend({ reason: z.string().trim().min(1).max(1_000) });
export const replaceDocument = endDocument.extend({ successorId: z.uuid() });
/** GET /api/documents/together: what stands in the register under these; and POST /api/document-prints, as long work. */
export const togetherQuery = documentQuery
  .pick({ unit: true, year: true, about: true })
  .extend({ kind: documentKind });
export const printManyCommand = commandBase.extend({
  unit: z.int().positive().optional(),
  year: z.int().min(1990).max(2100).optional(),
  about: documentQuery.shape.about,
  kind: documentKind,
});
export const printAsked = z.object({ jobId: z.uuid(), documents: z.int() });
/** The kind of its job; the person's last one of these keeps its file. */
export const PRINT_JOB = 'document.print';
/** More than these are printed as long work. */
export const MOST_PRINTED_AT_ONCE = 60;

/** The largest signed copy, in megabytes. */
export const MOST_SIGNED_MB = 20;

/** PUT the bytes with these in the query. */
export const signQuery = z.object({
  commandId: z.uuid(),
  version: z.coerce.number().int().positive(),
  file: z.string().trim().min(1).max(255),
});

const signerWords = z.string().trim().min(1).max(120);
/** Who signs, the person's own position, and in whose place (Phụ lục I NĐ 30/2020, mục II.7). */
export const signatory = z.strictObject({
  name: signerWords,
  position: signerWords,
  authority: z.enum(['TM', 'KT', 'TL', 'TUQ', 'Q']).nullable(),
  inPlaceOf: signerWords.optional(),
});
export type SignatoryTold = z.infer<typeof signatory>;

/** POST /api/documents: a notice written by hand; other kinds are made by the acts they belong to. */
export const draftNotice = commandBase.extend({
  unit: z.number().int().positive(),
  subject: z.string().trim().min(1).max(500),
  addressees: z.array(z.string().trim().min(1).max(500)).max(50),
  sections: z
    .array(
      z.object({
        heading: z.string().trim().max(500),
        paragraphs: z.array(z.string().trim().min(1).max(4_000)).min(1).max(50),
      }),
    )
    .min(1)
    .max(50),
  signatory: signatory.nullable(),
});
export type DraftNotice = z.infer<typeof draftNotice>;

/** GET /api/document-templates */
export const documentTemplate = z.object({
  id: z.uuid(),
  kind: documentKind,
  unitId: z.number().int(),
  unitName: z.string(),
  validFrom: day,
  fileName: z.string(),
  fields: z.array(z.string()),
  /** Whether it is the reader's to retire. */
  own: z.boolean(),
  retiredAt: z.iso.datetime().nullable(),
  loadedAt: z.iso.datetime(),
  loadedBy: z.string(),
});
export const documentTemplates = z.object({
  templates: z.array(documentTemplate),
  kinds: z.array(
    z.object({
      kind: documentKind,
      fields: z.array(
        z.object({ name: z.string(), required: z.boolean(), loop: z.boolean(), drawn: z.boolean() }),
      ),
    }),
  ),
});
export type DocumentTemplates = z.infer<typeof documentTemplates>;

/** What is wrong with a template; none: it can be used. */
export const templateCheck = z.object({
  faults: z.array(z.object({ vi: z.string(), en: z.string() })),
  fields: z.array(z.string()),
});
export type TemplateCheck = z.infer<typeof templateCheck>;

export const templateQuery = z.object({
  commandId: z.uuid(),
  unit: z.coerce.number().int().positive(),
  kind: documentKind,
  validFrom: day,
  file: z.string().trim().min(1).max(255),
});
