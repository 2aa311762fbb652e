import { fold } from './fold.ts';
import { wordsStart } from './list-level.ts';
import type { Paragraph } from './paragraph.ts';
import { speaks } from './paragraph-tokens.ts';
import type { Duty, Section, Written } from './plan-document.ts';
import { findNodeReferences } from './read-nodes.ts';

const ORGANISATION = /to chuc thuc hien|phan cong|trach nhiem|to chuc trien khai/u;
const AGENCY =
  /^(?:de nghi:? )?(?:cac )?(?:co so|so|ban|nganh|phong|ubnd|uy ban|cong an|bo chi huy|bo |bao hiem|bhxh|ngan hang|cuc|chi cuc|van phong|tram|trung tam|hoi|doan|mat tran|mttq|ubmttq|cong chuc|co quan|don vi|to chuc|doan the|thon|ban|khu pho|to dan pho|truong|doanh nghiep|dia phuong|xa|phuong|thi tran|thanh tra|kho bac|toa an|vien|bao|dai|to truong|nhom truong|bi thu|ke toan|kiem lam|thu truong|chu tich|giam doc|lien minh|lien hiep|hiep hoi|cong ty|tong cong ty|thue|thong ke|dien luc|buu dien|chi nhanh|thanh vien|hdnd|hoi dong|to cong tac|to giup viec|lanh dao)(?:[\s,;:/(]|$)/u;
const ACTS =
  /^(?:chu tri|ban hanh|phoi hop|tham muu|tiep tuc|thuc hien|to chuc|xay dung|huong dan|chiu trach nhiem|can cu|bao cao|bao dam|bao ve|ban giao)(?!\p{L})/u;
const CLOSES = /^Trên đây là |\.\/\.\s*$/u;
const LONGEST_OWNER = 170;
const SHORTEST_OWNER = 4;
const LONGEST_NAME = 85;

/** What each agency must do, from the sections that say who does what. */
export function readDuties(paragraphs: readonly Paragraph[], sections: readonly Section[]): readonly Duty[] {
  const owners = new Map<number, Section>();
  for (const section of sections)
    if (isOwner(section, sections, paragraphs)) owners.set(section.index, section);
  const duties: Duty[] = [];
  const parts = sections.filter((section) => isPart(section)).map((section) => section.index);
  for (const paragraph of paragraphs) {
    if (
      !speaks(paragraph) ||
      paragraph.kind === 'cell' ||
      paragraph.kind === 'closing' ||
      paragraph.annex !== null
    )
      continue;
    if (CLOSES.test(paragraph.text)) continue;
    const owner = ownerOf(paragraph, sections, owners);
    if (owner !== undefined) {
      const duty = dutyOf(paragraph, owner, paragraphs);
      if (duty !== undefined) duties.push(duty);
    } else if (paragraph.kind === 'item' && isIn(paragraph, sections, parts)) {
      duties.push(dutyOfItem(paragraph));
    }
  }
  return duties;
}

const isPart = (section: Section): boolean =>
  ORGANISATION.test(fold(section.title)) && section.title.length < 90;

function isIn(paragraph: Paragraph, sections: readonly Section[], parts: readonly number[]): boolean {
  for (let at = paragraph.section; at !== null; at = sections[at]?.parent ?? null)
    if (parts.includes(at)) return true;
  return false;
}

/** "Sở Xây dựng chủ trì, hướng dẫn …" as a heading: the owner ends where its act begins. */
function ownerWords(section: Section, paragraphs: readonly Paragraph[]): string {
  const title = section.title.replace(/^Đề nghị\s*:?\s+/u, '');
  const isSentence =
    /[.;]\s*$/u.test(paragraphs[section.firstParagraph]?.text ?? '') || title.length > LONGEST_NAME;
  return isSentence ? title.slice(0, actIn(title)?.index ?? title.length) : title;
}

/** The first act after the name of an agency; names with "Chỉ đạo", "Tổ chức" … in them go on. */
const actIn = (words: string): RegExpExecArray | undefined =>
  [...words.matchAll(ACT)].find(({ index }) => index >= SHORTEST_OWNER && index <= LONGEST_OWNER);

/** A section named after an agency, under "Tổ chức thực hiện" or beside others that are. */
function isOwner(section: Section, sections: readonly Section[], paragraphs: readonly Paragraph[]): boolean {
  if (paragraphs[section.firstParagraph]?.annex != null) return false;
  if (!isAgency(section, paragraphs)) return false;
  for (let at = section.parent; at !== null; at = sections[at]?.parent ?? null) {
    const above = sections[at] as Section;
    if (isPart(above)) return true;
  }
  const beside = sections.filter(
    (other) =>
      other.parent === section.parent && other.style === section.style && other.depth === section.depth,
  );
  return beside.filter((other) => isAgency(other, paragraphs)).length >= 3;
}

function isAgency(section: Section, paragraphs: readonly Paragraph[]): boolean {
  const plain = fold(section.title);
  return (
    ownerWords(section, paragraphs).length <= LONGEST_OWNER &&
    AGENCY.test(plain) &&
    !ACTS.test(plain) &&
    section.style !== 'roman' &&
    section.style !== 'bullet'
  );
}

function ownerOf(
  paragraph: Paragraph,
  sections: readonly Section[],
  owners: ReadonlyMap<number, Section>,
): Section | undefined {
  for (let at = paragraph.section; at !== null; at = sections[at]?.parent ?? null) {
    const owner = owners.get(at);
    if (owner !== undefined) return owner;
  }
  return undefined;
}

function dutyOf(paragraph: Paragraph, owner: Section, paragraphs: readonly Paragraph[]): Duty | undefined {
  const heading = paragraphs[owner.firstParagraph] as Paragraph;
  const title = ownerWords(owner, paragraphs);
  const start = heading.text.indexOf(title);
  const written: Written = {
    text: title,
    span: { paragraph: heading.index, start, end: start + title.length },
  };
  if (paragraph.index !== heading.index) return makeDuty(paragraph, written, wordsStart(paragraph.text));
  const rest =
    start + title.length + (/^[\s:.,;–-]*/u.exec(heading.text.slice(start + title.length))?.[0].length ?? 0);
  return heading.text.length - rest > 12 ? makeDuty(paragraph, written, rest) : undefined;
}

const ACT =
  /[,:]?\s+(?:chủ trì|chủ động|phối hợp|hướng dẫn|tham mưu|có trách nhiệm|chịu trách nhiệm|tổ chức(?= (?:thực hiện|triển khai|tuyên truyền|tập huấn|rà soát|kiểm tra|điều tra|các|hội nghị|quán triệt|khám|vận động|giám sát|đào tạo|bình xét|họp|tốt))|thực hiện|triển khai|xây dựng|căn cứ|báo cáo|theo dõi|bố trí|rà soát|kiểm tra|giám sát|tuyên truyền|vận động|phát huy|tiếp tục|(?<!được\s)phân công|chỉ đạo|lập|tổng hợp|đẩy mạnh|tăng cường|quan tâm|cân đối|cung cấp|thường xuyên|ban hành|gửi|cấp(?= (?:kinh phí|phát|thẻ|vốn|bù))|bình xét|lồng ghép)(?!\p{L})|:\s/gu;

/** A duty of a list without headings: "- Sở Nội vụ hướng dẫn …" names its owner first. */
function dutyOfItem(paragraph: Paragraph): Duty {
  const start = wordsStart(paragraph.text);
  const lead = /^(?:Đề nghị|Giao|Yêu cầu)\s*:?\s+/u.exec(paragraph.text.slice(start))?.[0].length ?? 0;
  const words = paragraph.text.slice(start + lead);
  const plain = fold(words.slice(0, LONGEST_OWNER));
  const act = AGENCY.test(plain) && !ACTS.test(plain) ? actIn(words) : undefined;
  if (act === undefined) return makeDuty(paragraph, null, start);
  const text = words.slice(0, act.index);
  const from = start + lead;
  const owner = { text, span: { paragraph: paragraph.index, start: from, end: from + text.length } };
  return makeDuty(paragraph, owner, from + act.index + (/^[,:\s]*/u.exec(act[0])?.[0].length ?? 0));
}

const makeDuty = (paragraph: Paragraph, owner: Written | null, start: number): Duty => ({
  owner,
  text: paragraph.text.slice(start),
  span: { paragraph: paragraph.index, start, end: paragraph.text.length },
  section: paragraph.section,
  assigned: findNodeReferences(paragraph).filter((reference) => reference.span.start >= start),
});
