import { describe, expect, test } from 'vitest';
import { readPlanDocument } from '../document/read-plan-document.ts';
import { faultsOf, HEAD_OF_PLAN, knowledge, planOf } from './check.test-support.ts';
import { checkedRules, checkPlanDocument } from './check-plan-document.ts';

const body = (text: string): string => planOf(`I. NỘI DUNG\n\n1. Mục tiêu\n\n${text}`);

describe('targets', () => {
  test.each([
    ['target.no-change', 'Tỷ lệ hộ nghèo trên địa bàn xã 2,69 giữ cuối năm còn 2,69%.'],
    ['target.no-change', 'Giảm tỷ lệ hộ nghèo từ 2,00% đầu năm xuống còn 2,00% cuối năm.'],
    ['target.direction', 'Giảm tỷ lệ hộ nghèo từ 2,5% xuống còn 3,1%.'],
    ['target.by-or-to', 'Tỷ lệ hộ nghèo hiện nay là 5,07% đến cuối năm phấn đấu giảm 4,27%'],
    ['target.difference', 'Giảm tỷ lệ hộ nghèo từ 5,07% xuống còn 4,27% (giảm 0,9%).'],
    ['target.difference', 'Giảm 30 hộ nghèo (từ 96 hộ xuống còn 60 hộ).'],
    ['target.rate', 'Toàn xã có 45 hộ nghèo, chiếm 5% tổng số 1.200 hộ.'],
    [
      'target.two-values',
      'Tỷ lệ lao động qua đào tạo đạt 70%.\n\n2. Nhiệm vụ\n\nTỷ lệ lao động qua đào tạo đạt 72,5%.',
    ],
  ])('%s: %s', (rule, text) => {
    expect(faultsOf(rule, body(text))).toHaveLength(1);
  });

  test.each([
    ['target.no-change', 'Giảm tỷ lệ hộ nghèo từ 2,69% xuống còn 2,19%; tăng thu nhập từ 3% lên 5%.'],
    ['target.direction', 'Giảm tỷ lệ hộ nghèo từ 3% trở lên, xã khó khăn từ 4% đến 5%/năm.'],
    [
      'target.by-or-to',
      'Tỷ lệ hộ nghèo hiện nay là 5,07%, phấn đấu giảm còn 4,27%; hiện nay là 24,4%, phấn đấu giảm 4%.',
    ],
    [
      'target.difference',
      'Giảm tỷ lệ hộ nghèo từ 5,07% xuống còn 4,27% (giảm 0,8%); giảm 36 hộ nghèo (từ 96 hộ xuống còn 60 hộ).',
    ],
    ['target.rate', 'Toàn xã có 45 hộ nghèo, chiếm 3,75% tổng số 1.200 hộ.'],
    [
      'target.two-values',
      'Năm 2024 tỷ lệ lao động qua đào tạo đạt 70%.\n\n2. Nhiệm vụ\n\nNăm 2025 tỷ lệ lao động qua đào tạo đạt 72,5%.',
    ],
  ])('nothing for %s: %s', (rule, text) => {
    expect(faultsOf(rule, body(text))).toEqual([]);
  });
});

