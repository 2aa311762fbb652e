import type { Section } from '../document/plan-document.ts';
import { type CheckContext, spanIn } from './check-context.ts';
import type { Fault, Rule } from './rule.ts';

const ORGANISING =
  /(?:tổ chức thực hiện|phân công (?:nhiệm vụ|thực hiện|tổ chức|trách nhiệm)|trách nhiệm (?:của|thực hiện)|phân công)/iu;
const AGENCY =
  /(?<!\p{L})(?:Sở|Ban|Bộ|Phòng|UBND|Ủy ban|Uỷ ban|Văn phòng|Công an|Hội|Đoàn|Mặt trận|MTTQ|Liên đoàn|Liên minh|Liên hiệp|Ngân hàng|NHCSXH|Bảo hiểm|BHXH|Cục|Chi cục|Trung tâm|Trạm|Công chức|Cán bộ|Trường|Đài|Báo|Kho bạc|Thường trực|Chủ tịch|Trưởng|Thủ trưởng|Giám đốc|Hiệp hội|Tổ|Viện|Bưu điện|Tòa án|Toà án|Thanh tra|Thuế|Hải quan|Quỹ|Tập đoàn|Công ty|Điện lực|Bệnh viện|Chi nhánh|Ủy viên|Bí thư|Đảng ủy|Hạt|Đồn|Thôn|Bản|Ấp|Khu phố|HĐND|Hội đồng|Lãnh đạo|Đơn vị|Cơ quan|Doanh nghiệp)(?!\p{L})|(?:các|những)\s+(?:cơ quan|sở|phòng|ban|đơn vị|thôn|xã|trường|tổ chức|doanh nghiệp|địa phương|ngành|hội|đoàn thể|bộ phận|cấp|thành viên|cán bộ|phường|huyện|nhà|hộ|chủ đầu tư|khu|đài|cá nhân|nhân viên)/iu;
const BEGINS_WITH_WORK =
  /^(?:Chủ trì|Phối hợp|Chủ động|Tham mưu|Tổ chức|Triển khai|Hướng dẫn|Xây dựng|Thực hiện|Tăng cường|Theo dõi|Kiểm tra|Tuyên truyền|Rà soát|Tổng hợp|Bố trí|Chỉ đạo|Vận động|Đẩy mạnh|Tiếp tục|Báo cáo|Lồng ghép|Căn cứ|Trên cơ sở)(?!\p{L})/u;

const LONG_LIST = 6;

/** Lists of headings that should each name who acts: under "Tổ chức thực hiện", or long and mostly of agencies. */
function dutyLists({ document }: CheckContext): Section[][] {
  const lists = new Map<string, Section[]>();
  const runs = new Map<string, number>();
  for (const section of document.sections) {
    const { style, parent, number, span } = section;
    if (style === 'bullet' || document.paragraphs[span.paragraph]?.repeatOf !== null) continue;
    const family = `${parent}|${style}`;
    if (/^(?:1|a|I|\d+\.1)$/u.test(number)) runs.set(family, (runs.get(family) ?? 0) + 1);
    const key = `${family}|${runs.get(family) ?? 0}`;
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [section]);
    else list.push(section);
  }
  return [...lists.values()].filter((list) => {
    const parent = document.sections[list[0]?.parent ?? -1];
    const organising =
      parent !== undefined && parent.title.length < 120 && ORGANISING.test(parent.title.slice(0, 60));
    if (organising) return list.length >= 3;
    const begin = list.filter(
      ({ title }) => AGENCY.exec(title.replace(/^(?:Đề nghị|Giao)\s+/u, ''))?.index === 0,
    );
    return list[0]?.style === 'decimal' && list.length >= LONG_LIST && begin.length >= list.length * 0.6;
  });
}

const opening = ({ title }: Section): string => title.slice(0, 90);

