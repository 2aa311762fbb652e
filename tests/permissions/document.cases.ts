import { SAMPLE_DATA } from '@benvung/domain/document/sample-data';
import { startingTemplate } from '../../apps/server/src/document/template/starting-template.ts';
import type { CrossAreaCase, CrossAreaCases } from './cross-area-case.ts';
import type { World } from './world.ts';

const TEMPLATE = '00000000-0000-7000-8000-000000000390';
const TITLE = 'Công nhận kết quả xã Hương Phú';
const TEMPLATE_FILE = 'mau-huong-phu.docx';
const PRINT = '00000000-0000-7000-8000-0000000000fb';
const SCANS = '00000000-0000-7000-8000-0000000000fa';
const HASH = '0'.repeat(64);

/** A document of the other commune in each state; the number tells them apart. */
const STATES = {
  draft: 1,
  toNumber: 2,
  toSign: 3,
  toIssue: 4,
  toWithdraw: 5,
  toReplace: 6,
  successor: 7,
} as const;
type Wanted = keyof typeof STATES;
const idOf = (wanted: Wanted): string => `00000000-0000-7000-8000-00000000030${STATES[wanted]}`;
const stateOf = (wanted: Wanted): string =>
  wanted === 'toIssue'
    ? 'signed'
    : wanted === 'toReplace' || wanted === 'successor'
      ? 'issued'
      : wanted === 'draft' || wanted === 'toNumber'
        ? 'draft'
        : 'numbered';

const DATA = '{"subject": "Thử", "sections": [{"paragraphs": ["Nội dung"]}]}';
const FRAME = `{"issuer": {"superior": null, "body": ["ỦY BAN NHÂN DÂN", "XÃ HƯƠNG PHÚ"], "abbreviation": "UBND",
  "place": "Hương Phú", "unitName": "xã Hương Phú", "bodyName": "Ủy ban nhân dân xã Hương Phú", "superiorName": null,
  "level": "commune"}, "signatory": null, "recipients": null, "grounds": [], "electronic": false,
  "demonstration": false, "address": null}`;

const prepare = ({ database, places: { otherCommune } }: World): Promise<void> =>
  database.withSession(async (session) => {
    for (const wanted of Object.keys(STATES) as Wanted[]) {
      const id = idOf(wanted);
      const number = stateOf(wanted) === 'draft' ? null : 900 + STATES[wanted];
      await session.query(
        `insert into document (id, kind, unit_id, series, type, symbol, number, year, day, title, search_key, state,
           data, frame, data_hash, composition, code, issuer, created_at, created_by, scope_path, version)
         values ($1, 'notice', $2, 'body', 'TB', 'TB-UBND', $3, 2023, '2023-10-15', $4, '', $5, $6, $7, '', 1,
           '4F7K92QD', 'Ủy ban nhân dân xã Hương Phú', '2023-10-15', 'nguoi.nha', $8, 1)
         on conflict do nothing`,
        [id, otherCommune.id, number, TITLE, stateOf(wanted), DATA, FRAME, otherCommune.path],
      );
      if (wanted !== 'toIssue') continue;
      for (const role of ['record', 'signed'])
        await session.query(
          `insert into document_copy (document_id, role, owner_id, hash, name, media_type, size, made_at, made_by, scope_path)
           values ($1, $2, $1, $3, 'a.pdf', 'application/pdf', 1, '2023-10-15', 'nguoi.nha', $4) on conflict do nothing`,
          [id, role, HASH, otherCommune.path],
        );
    }
    await session.query(
      `insert into document_template (id, unit_id, kind, valid_from, file_name, hash, fields, loaded_at, loaded_by, unit_path)
       values ($1, $2, 'notice', '2099-01-01', $3, '', '{}', '2024-10-15', 'nguoi.nha', $4) on conflict do nothing`,
      [TEMPLATE, otherCommune.id, TEMPLATE_FILE, otherCommune.path],
    );
    await session.query(
      `insert into document_template_part (template_id, part, bytes) values ($1, 0, '\\x00') on conflict do nothing`,
      [TEMPLATE],
    );
  });

