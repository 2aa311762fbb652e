import { composeDocument } from '@benvung/domain/document/compose-document';
import type { DocumentKind } from '@benvung/domain/document/document-data';
import { SAMPLE_DATA, sampleFrame } from '@benvung/domain/document/sample-data';
import {
  DRAWN_FIELDS,
  fieldNames,
  requiredFields,
  templateFields,
} from '@benvung/domain/document/template-fields';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import { type Tag, TemplateHandler } from 'easy-template-x';
import { zipFaultOf } from '../../platform/files/zip.ts';
import { groundsOn } from '../document-grounds.ts';
import { fillTemplate } from './fill-template.ts';
import { type HonestPackage, honestPackage, MOST_TEMPLATE_BYTES } from './honest-package.ts';
import type { Filling } from './template-data.ts';

const MOST_MB = MOST_TEMPLATE_BYTES / 1024 ** 2;
const SAMPLE_TIME = '2027-01-05T00:00:00Z';

/** What is wrong with a template, as sentences for its maker; none: it can be used. */
export type TemplateFault = { readonly vi: string; readonly en: string };

export interface CheckedTemplate {
  readonly faults: readonly TemplateFault[];
  readonly fields: readonly string[];
  /** Filled with sample data; null while it has faults. */
  readonly preview: Uint8Array | null;
}

const failed = (vi: string, en: string): CheckedTemplate => ({
  faults: [{ vi, en }],
  fields: [],
  preview: null,
});

/** Sample data of a kind, as a template would be filled with them. */
export function sampleFilling(kind: DocumentKind): Filling {
  const frame = sampleFrame(kind, groundsOn('2027-01-05'));
  const data = SAMPLE_DATA[kind];
  return { kind, data, frame, document: composeDocument(kind, data as never, frame) };
}

/** Looks a Word file over before it may make papers: package, macros, fields, and a trial with sample data. */
export async function checkTemplate(kind: DocumentKind, bytes: Buffer): Promise<CheckedTemplate> {
  if (bytes.length > MOST_TEMPLATE_BYTES)
    return failed(
      `Tệp lớn hơn ${MOST_MB} MB. Bỏ bớt hình trong tệp.`,
      `The file is larger than ${MOST_MB} MB. Take out some pictures.`,
    );
  const opened = openPackage(bytes);
  const unfit = 'vi' in opened ? opened : packageFault(opened);
  if (unfit !== null || 'vi' in opened)
    return { faults: unfit === null ? [] : [unfit], fields: [], preview: null };
  let tags: Tag[];
  try {
    tags = await new TemplateHandler().parseTags(opened.bytes);
  } catch (error) {
    return { faults: [syntaxFault(error as Error)], fields: [], preview: null };
  }
  const used = [...new Set(tags.map(({ name }) => name.trim()).filter(Boolean))].sort();
  const faults = [...unknownFields(kind, used), ...missingFields(kind, used), ...unclosedLoops(tags)];
  if (faults.length > 0) return { faults, fields: used, preview: null };
  try {
    return { faults, fields: used, preview: await fillTemplate(bytes, sampleFilling(kind), SAMPLE_TIME) };
  } catch (error) {
    return { faults: [syntaxFault(error as Error)], fields: used, preview: null };
  }
}

const NOT_WORD: TemplateFault = {
  vi: 'Tệp không phải Word (.docx). Mở bằng Word, lưu lại dạng .docx rồi chọn lại.',
  en: 'This is no Word file (.docx). Open it in Word, save it as .docx and choose it again.',
};
const TOO_LARGE: TemplateFault = {
  vi: 'Tệp nở ra quá lớn khi mở. Bỏ bớt hình trong tệp.',
  en: 'The file grows too large when opened. Take out some pictures.',
};

/** The package as it really is; a bomb, and a directory that lies, are told before anything reads it. */
function openPackage(bytes: Buffer): HonestPackage | TemplateFault {
  try {
    return honestPackage(bytes);
  } catch (error) {
    const fault = zipFaultOf(error);
    if (fault === null) throw error;
    return fault === 'expands-too-much' ? TOO_LARGE : NOT_WORD;
  }
}

