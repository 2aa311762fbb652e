import { writtenDay } from '../../shared/day.ts';
import type { Section } from '../document/plan-document.ts';
import type { CheckContext, ReadParagraph } from './check-context.ts';
import type { Fault } from './rule.ts';
import { deadlinesOf, type SetDeadline, writtenDeadline } from './set-deadlines.ts';

const LOWER =
  /(?:(?:các|trưởng)\s+(?:các\s+)?(?:sở|ngành|cơ quan|đơn vị|địa phương|phòng|ban|thôn|bản|ấp|buôn|tổ|khu phố|xã|phường|huyện|bộ phận)(?!\p{L})|(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+(?:các|cấp)\s*(?:xã|phường|huyện|thị trấn)(?!\p{L})|^(?:\d[\d.]*[.)/-]?\s*)?(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+(?:xã|phường|huyện|thị trấn),)/iu;
const COLLECTS =
  /(?:tổng hợp(?:,)? (?:và )?(?:tham mưu )?(?:trình |gửi )?báo cáo|tổng hợp,? tham mưu|báo cáo (?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Bộ|Thủ tướng|Chính phủ|cấp trên))/iu;
const COLLECTOR =
  /^(?:[IVX]+[./)-]\s*|\d[\d.]*[.)/-]?\s*|\p{Ll}[.)/-]\s*)?(?:[-+]\s*)?(?:Giao\s+)?(?:Sở|Phòng|Ban|Công chức|Văn phòng|Cơ quan thường trực|Trung tâm|Chi cục)\s/u;
const ANY_AGENCY = new RegExp(`${COLLECTOR.source}|${LOWER.source}`, 'iu');

const MOST_REPORTS = 200;

/** The words that say who must act: of the paragraph itself, else of the nearest heading over it that names an agency. */
function actorOf({ document }: CheckContext, { text, paragraph }: ReadParagraph): string {
  if (COLLECTOR.test(text) || LOWER.test(text.slice(0, 60))) return text;
  let section: Section | undefined = document.sections[paragraph.section ?? -1];
  for (; section !== undefined; section = document.sections[section.parent ?? -1]) {
    const title = `${section.title} `;
    if (section.span.paragraph !== paragraph.index && ANY_AGENCY.test(title)) return title;
  }
  return text;
}

interface Report extends SetDeadline {
  readonly actor: string;
}

/** Those below report before the one who collects them. */
export function orderFaults(context: CheckContext): Fault[] {
  const reports = deadlinesOf(context)
    .filter(({ report }) => report !== null)
    .map((each): Report => ({ ...each, actor: actorOf(context, each.read) }));
  if (reports.length > MOST_REPORTS) return [];
  const collectors = reports.filter(({ read, actor }) => COLLECTOR.test(actor) && COLLECTS.test(read.text));
  const lower = reports.filter(
    (each) =>
      !collectors.includes(each) &&
      (LOWER.test(each.actor.slice(0, 120)) || LOWER.test(each.read.text.slice(0, each.date.start))),
  );
  return [...belowLater(lower, latestOf(collectors)), ...laterThanSuperior(context, reports)];
}

/** A collector that tells several days for one report is held to the last of them. */
function latestOf(collectors: readonly Report[]): Report[] {
  const latest = new Map<string, Report>();
  for (const each of collectors) {
    const key = `${each.read.index}|${each.report}|${each.last.slice(0, 4)}`;
    const before = latest.get(key);
    if (before === undefined || before.last < each.last) latest.set(key, each);
  }
  return [...latest.values()];
}

function belowLater(lower: readonly Report[], collectors: readonly Report[]): Fault[] {
  const faults = new Map<Report, Fault>();
  for (const collector of collectors) {
    for (const below of lower) {
      if (below.report !== collector.report || below.last.slice(0, 4) !== collector.last.slice(0, 4))
        continue;
      if (below.last <= collector.last || faults.has(below)) continue;
      faults.set(below, {
        span: below.span,
        related: [collector.span],
        message: {
          vi: `Đơn vị cấp dưới báo cáo trước ${writtenDeadline(below)}, nhưng cơ quan tổng hợp phải báo cáo trước ${writtenDeadline(collector)}. Hạn của cấp dưới phải sớm hơn.`,
          en: `Those below report by ${writtenDeadline(below)}, yet the body that collects must report by ${writtenDeadline(collector)}. The lower deadline must be the earlier one.`,
        },
      });
    }
  }
  return [...faults.values()];
}

function laterThanSuperior(context: CheckContext, reports: readonly Report[]): Fault[] {
  const superior = context.knowledge.superiorDeadlines ?? [];
  return reports.flatMap((deadline) => {
    const above = superior.find(
      ({ kind, day }) => kind === deadline.report && day.slice(0, 4) === deadline.last.slice(0, 4),
    );
    if (above === undefined || deadline.last <= above.day) return [];
    return [
      {
        span: deadline.span,
        expected: `trước ${writtenDay(above.day)}`,
        message: {
          vi: `Hạn báo cáo ${writtenDeadline(deadline)} muộn hơn hạn cấp trên yêu cầu: ${writtenDay(above.day)} (${above.source}).`,
          en: `The report is due ${writtenDeadline(deadline)}, later than the superior asks: ${above.day} (${above.source}).`,
        },
      },
    ];
  });
}