/** A paper that came in to "Xã Hương Phú". */
export async function prepareIncoming(
  { database, places: { otherCommune } }: World,
  id: string,
): Promise<void> {
  await database.withSession((session) =>
    session.query(
      `insert into document (id, kind, unit_id, series, type, symbol, number, year, day, title, search_key, state,
         data, frame, data_hash, composition, code, issuer, created_at, created_by, scope_path, version)
       values ($1, 'incoming', $2, 'body', 'VBĐ', '412/UBND', null, 2024, '2024-10-15', 'Cho ý kiến', '', 'issued', $3,
         $4, '', 1, '4F7K92QD', 'Ủy ban nhân dân xã Hương Phú', '2024-10-15', 'nguoi.nha', $5, 1)
       on conflict do nothing`,
      [
        id,
        otherCommune.id,
        '{"reference": "412/UBND", "day": "2024-10-14", "body": "UBND huyện", "subject": "Cho ý kiến"}',
        FRAME,
        otherCommune.path,
      ],
    ),
  );
}

/** One document of "Xã Hương Phú" at a step, in a year of its own: all that a batch of that year holds. */
async function prepareBatch(
  { database, places: { otherCommune } }: World,
  state: string,
  year: number,
): Promise<void> {
  const id = `00000000-0000-7000-8000-0000000004${year}`;
  const kind = state === 'draft' ? 'notice' : 'reviewList';
  await database.withSession(async (session) => {
    await session.query(
      `insert into document (id, kind, unit_id, series, type, symbol, number, year, day, title, search_key, state,
         data, frame, data_hash, composition, code, issuer, created_at, created_by, scope_path, version)
       values ($1, $2, $3, 'body', 'TB', $4, $5, $6, $7, 'Thử', '', $8, $9, $10, '', 1, '4F7K92QD',
         'Ủy ban nhân dân xã Hương Phú', '2023-10-15', 'nguoi.nha', $11, 1) on conflict do nothing`,
      [
        id,
        kind,
        otherCommune.id,
        state === 'draft' ? 'TB-UBND' : '',
        null,
        1900 + year,
        `19${year}-10-15`,
        state,
        JSON.stringify(SAMPLE_DATA[kind]),
        FRAME,
        otherCommune.path,
      ],
    );
    if (state === 'draft') return;
    for (const role of ['record', 'signed'])
      await session.query(
        `insert into document_copy (document_id, role, owner_id, hash, name, media_type, size, made_at, made_by, scope_path)
         values ($1, $2, $1, $3, 'a.pdf', 'application/pdf', 1, '2023-10-15', 'nguoi.nha', $4) on conflict do nothing`,
        [id, role, HASH, otherCommune.path],
      );
  });
}

const batchOf = (state: string, year: number, act: string, told: object = {}): CrossAreaCase => ({
  prepare: (world) => prepareBatch(world, state, year),
  request: ({ places, newId }) => ({
    method: 'POST',
    url: `/api/document-batches/${act}`,
    payload: {
      commandId: newId(),
      which: {
        unit: places.otherCommune.id,
        kind: state === 'draft' ? 'notice' : 'reviewList',
        state,
        year: 1900 + year,
        expected: 1,
      },
      ...told,
    },
  }),
  expected: { refused: ['shared.outside-area'] },
});

const unseen = (
  method: 'GET' | 'POST',
  { wanted, rest, payload }: { wanted: Wanted; rest: string; payload?: (newId: () => string) => object },
): CrossAreaCase => ({
  prepare,
  request: ({ newId }) => ({
    method,
    url: `/api/documents/${idOf(wanted)}${rest}`,
    ...(payload === undefined ? {} : { payload: payload(newId) }),
  }),
  expected: { refused: ['shared.not-found'] },
});

const acting = (newId: () => string) => ({ commandId: newId(), version: 1 });
const headers = { 'content-type': 'application/octet-stream' };
const startingNotice = Buffer.from(await startingTemplate('notice'));