describe('deadlines', () => {
  test.each([
    ['deadline.past', 'Hoàn thành trước ngày 28/02/2024.'],
    ['deadline.past', 'Các đơn vị báo cáo UBND tỉnh kết quả thực hiện trước ngày 30/11/2023.'],
    ['deadline.period', 'Hoàn thành trước ngày 30/11/2026.'],
    ['deadline.period', '- Thời gian thực hiện: Trong năm 2023.'],
    ['deadline.soon', 'Báo cáo 6 tháng trước ngày 20/3/2024.'],
    [
      'deadline.order',
      'Các huyện báo cáo năm về Sở trước ngày 10/12/2024.\n\n2. Sở Lao động tổng hợp, báo cáo UBND tỉnh (báo cáo năm trước ngày 05/12/2024).',
    ],
  ])('%s: %s', (rule, text) => {
    expect(faultsOf(rule, body(text))).toHaveLength(1);
  });

  test.each([
    ['deadline.past', 'Đã hoàn thành trước ngày 28/02/2024; xong trước ngày 30/11/2024.'],
    ['deadline.past', 'Quyết định số 12/QĐ-UBND ban hành trước ngày 01/01/2024.'],
    ['deadline.period', 'Báo cáo năm trước ngày 15/01/2025.\n\n- Thời gian thực hiện: Quý III năm 2024.'],
    ['deadline.soon', 'Báo cáo 6 tháng trước ngày 20/6/2024; báo cáo quý trước ngày 20/3/2024.'],
    [
      'deadline.order',
      'Các huyện báo cáo năm về Sở trước ngày 30/11/2024.\n\n2. Sở Lao động tổng hợp, báo cáo UBND tỉnh (báo cáo năm trước ngày 05/12/2024).',
    ],
  ])('nothing for %s: %s', (rule, text) => {
    expect(faultsOf(rule, body(text))).toEqual([]);
  });

  test('a report due after the day the superior asks for', () => {
    const known = {
      ...knowledge,
      superiorDeadlines: [{ kind: 'year', day: '2024-11-15', source: 'Kế hoạch tỉnh' } as const],
    };
    expect(faultsOf('deadline.order', body('Báo cáo năm trước ngày 30/11/2024.'), known)).toEqual([
      'error: 30/11/2024',
    ]);
    expect(faultsOf('deadline.order', body('Báo cáo năm trước ngày 10/11/2024.'), known)).toEqual([]);
  });
});

const DUTIES = (third: string): string =>
  planOf(
    `I. NỘI DUNG\n\nII. TỔ CHỨC THỰC HIỆN\n\n1. Sở Tài chính: Bố trí kinh phí.\n\n2. Sở Y tế: Cấp thẻ bảo hiểm.\n\n3. ${third}\n\n4. Các huyện, thành phố: Tổ chức thực hiện.`,
  );
const PROJECTS = (assigned: string, time = 'c) Thời gian thực hiện: Năm 2024.'): string =>
  planOf(
    `I. NỘI DUNG\n\n${[2, 3, 4, 6]
      .map(
        (project, at) =>
          `${at + 1}. Dự án ${project}: Nội dung\n\na) Kinh phí thực hiện: theo phân bổ.\n\nb) Cơ quan chủ trì: Sở Y tế.\n\n${project === 4 ? time : 'c) Thời gian thực hiện: Năm 2024.'}`,
      )
      .join(
        '\n\n',
      )}\n\nII. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế: Chủ trì ${assigned}.\n\n2. Sở Tài chính: Bố trí kinh phí.`,
  );

describe('duties and projects', () => {
  test('a duty without an owner', () => {
    expect(faultsOf('duty.no-owner', DUTIES('Chủ trì triển khai chính sách hỗ trợ nhà ở.'))).toHaveLength(1);
    expect(
      faultsOf('duty.no-owner', DUTIES('Sở Xây dựng: Chủ trì triển khai chính sách hỗ trợ nhà ở.')),
    ).toEqual([]);
    expect(faultsOf('duty.no-owner', body('a) Cơ quan chủ trì:\n\nb) Thời gian: năm 2024'))).toHaveLength(1);
  });

  test('a project that is assigned but not described', () => {
    expect(faultsOf('project.undescribed', PROJECTS('Dự án 2, Dự án 5'))).toEqual(['warning: Dự án 5']);
    expect(faultsOf('project.undescribed', PROJECTS('Dự án 2, Dự án 6'))).toEqual([]);
  });

  test('a project without what the others have', () => {
    expect(faultsOf('project.incomplete', PROJECTS('Dự án 2', 'c) Địa điểm: toàn tỉnh.'))).toEqual([
      'warning: 3. Dự án 4: Nội dung',
    ]);
    expect(faultsOf('project.incomplete', PROJECTS('Dự án 2'))).toEqual([]);
  });
});