/** A macro or something that reaches outside the file is refused. */
function packageFault(opened: HonestPackage): TemplateFault | null {
  const { names } = opened;
  const texts = names
    .filter((name) => name.endsWith('.rels') || name === '[Content_Types].xml')
    .map((name) => opened.text(name));
  if (!names.includes('word/document.xml'))
    return {
      vi: 'Tệp không phải Word (.docx): thiếu phần văn bản. Lưu lại dạng .docx rồi chọn lại.',
      en: 'This is no Word file (.docx): it has no text part. Save it as .docx and choose it again.',
    };
  if (
    names.some((name) => /vbaProject|activeX|embeddings\//iu.test(name)) ||
    texts.some((text) => /macroEnabled/iu.test(text))
  )
    return {
      vi: 'Tệp có macro hoặc đối tượng nhúng. Lưu lại dạng .docx không có macro, bỏ đối tượng nhúng.',
      en: 'The file holds a macro or an embedded object. Save it as .docx without macros and take the object out.',
    };
  if (texts.some((text) => /TargetMode="External"/u.test(text) && !onlyLinks(text)))
    return {
      vi: 'Tệp lấy nội dung từ nơi khác (mẫu gốc hoặc hình liên kết). Chèn hình vào tệp, bỏ liên kết.',
      en: 'The file takes content from elsewhere (attached template or linked picture). Put the picture into the file and remove the link.',
    };
  return null;
}

/** Plain links a reader may click are harmless; everything else outside is fetched by Word itself. */
const onlyLinks = (rels: string): boolean =>
  [...rels.matchAll(/<Relationship [^>]*TargetMode="External"[^>]*>/gu)].every(([one]) =>
    /\/hyperlink"/u.test(one),
  );

function unknownFields(kind: DocumentKind, used: readonly string[]): TemplateFault[] {
  const filling = sampleFilling(kind);
  const known = fieldNames(templateFields(kind, filling.data as never, filling));
  return used
    .filter((name) => !known.has(name))
    .map((name) => {
      const near = nearest(name, [...known]);
      return {
        vi: `Không có trường {${name}} cho loại văn bản này.${near === undefined ? ' Xóa trường này.' : ` Có phải {${near}}?`}`,
        en: `There is no field {${name}} for this kind.${near === undefined ? ' Remove it.' : ` Did you mean {${near}}?`}`,
      };
    });
}

function nearest(name: string, known: readonly string[]): string | undefined {
  const fold = (one: string): string => searchKey(one).replaceAll(' ', '');
  const key = fold(name);
  return known.find((one) => {
    const other = fold(one);
    return other === key || (key.length > 3 && (other.startsWith(key) || key.startsWith(other)));
  });
}

const missingFields = (kind: DocumentKind, used: readonly string[]): TemplateFault[] =>
  requiredFields(kind)
    .filter((name) => !used.includes(name))
    .map((name) => ({
      vi: `Thiếu trường bắt buộc {${name}}. Thêm trường này vào chỗ thích hợp.`,
      en: `The required field {${name}} is missing. Put it in its place.`,
    }));

function unclosedLoops(tags: readonly Tag[]): TemplateFault[] {
  const open: string[] = [];
  for (const { disposition, name } of tags) {
    if (disposition === 'Open') open.push(name);
    else if (disposition === 'Close' && open.at(-1) === name) open.pop();
    else if (disposition === 'Close') return [loopFault(name)];
  }
  return open.map(loopFault);
}

const loopFault = (name: string): TemplateFault => ({
  vi: `Vòng lặp {#${name}} và {/${name}} chưa đủ cặp. Thêm phần còn thiếu.`,
  en: `The loop {#${name}} and {/${name}} is not closed. Add what is missing.`,
});

const syntaxFault = (error: Error): TemplateFault => ({
  vi: `Mẫu viết sai cú pháp: ${error.message}. Kiểm tra các dấu { và }, và các vòng lặp {#…}{/…}.`,
  en: `The template is written wrongly: ${error.message}. Look at the braces and the loops {#…}{/…}.`,
});

/** The fields of a kind for the person who makes a template. */
export function describeFields(
  kind: DocumentKind,
): { name: string; required: boolean; loop: boolean; drawn: boolean }[] {
  const filling = sampleFilling(kind);
  const fields = templateFields(kind, filling.data as never, filling);
  const required = new Set(requiredFields(kind));
  const plain = Object.entries(fields).map(([name, value]) => ({
    name,
    required: required.has(name),
    loop: Array.isArray(value),
    drawn: false,
  }));
  const drawn = DRAWN_FIELDS.map((name) => ({
    name,
    required: required.has(name),
    loop: false,
    drawn: true,
  }));
  return [...plain, ...drawn];
}
