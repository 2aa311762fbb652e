import { writtenDay } from '../../shared/day.ts';
import { type CheckContext, spanIn } from './check-context.ts';
import { citationsOf, nameOf } from './citation-index.ts';
import { keyOf } from './citation-rules.ts';
import type { Fault, Rule } from './rule.ts';

/** Words around a citation that speak of its end or of money still under its rules: no fault to cite it so. */
const SPEAKS_OF_END =
  /(?:thay thế|bãi bỏ|hết hiệu lực|sửa đổi, bổ sung (?:bởi|bằng)|giai đoạn trước|kéo dài|chuyển tiếp)/iu;

function endedFaults(context: CheckContext): Fault[] {
  const { planDay } = context;
  if (planDay === null) return [];
  const faults: Fault[] = [];
  const said = new Set<string>();
  for (const cited of citationsOf(context)) {
    const { citation, read } = cited;
    const acts = context.knowledge.acts.filter(
      ({ number, issued }) =>
        keyOf(number) === citation.key &&
        (citation.date === null || issued === null || issued === citation.date || citation.year !== null),
    );
    const [act] = acts;
    if (acts.length !== 1 || act === undefined || act.ended === null || act.ended > planDay) continue;
    if (citation.issuer !== null && /(?:tỉnh|huyện|xã|phường|thành phố)(?!\p{L})/u.test(citation.issuer))
      continue;
    if (SPEAKS_OF_END.test(read.text.slice(Math.max(0, citation.start - 60), citation.end + 60))) continue;
    if (said.has(citation.key)) continue;
    said.add(citation.key);
    const next = act.replacedBy === null ? '' : `, được thay bằng ${act.replacedBy}`;
    const doubt = act.endedVerified
      ? ''
      : ' Danh mục văn bản chưa kiểm chứng ngày này: đối chiếu trước khi sửa.';
    faults.push({
      severity: act.endedVerified && cited.ground ? 'warning' : 'info',
      span: spanIn(read, citation.numberSpan),
      ...(act.replacedBy === null ? {} : { expected: act.replacedBy }),
      message: {
        vi: `${nameOf(citation, read.text)} (${act.title}) hết hiệu lực từ ${writtenDay(act.ended)}${next}, trước ngày của kế hoạch (${writtenDay(planDay)}).${doubt}`,
        en: `${nameOf(citation, read.text)} ceased to be in force on ${act.ended}${act.replacedBy === null ? '' : ` (replaced by ${act.replacedBy})`}, before the day of the plan (${planDay}).${act.endedVerified ? '' : ' The register has not verified this day: compare before you change anything.'}`,
      },
    });
  }
  return faults;
}

export const citationValidityRule: Rule = {
  id: 'cite.ended',
  severity: 'warning',
  title: { vi: 'Văn bản được dẫn đã hết hiệu lực', en: 'A cited document is no longer in force' },
  find: endedFaults,
};