describe('head and end', () => {
  const headed = (from: string, to: string): string =>
    planOf('I. NỘI DUNG\n\n1. Một việc.', { head: HEAD_OF_PLAN.replace(from, to) });

  test.each([
    ['head.blank', 'Số: 15/KH-UBND', 'Số:      /KH-UBND'],
    ['head.blank', 'ngày 15 tháng 3', 'ngày ... tháng 3'],
    ['head.form', '15/KH-UBND', '5/KH-UBND'],
    ['head.form', 'ngày 15 tháng 3', 'ngày 5 tháng 3'],
    ['head.form', 'ngày 15 tháng 3', 'ngày 15 tháng 03'],
    ['closing.period', 'bền vững năm 2024', 'bền vững năm 2023'],
  ])('%s: %s → %s', (rule, from, to) => {
    expect(faultsOf(rule, headed('', ''))).toEqual([]);
    expect(faultsOf(rule, headed(from, to))).toHaveLength(1);
  });

  test('the closing mark', () => {
    const text = planOf('I. NỘI DUNG\n\n1. Một việc.');
    expect(faultsOf('closing.mark', text)).toEqual([]);
    expect(faultsOf('closing.mark', text.replace('./.', '.'))).toHaveLength(1);
  });
});

describe('words', () => {
  test.each([
    [
      'text.page-number',
      'Cải thiện tầm vóc của trẻ em dưới 16 tuổi 5\nthuộc hộ nghèo, hộ cận nghèo trên địa bàn tỉnh.',
      'warning: 5',
    ],
    [
      'text.page-number',
      'Cải thiện tầm vóc của trẻ em dưới 16 tuổi\n5\nthuộc hộ nghèo, hộ cận nghèo trên địa bàn tỉnh.',
      'warning: 5',
    ],
    [
      'text.page-number',
      'Tổ chức đào tạo nghề, bồi dưỡng kỹ năng,\n\n- 7 -\n\ntư vấn việc làm gắn với chuỗi giá trị.',
      'warning: - 7 -',
    ],
    ['text.repeated-word', 'Nghị quyết của của Ban Chấp hành.', 'warning: của của'],
    ['text.repeated-word', 'Căn cứ Căn cứ kế hoạch của tỉnh.', 'warning: Căn cứ Căn cứ'],
    ['text.repeated-word', 'Luật chính quyền địa phương phương được thông qua.', 'warning: phương phương'],
    ['text.repeated-word', 'Chỉ thị số số 03/CT-UBND của tỉnh.', 'warning: số số'],
    ['text.spelling', 'Lồng ghép nguồn lực để hỗ tr cho người nghèo.', 'warning: hỗ tr'],
    ['text.spelling', 'Ủy ban nhân đân các xã thực hiện.', 'warning: Ủy ban nhân đân'],
    ['text.spelling', 'Thực hiện tiêu dự án 2.', 'warning: tiêu dự án'],
  ])('%s: %s', (rule, text, found) => {
    expect(faultsOf(rule, body(text))).toEqual([found]);
  });

  test.each([
    [
      'text.page-number',
      'Hỗ trợ trẻ em dưới 16 tuổi, trong đó có 5\nxã của tỉnh và giai đoạn 2\ncủa chương trình.',
    ],
    // A number the sentence asks for; a sentence that ended; a series of pages; the second of two pages.
    ['text.page-number', 'Hỗ trợ trẻ em và bố trí cho mỗi tổ\n5\nngười; giai đoạn\n7\ncủa chương trình.'],
    ['text.page-number', 'Hỗ trợ trẻ em của hộ nghèo.\n5\nthuộc địa bàn tỉnh.'],
    [
      'text.page-number',
      'Hỗ trợ trẻ em dưới 16 tuổi\n5\nthuộc hộ nghèo và hộ mới thoát nghèo\n6\nđược vay vốn sản xuất.',
    ],
    ['text.page-number', 'Hỗ trợ trẻ em dưới 16 tuổi\n2\nthuộc hộ nghèo trên địa bàn tỉnh.'],
    [
      'text.repeated-word',
      'Trong năm học học sinh, sinh viên được hỗ trợ; người người thi đua; nhân dân dân tộc.',
    ],
    ['text.spelling', 'Uỷ ban nhân dân các xã thực hiện mục tiêu dự án; hỗ trợ hộ nghèo.'],
  ])('nothing for %s: %s', (rule, text) => {
    expect(faultsOf(rule, body(text))).toEqual([]);
  });

  test('the last word of a text cut off in its midst is no misspelling', () => {
    const cut = `${body('Nội dung.')}\n\nThời gian thực hiệ`;
    expect(faultsOf('text.spelling', cut)).toEqual([]);
    expect(faultsOf('text.spelling', `${cut} trong năm.`)).toHaveLength(1);
  });

  test('a paragraph said twice in one place, and the same duty of two bodies', () => {
    const duty = '- Theo dõi, giám sát, tổng hợp kết quả thực hiện và báo cáo cơ quan quản lý Chương trình.';
    expect(
      faultsOf('text.repeated-paragraph', body(`${duty}\n\n- Việc khác của sở.\n\n${duty}`)),
    ).toHaveLength(1);
    expect(
      faultsOf(
        'text.repeated-paragraph',
        body(`${duty}\n\n- Một.\n\n- Hai.\n\n2. Sở khác\n\n- Ba.\n\n${duty}`),
      ),
    ).toEqual([]);
  });
});

