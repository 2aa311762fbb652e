import type { Annex, Block, OfficialDocument, Rich } from './official-document.ts';

/** A document as plain text, a paragraph a line and a table's row a line between bars: what a reader would be given. */
export function textOfDocument(document: OfficialDocument): string {
  const { title, signature } = document;
  const lines = [
    document.superior ?? '',
    ...document.body,
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    document.numberLine ?? '',
    document.placeAndDay,
    title?.type ?? '',
    title?.subject ?? document.correspondenceSubject ?? '',
    document.authority ?? '',
    ...document.grounds,
    document.enacting ?? '',
    ...document.content.flatMap(linesOf),
    ...(document.recipients.length === 0 ? [] : ['Nơi nhận:']),
    ...document.recipients.map((line) => `- ${line}`),
    ...(signature === null
      ? []
      : [...signature.authority, signature.position, signature.note ?? '', signature.name ?? '']),
    ...document.annexes.flatMap(annexLines),
  ];
  return `${lines.filter((line) => line.trim() !== '').join('\n\n')}\n`;
}

const annexLines = ({ label, title, attached, body }: Annex): string[] => [
  (label ?? '').toLocaleUpperCase('vi'),
  title.toLocaleUpperCase('vi'),
  attached ?? '',
  ...body.flatMap(linesOf),
];

const plain = (text: Rich): string =>
  (typeof text === 'string' ? text : text.map((run) => run.text).join('')).replace(/\u00a0/gu, ' ');

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'chapter':
    case 'section':
      return [block.label, block.title];
    case 'article':
      return [`Điều ${block.number}. ${[block.title, plain(block.text ?? '')].filter(Boolean).join(' ')}`];
    case 'clause':
      return [`${block.number}. ${[block.title, plain(block.text ?? '')].filter(Boolean).join(' ')}`];
    case 'point':
      return [`${block.letter}) ${plain(block.text)}`];
    case 'outline':
      return [`${block.mark} ${plain(block.text)}`];
    case 'paragraph':
    case 'heading':
      return [plain(block.text)];
    case 'table': {
      const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
      const { columns, rows } = block.table;
      return [[row(columns.map(({ label }) => label)), ...rows.map(({ cells }) => row(cells))].join('\n')];
    }
    case 'signatures':
      return block.blocks.flatMap(({ position, name }) => [position, name ?? '']);
    case 'qr':
      return [...block.caption];
  }
}