/** Under "Tổ chức thực hiện" most headings name who acts; one that begins with the work names nobody. */
function ownerless(context: CheckContext): Fault[] {
  const faults: Fault[] = [];
  for (const list of dutyLists(context)) {
    const named = list.filter((each) => AGENCY.test(opening(each)) && !BEGINS_WITH_WORK.test(each.title));
    if (named.length < list.length * 0.6) continue;
    for (const each of list) {
      if (!BEGINS_WITH_WORK.test(each.title)) continue;
      const general = /^(?:Căn cứ|Trên cơ sở|Theo dõi|Trong quá trình)/u.test(each.title);
      if (general && AGENCY.test(each.title.slice(0, 260))) continue;
      const subject = /^[^:;.]{0,80}/u.exec(each.title)?.[0] ?? '';
      if (/:\s*\p{Lu}/u.test(each.title.slice(0, 100)) && AGENCY.test(subject)) continue;
      faults.push({
        span: each.span,
        message: {
          vi: `Nhiệm vụ ở mục “${each.number}” không nêu cơ quan hay người thực hiện, trong khi các mục khác của phần này đều nêu. Ghi tên cơ quan ở đầu mục.`,
          en: `The duty under "${each.number}" names no agency or person, while the other headings of this part do. Name the agency at its head.`,
        },
      });
    }
  }
  return [...faults, ...emptyOwners(context), ...blankCells(context)];
}

const LONGEST_FIELD = 120;
const OWNER_FIELD =
  /(?:^|[-+]\s*|\p{Ll}\d?[.)]\s*|\d[\d.]*[.)]?\s*)((?:(?:Cơ quan|Đơn vị|Phòng, ban)\s+(?:chủ trì|thực hiện|phụ trách|đầu mối)|Chủ trì)(?:\s+thực hiện)?)\s*:\s*[.…_\s]*$/iu;

const NEXT_FIELD =
  /^[-+*•]\s*(?:Thời gian|Kinh phí|Nguồn|Nội dung|Địa điểm|Mục tiêu|Đối tượng|(?:(?:Cơ quan|Đơn vị)\s+)?Phối hợp)/iu;

/** "Cơ quan chủ trì:" with nothing after it and nothing listed under it. */
function emptyOwners(context: CheckContext): Fault[] {
  const faults: Fault[] = [];
  for (const [at, read] of context.paragraphs.entries()) {
    if (read.paragraph.kind === 'cell' || read.text.length > LONGEST_FIELD) continue;
    const match = OWNER_FIELD.exec(read.text);
    if (match === null) continue;
    const next = context.paragraphs[at + 1];
    if (
      next !== undefined &&
      ((/^[-+*•]/u.test(next.text) && !NEXT_FIELD.test(next.text)) ||
        (AGENCY.test(next.text.slice(0, 60)) && !/^(?:\p{Ll}\d?|\d[\d.]*|[IVX]+)[.)]/u.test(next.text)))
    )
      continue;
    faults.push({
      span: spanIn(read, { start: 0, end: read.text.length }),
      message: {
        vi: `“${match[1]}” để trống. Ghi tên cơ quan chịu trách nhiệm.`,
        en: `"${match[1]}" is blank. Name the agency that answers for it.`,
      },
    });
  }
  return faults;
}

const OWNER_COLUMN =
  /(?:cơ quan|đơn vị|bộ phận|người)\s*(?:chủ trì|thực hiện|phụ trách|đầu mối|chịu trách nhiệm)|^chủ trì/iu;

/** A row of a table of duties whose owner is blank while the others have one. */
function blankCells({ document }: CheckContext): Fault[] {
  const faults: Fault[] = [];
  for (const table of document.tables) {
    if (table.reassembled) continue;
    const column = table.columns.findIndex(({ title }) => OWNER_COLUMN.test(title));
    if (column < 0) continue;
    const duties = table.rows.filter(
      ({ role, cells }) =>
        role === 'data' && cells.filter((cell) => cell !== null && cell.text.trim() !== '').length >= 2,
    );
    const blank = duties.filter(({ cells }) => (cells[column]?.text.trim() ?? '') === '');
    if (duties.length < 4 || blank.length === 0 || blank.length * 4 > duties.length) continue;
    for (const { cells } of blank) {
      const task = cells.find((cell) => cell !== null && /\p{L}{3}/u.test(cell.text));
      if (task == null) continue;
      faults.push({
        span: task.span,
        message: {
          vi: `Nhiệm vụ này không có “${table.columns[column]?.title}”, các dòng khác của bảng đều có.`,
          en: `This duty has no "${table.columns[column]?.title}", while the other rows of the table do.`,
        },
      });
    }
  }
  return faults;
}

export const dutyRule: Rule = {
  id: 'duty.no-owner',
  severity: 'warning',
  title: { vi: 'Nhiệm vụ không có người thực hiện', en: 'A duty without an owner' },
  find: ownerless,
};