export const documentCases: CrossAreaCases = {
  'GET /api/documents': {
    prepare,
    request: () => ({ method: 'GET', url: '/api/documents' }),
    expected: { hidden: () => [TITLE] },
  },
  'GET /api/documents/together': {
    prepare,
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/documents/together?kind=notice&unit=${places.otherCommune.id}`,
    }),
    expected: { refused: ['shared.outside-area'] },
  },
  'POST /api/document-prints': {
    prepare,
    request: ({ places, newId }) => ({
      method: 'POST',
      url: '/api/document-prints',
      payload: { commandId: newId(), kind: 'notice', unit: places.otherCommune.id },
    }),
    expected: { refused: ['shared.outside-area'] },
  },
  'GET /api/document-prints/:job': {
    prepare: ({ database, places: { otherCommune } }) =>
      database.withSession(async (session) => {
        const of = `from account where username = 'nguoi.nha' on conflict do nothing`;
        await session.query(
          `insert into job (id, kind, state, payload, done, account_id, scope_path, created_at, updated_at, outcome)
           select $1, 'document.print', 'done', '{}', 0, id, $2, '2024-10-15', '2024-10-15', '{"value":{"hash":"${HASH}"}}'
           ${of}`,
          [PRINT, otherCommune.path],
        );
        for (const rest of [
          `stored_file (owner_id, hash, media_type, size, stored_at, scope_path)
           select id, $1, 'application/pdf', 1, '2024-10-15', $2`,
          `stored_file_part (owner_id, hash, part, bytes, scope_path) select id, $1, 0, 'x', $2`,
        ])
          await session.query(`insert into ${rest} ${of}`, [HASH, otherCommune.path]);
      }),
    request: () => ({ method: 'GET', url: `/api/document-prints/${PRINT}` }),
    expected: { refused: ['shared.not-found'] },
  },
  'GET /api/documents/register-file': {
    prepare,
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/documents/register-file?unit=${places.otherCommune.id}&purpose=kiem+thu`,
    }),
    expected: { refused: ['shared.outside-area'] },
  },
  'POST /api/documents': {
    request: ({ newId, places }) => ({
      method: 'POST',
      url: '/api/documents',
      payload: {
        commandId: newId(),
        unit: places.otherCommune.id,
        subject: 'Thử',
        addressees: [],
        sections: [{ heading: '', paragraphs: ['Nội dung'] }],
        signatory: null,
      },
    }),
    expected: { refused: ['shared.outside-area'] },
  },
  'GET /api/documents/:id': unseen('GET', { wanted: 'draft', rest: '' }),
  'GET /api/documents/:id/file': unseen('GET', { wanted: 'draft', rest: '/file?format=docx' }),
  'PUT /api/documents/:id/signed-file': {
    prepare,
    request: ({ newId }) => ({
      method: 'PUT',
      url: `/api/documents/${idOf('toSign')}/signed-file?version=1&file=scan.pdf&commandId=${newId()}`,
      headers,
      payload: Buffer.from('%PDF-1.7'),
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/documents/:id/number': unseen('POST', { wanted: 'toNumber', rest: '/number', payload: acting }),
  'POST /api/documents/:id/issue': unseen('POST', { wanted: 'toIssue', rest: '/issue', payload: acting }),
  'POST /api/documents/:id/discarding': unseen('POST', {
    wanted: 'draft',
    rest: '/discarding',
    payload: acting,
  }),
  'POST /api/documents/:id/withdrawal': unseen('POST', {
    wanted: 'toWithdraw',
    rest: '/withdrawal',
    payload: (newId) => ({ ...acting(newId), reason: 'Sai số liệu' }),
  }),
  'POST /api/documents/:id/replacement': unseen('POST', {
    wanted: 'toReplace',
    rest: '/replacement',
    payload: (newId) => ({ ...acting(newId), reason: 'Sai số liệu', successorId: idOf('successor') }),
  }),
  'POST /api/document-batches/numbers': batchOf('draft', 31, 'numbers', { first: null }),
  'PUT /api/document-batches/signed-file': {
    prepare: (world) => prepareBatch(world, 'numbered', 32),
    request: ({ places, newId }) => ({
      method: 'PUT',
      url: `/api/document-batches/signed-file?unit=${places.otherCommune.id}&kind=reviewList&state=numbered&year=1932&expected=1&file=a.pdf&commandId=${newId()}`,
      headers: { 'content-type': 'application/octet-stream' },
      payload: Buffer.from('%PDF-1.7\n'),
    }),
    expected: { refused: ['shared.outside-area'] },
  },
  'PUT /api/document-scans': {
    request: ({ places, newId }) => ({
      method: 'PUT',
      url: `/api/document-scans?batch=${newId()}&unit=${places.otherCommune.id}&file=qd-1.pdf&commandId=${newId()}`,
      headers: { 'content-type': 'application/octet-stream' },
      payload: Buffer.from('%PDF-1.7\n'),
    }),
    expected: { refused: ['shared.outside-area'] },
  },
  'POST /api/document-scans/:batch/keep': {
    prepare: ({ database, places: { otherCommune } }) =>
      database.withSession(async (session) => {
        await session.query(
          `insert into document_scan (batch_id, id, file_name, hash, media_type, size, brought_by, brought_at, scope_path)
           values ($1, $1, 'a.pdf', $2, 'application/pdf', 1, 'nguoi.nha', '2024-10-15', $3) on conflict do nothing`,
          [SCANS, HASH, otherCommune.path],
        );
      }),
    request: ({ newId }) => ({
      method: 'POST',
      url: `/api/document-scans/${SCANS}/keep`,
      payload: { commandId: newId(), scans: [{ id: SCANS, document: null }] },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/document-batches/issue': batchOf('signed', 33, 'issue'),
  'POST /api/document-batches/withdrawal': batchOf('issued', 34, 'withdrawal', { reason: 'sai' }),
  'GET /api/document-numbering': {
    prepare,
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/document-numbering?unit=${places.otherCommune.id}&kind=notice&day=2023-10-15`,
    }),
    expected: { refused: ['shared.outside-area'] },
  },
  'PUT /api/incoming-documents': {
    request: ({ places, newId }) => ({
      method: 'PUT',
      url: `/api/incoming-documents?unit=${places.otherCommune.id}&reference=412/UBND&day=2024-10-10&body=UBND&subject=Th%E1%BB%AD&file=scan.pdf&commandId=${newId()}`,
      headers: { 'content-type': 'application/octet-stream' },
      payload: Buffer.from('%PDF-1.7\n'),
    }),
    expected: { refused: ['shared.outside-area'] },
  },
  'GET /api/document-templates': {
    prepare,
    request: () => ({ method: 'GET', url: '/api/document-templates' }),
    expected: { hidden: () => [TEMPLATE_FILE] },
  },
  'GET /api/document-templates/starting/:kind': {
    open: 'the shipped layout with fields, the same for everyone',
  },
  'POST /api/document-templates/check': { open: 'looks at the file that was sent and keeps nothing' },
  'POST /api/document-templates/preview': {
    open: 'fills the file that was sent with made-up data, keeps nothing',
  },
  'POST /api/document-templates': {
    request: ({ newId, places }) => ({
      method: 'POST',
      url: `/api/document-templates?unit=${places.otherCommune.id}&kind=notice&validFrom=2098-11-01&file=a.docx&commandId=${newId()}`,
      headers,
      payload: startingNotice,
    }),
    expected: { refused: ['shared.outside-area'] },
  },
  'GET /api/document-templates/:id/file': {
    prepare,
    request: () => ({ method: 'GET', url: `/api/document-templates/${TEMPLATE}/file` }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/document-templates/:id/retirement': {
    prepare,
    request: ({ newId }) => ({
      method: 'POST',
      url: `/api/document-templates/${TEMPLATE}/retirement`,
      payload: { commandId: newId() },
    }),
    expected: { refused: ['shared.not-found'] },
  },
};
