import type { MoneyMention, ProgrammeNode } from '../document/plan-document.ts';
import type { TextSpan } from '../document/source-place.ts';
import { type CheckContext, spanIn } from './check-context.ts';
import type { Fault, Rule } from './rule.ts';

/** "Tổng kinh phí thực hiện Kế hoạch: 780 triệu đồng": of the plan, not of one project, source or class. */
const PLAN_TOTAL =
  /tổng (?:số )?(?:kinh phí|vốn|nguồn vốn|nguồn lực)(?: (?:để )?thực hiện)?(?: (?:kế hoạch|chương trình))?(?: năm \d{4})?(?: (?:là|dự kiến|khoảng))*\s*:?\s*$/iu;

interface Amount {
  readonly dong: bigint;
  readonly text: string;
  readonly span: TextSpan;
}

const within = (inner: TextSpan, outer: TextSpan): boolean =>
  inner.paragraph === outer.paragraph && inner.start >= outer.start && inner.end <= outer.end;

/** The one amount a project's budget names; undefined when it names none, or several that are no breakdown. */
function budgetOf({ fields }: ProgrammeNode, money: readonly MoneyMention[]): Amount | undefined {
  const { budget } = fields;
  if (budget === undefined) return undefined;
  const own = money.filter(({ span, partOf }) => partOf === null && within(span, budget.span));
  return own.length === 1 ? own[0] : undefined;
}

/** The plan's total; undefined when none is told, or different ones are. */
function totalOf({ paragraphs, document }: CheckContext): Amount | undefined {
  const totals = paragraphs.flatMap((read) =>
    read.money
      .filter(({ start }) => PLAN_TOTAL.test(read.text.slice(Math.max(0, start - 90), start)))
      .map(
        ({ start, end, dong }): Amount => ({
          dong,
          text: read.text.slice(start, end),
          span: spanIn(read, { start, end }),
        }),
      ),
  );
  const [first, ...others] = totals;
  const inProject =
    first !== undefined &&
    document.nodes.some(({ fields }) =>
      Object.values(fields).some((field) => field !== undefined && within(first.span, field.span)),
    );
  return inProject || others.some(({ dong }) => dong !== first?.dong) ? undefined : first;
}

/** What rounding to the unit written may hide, in each amount. */
const unitOf = (text: string): bigint =>
  /tỷ|tỉ/iu.test(text) ? 10_000_000n : /triệu|tr/iu.test(text) ? 500_000n : 500n;

function projectSums(context: CheckContext): Fault[] {
  const { nodes, money } = context.document;
  const projects = nodes.filter(({ kind, parent }) => kind === 'project' && parent === null);
  if (projects.length < 2 || new Set(projects.map(({ number }) => number)).size < projects.length) return [];
  const amounts = projects.map((project) => budgetOf(project, money));
  const total = totalOf(context);
  if (total === undefined || amounts.some((amount) => amount === undefined)) return [];
  const parts = amounts.flatMap((amount) => amount ?? []);
  const sum = parts.reduce((all, { dong }) => all + dong, 0n);
  const apart = sum > total.dong ? sum - total.dong : total.dong - sum;
  const slack = parts.reduce((all, { text }) => all + unitOf(text), unitOf(total.text));
  if (apart <= slack) return [];
  const million = (dong: bigint) =>
    (Number(dong) / 1_000_000).toLocaleString('vi-VN', { maximumFractionDigits: 3 });
  return [
    {
      span: total.span,
      expected: `${million(sum)} triệu đồng`,
      related: parts.map(({ span }) => span),
      message: {
        vi: `Kinh phí của ${parts.length} dự án cộng lại ${million(sum)} triệu đồng, tổng kinh phí của kế hoạch ghi ${total.text}, lệch ${million(apart)} triệu đồng. Xem lại tổng hoặc kinh phí từng dự án.`,
        en: `The ${parts.length} projects add up to ${million(sum)} million đồng, the plan's total says ${total.text}, ${million(apart)} million apart. Look at the total or the projects.`,
      },
    },
  ];
}

export const projectSumRule: Rule = {
  id: 'sum.projects',
  severity: 'warning',
  title: {
    vi: 'Kinh phí các dự án không cộng thành tổng của kế hoạch',
    en: 'The projects do not add up to the plan’s total',
  },
  find: projectSums,
};
