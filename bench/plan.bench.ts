import { checkPlanDocument } from '@benvung/domain/plan/check/check-plan-document';
import { readPlanDocument } from '@benvung/domain/plan/document/read-plan-document';
import { regulations } from '../apps/server/src/standard/read-regulations.ts';
import { type BenchLine, bestOf, milliseconds, times } from './measure.ts';

const LETTERS = 100_000;
const RUNS = 15;
const AIM_MILLISECONDS = 100;

/** One project of a plan in the words of such plans, with targets, money, citations, duties and deadlines. */
const project = (at: number): string => `
${at}. Dự án ${(at % 7) + 1}: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng

a) Mục tiêu: Phấn đấu tỷ lệ hộ nghèo tại thôn ${at} giảm còn ${at % 9},76%, có tối thiểu ${at + 20} hộ nghèo, hộ cận nghèo được hỗ
trợ nhà ở; 95% hộ nghèo sử dụng nước sinh hoạt hợp vệ sinh.

b) Nội dung hỗ trợ: Thực hiện theo quy định tại Nghị định số ${at + 10}/2022/NĐ-CP ngày 19/4/2022 của Chính phủ; Thông tư số
${at + 40}/2023/TT-BTC ngày 15/8/2023 của Bộ Tài chính, Quyết định số ${at + 300}/QĐ-UBND ngày 26/10/2023 của UBND tỉnh.

c) Kinh phí thực hiện: Tổng kinh phí là ${at + 500} triệu đồng, gồm ${at + 300} triệu đồng vốn sự nghiệp ngân sách trung ương và 200
triệu đồng vốn sự nghiệp ngân sách địa phương.

d) Cơ quan chủ trì: Phòng Nông nghiệp và Phát triển nông thôn; báo cáo 6 tháng trước ngày 20/6/2024.

- Chủ trì, phối hợp với các ngành, đơn vị liên quan tổ chức thực hiện, kiểm tra, giám sát, đánh giá và tổng hợp kết quả.
`;

function madeUpPlan(): string {
  let text =
    'Số: 12/KH-UBND\n\nTân Yên, ngày 05 tháng 3 năm 2024\n\nKẾ HOẠCH\n\nGiảm nghèo bền vững năm 2024\n\nI. NỘI DUNG\n';
  for (let at = 1; text.length < LETTERS; at += 1) text += project(at);
  return text;
}

/** The least any reader must do: every line in one form, every word in lower case without marks. */
function foldEveryWord(text: string): number {
  let words = 0;
  for (const line of text.split('\n'))
    for (const word of line.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/\s+/u))
      words += word === '' ? 0 : 1;
  return words;
}

/** A plan of 100 kB read into its structure and checked by every rule. */
export async function benchPlan(): Promise<BenchLine[]> {
  const text = madeUpPlan();
  const { legalActs, planLexicon } = regulations();
  let document = readPlanDocument(text);
  const reading = await bestOf(RUNS, () => {
    document = readPlanDocument(text);
  });
  const checking = await bestOf(RUNS, () => {
    checkPlanDocument(document, { acts: legalActs, lexicon: planLexicon });
  });
  const floor = await bestOf(RUNS, () => void foldEveryWord(text));
  const both = reading + checking;
  return [
    {
      what: `a plan of ${text.length.toLocaleString('en')} letters read and checked`,
      ours: `${milliseconds(both)} (read ${milliseconds(reading)})`,
      peer: `folding its words ${milliseconds(floor)}`,
      figure: times(both / floor),
      aim: `under ${AIM_MILLISECONDS} ms`,
      met: both < AIM_MILLISECONDS,
    },
  ];
}