describe('layout of a DOCX', () => {
  const facts = {
    pageWidth: 210,
    pageHeight: 297,
    margins: { top: 20, bottom: 20, left: 30, right: 15 },
    fonts: [{ name: 'Times New Roman', characters: 9000 }],
    sizes: [{ points: 14, characters: 9000 }],
    underMotto: true,
    underIssuer: true,
    pageNumber: { place: 'header', centred: true, onFirstPage: false },
    pageNumberKnown: true,
    parts: [{ part: 'type', points: 14, bold: true, italic: false, line: 1 }],
  } as const;
  const layout = (changes: object): string[] =>
    checkPlanDocument(readPlanDocument(body('Một việc.'), { ...facts, ...changes }), knowledge)
      .filter(({ rule }) => rule === 'layout')
      .map(({ message }) => message.vi);

  test('as NĐ 30/2020 has it', () => {
    expect(layout({})).toEqual([]);
  });

  test.each([
    [{ margins: { ...facts.margins, left: 20 } }, 'Lề trái 20 mm'],
    [{ pageWidth: 216, pageHeight: 279 }, 'không phải A4'],
    [{ fonts: [{ name: 'Arial', characters: 9000 }] }, 'Times New Roman'],
    [{ sizes: [{ points: 12, characters: 9000 }] }, 'Cỡ chữ'],
    [{ underMotto: false }, 'Tiêu ngữ'],
    [{ underIssuer: false }, 'tên cơ quan ban hành'],
    [{ pageNumber: null }, 'không có số trang'],
    [{ pageNumber: { place: 'footer', centred: true, onFirstPage: true } }, 'lề dưới'],
    [{ parts: [{ ...facts.parts[0], bold: false }] }, 'phải in đậm'],
  ])('%j', (changes, words) => {
    const found = layout(changes);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(words);
  });
});

test('findings come in the order of the text, each of a rule that is listed, and twice the same', () => {
  const document = readPlanDocument(body('Nghị quyết của của tỉnh.\n\nKinh phí là 236.000.000 triệu đồng.'));
  const found = checkPlanDocument(document, knowledge);
  expect(found.length).toBeGreaterThan(1);
  expect(found.map(({ span }) => span.paragraph)).toEqual(
    found.map(({ span }) => span.paragraph).sort((a, b) => a - b),
  );
  const listed = new Set(checkedRules.map(({ id }) => id));
  expect(found.every(({ rule }) => listed.has(rule))).toBe(true);
  expect(checkPlanDocument(document, knowledge)).toEqual(found);
});

test('a page given twice raises nothing twice', () => {
  const page = Array.from(
    { length: 12 },
    (_, at) =>
      `${at + 1}. Nội dung thứ ${at + 1} của của kế hoạch được triển khai trên địa bàn tỉnh theo phân công số ${at + 1}.`,
  ).join('\n');
  const once = faultsOf('text.repeated-word', planOf(`I. NỘI DUNG\n${page}`)).length;
  const twice = `${HEAD_OF_PLAN}I. NỘI DUNG\n${page}\n${HEAD_OF_PLAN}I. NỘI DUNG\n${page}\n\nThực hiện tốt./.\n\nNơi nhận:\n- Lưu: VT.\n`;
  expect(faultsOf('text.repeated-word', twice)).toHaveLength(once);
});
