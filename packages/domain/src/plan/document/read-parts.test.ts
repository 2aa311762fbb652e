import { describe, expect, it } from 'vitest';
import { readPlanDocument } from './read-plan-document.ts';

const read = (...lines: string[]) =>
  readPlanDocument(['KẾ HOẠCH', 'Giảm nghèo bền vững năm 2024', '', ...lines].join('\n\n'));

describe('targets', () => {
  const targetsOf = (...lines: string[]) =>
    read('II. MỤC TIÊU', '2. Mục tiêu cụ thể', ...lines).targets.map((target) => ({
      indicator: target.indicator,
      comparison: target.comparison,
      value: target.value.value,
      unit: target.unit,
      ...(target.baseline && { baseline: target.baseline.value }),
      ...(target.upper && { upper: target.upper.value }),
      ...(target.year && { year: target.year }),
      ...(target.perYear && { perYear: true }),
    }));

  it.each([
    [
      'Phấn đấu tỷ lệ hộ nghèo chung toàn tỉnh giảm còn 1,76%, trong đó tỷ lệ hộ nghèo là đồng bào dân tộc thiểu số giảm từ 3% trở lên.',
      [
        { indicator: 'tỷ lệ hộ nghèo chung toàn tỉnh', comparison: 'down-to', value: 1.76, unit: '%' },
        {
          indicator: 'tỷ lệ hộ nghèo là đồng bào dân tộc thiểu số',
          comparison: 'decrease-by-at-least',
          value: 3,
          unit: '%',
        },
      ],
    ],
    [
      'Tỷ lệ hộ nghèo tại các xã có tỷ lệ hộ nghèo cao trên 25% giảm từ 4% trở lên.',
      [
        {
          indicator: 'Tỷ lệ hộ nghèo tại các xã có tỷ lệ hộ nghèo cao trên 25%',
          comparison: 'decrease-by-at-least',
          value: 4,
          unit: '%',
        },
      ],
    ],
    [
      'Tỷ lệ hộ nghèo trên địa bàn xã 2,69 giữ cuối năm còn 2,69%.',
      [
        {
          indicator: 'Tỷ lệ hộ nghèo trên địa bàn xã',
          comparison: 'down-to',
          value: 2.69,
          unit: '%',
          baseline: 2.69,
        },
      ],
    ],
    [
      'Giảm 02 hộ nghèo, 05 hộ cận nghèo.',
      [
        { indicator: 'hộ nghèo', comparison: 'decrease-by', value: 2, unit: 'hộ' },
        { indicator: 'hộ cận nghèo', comparison: 'decrease-by', value: 5, unit: 'hộ' },
      ],
    ],
    [
      'a) Y tế: 100% người thuộc hộ nghèo được hỗ trợ tham gia bảo hiểm y tế;',
      [
        {
          indicator: 'người thuộc hộ nghèo được hỗ trợ tham gia bảo hiểm y tế',
          comparison: 'exactly',
          value: 100,
          unit: '%',
        },
      ],
    ],
    [
      '- Từ 80% - 90% xã có đường ô tô đến trung tâm;',
      [{ indicator: 'xã có đường ô tô đến trung tâm', comparison: 'range', value: 80, upper: 90, unit: '%' }],
    ],
    [
      'Giảm tỷ lệ hộ nghèo bình quân từ 3%/năm trở lên; tỷ lệ hộ nghèo giảm còn khoảng 11% vào năm 2020.',
      [
        {
          indicator: 'tỷ lệ hộ nghèo',
          comparison: 'decrease-by-at-least',
          value: 3,
          unit: '%',
          perYear: true,
        },
        { indicator: 'tỷ lệ hộ nghèo', comparison: 'down-to', value: 11, unit: '%', year: 2020 },
      ],
    ],
    [
      'Nhà ở: Phấn đấu tối thiểu 1.000 hộ nghèo được hỗ trợ nhà ở.',
      [{ indicator: 'hộ nghèo được hỗ trợ nhà ở', comparison: 'at-least', value: 1000, unit: 'hộ' }],
    ],
  ])('are read from “%s”', (line, expected) => expect(targetsOf(line)).toEqual(expected));

  it('of outcomes stand also outside the objectives, not among the results of the year before', () => {
    const found = read(
      'I. KẾT QUẢ THỰC HIỆN NĂM 2023',
      'Tỷ lệ hộ nghèo giảm còn 5,2%; 35 hộ nghèo được hỗ trợ nhà ở.',
      'II. NHIỆM VỤ',
      '1. Y tế: Cấp thẻ cho người nghèo, bảo đảm tỷ lệ hộ nghèo tham gia BHYT đạt 100 %.',
      '2. Trong năm 2024 có 25 hộ nghèo, hộ cận nghèo được hỗ trợ nhà ở.',
      '3. Hỗ trợ xây mới nhà ở cho 12 hộ nghèo, sửa chữa nhà ở cho 08 hộ cận nghèo.',
      '4. Mỗi lớp tập huấn có 30 người, kinh phí 15 triệu đồng.',
    ).targets.map(({ indicator, value, unit }) => `${indicator}: ${value.value} ${unit}`);
    expect(found).toEqual([
      'tỷ lệ hộ nghèo tham gia BHYT: 100 %',
      'hộ nghèo, hộ cận nghèo được hỗ trợ nhà ở: 25 hộ',
      'Hỗ trợ xây mới nhà ở: 12 hộ',
      'sửa chữa nhà ở: 8 hộ',
    ]);
  });

  it.each([
    ['Đến hết năm 2025: Có ≥ 30% hộ nghèo có bồn nước.', ['hộ nghèo có bồn nước at-least 30']],
    ['Từ năm 2025 trở đi 100% thôn có tổ truyền thông.', ['thôn có tổ truyền thông exactly 100']],
    [
      'Phấn đấu khoảng 40 xã, 20 thôn thoát khỏi tình trạng khó khăn.',
      ['xã thoát khỏi tình trạng khó khăn about 40', 'thôn thoát khỏi tình trạng khó khăn about 20'],
    ],
    ['Tăng thêm ít nhất 20% số nhóm trẻ.', ['số nhóm trẻ increase-by-at-least 20']],
    ['(2) Hình thành tối thiểu 03 mô hình giảm nghèo.', ['mô hình giảm nghèo at-least 3']],
    ['Tỷ lệ hộ nghèo giảm từ 25,0% xuống còn 21,2% (giảm 3,8%).', ['Tỷ lệ hộ nghèo down-to 21.2']],
    ['Số người cần việc làm: 256 người.', ['Số người cần việc làm exactly 256']],
    ['Nơi có tỷ lệ nữ thấp dưới 30% có thể điều chỉnh.', []],
  ])('%s', (line, expected) => {
    const found = read('II. MỤC TIÊU', line).targets;
    expect(found.map((one) => `${one.indicator} ${one.comparison} ${one.value.value}`)).toEqual(expected);
  });

  it('are not invented from ages, dates and cited documents', () => {
    expect(
      targetsOf('Trẻ em dưới 16 tuổi theo Quyết định số 90/QĐ-TTg ngày 18/01/2022 được hỗ trợ.'),
    ).toEqual([]);
    expect(read('IV. TỔ CHỨC', 'Có 95% ý kiến.').targets).toEqual([]);
  });
});

describe('money', () => {
  it('knows its parts, source and kind in a sentence', () => {
    const { money } = read(
      'Tổng kinh phí thực hiện Tiểu dự án 1 là 236 triệu đồng, gồm 230 triệu đồng vốn sự nghiệp ngân sách trung ương và 6.000.000 đồng vốn sự nghiệp ngân sách địa phương.',
    );
    expect(
      money.map(({ dong, source, kind, partOf, partial }) => ({ dong, source, kind, partOf, partial })),
    ).toEqual([
      { dong: 236_000_000n, source: null, kind: null, partOf: null, partial: false },
      { dong: 230_000_000n, source: 'central', kind: 'recurrent', partOf: 0, partial: false },
      { dong: 6_000_000n, source: 'local', kind: 'recurrent', partOf: 0, partial: false },
    ]);
    expect(money[1]?.label).toBe('vốn sự nghiệp ngân sách trung ương');
  });

  it('knows its parts in brackets, and their sources by the level alone', () => {
    const { money } = read(
      'Kinh phí: 102 triệu đồng (vốn đầu tư 96 triệu đồng, vốn sự nghiệp 6 triệu đồng).',
      'Tổng nhu cầu 70 triệu đồng; nguồn vốn: trung ương 50 triệu đồng; tỉnh 20 triệu đồng.',
    );
    expect(money.map(({ partOf }) => partOf)).toEqual([null, 0, 0, null, null, null]);
    expect(money.map(({ source }) => source)).toEqual([null, null, null, null, 'central', 'province']);
  });

  it('knows its parts in a list, level by level, and its amount in words', () => {
    const { money } = read(
      'III. KINH PHÍ',
      '- Tổng số tiền: 433 triệu đồng (Bốn trăm ba mươi ba triệu đồng); Trong đó:',
      '+ Dự án 6: 88 triệu đồng.',
      '+ Dự án 7: Nâng cao năng lực, giám sát, đánh giá: 345 triệu đồng.',
      '(+) Nâng cao năng lực: 300 triệu đồng.',
      '(+) Giám sát: 45 triệu đồng.',
      'IV. NGUỒN KHÁC',
      '- Vốn huy động: 10 triệu đồng.',
    );
    expect(money.map((one) => [one.label, one.partOf, one.partial])).toEqual([
      ['Tổng số tiền', null, false],
      ['Dự án 6', 0, true],
      ['Dự án 7: Nâng cao năng lực, giám sát, đánh giá', 0, true],
      ['Nâng cao năng lực', 2, false],
      ['Giám sát', 2, false],
      ['Vốn huy động', null, false],
    ]);
    expect(money[0]?.inWords?.text).toBe('Bốn trăm ba mươi ba triệu');
    expect(money[5]?.source).toBe('mobilised');
  });
});

describe('programme nodes', () => {
  it('have the fields the document gives, each with its text', () => {
    const { nodes } = read(
      'III. NỘI DUNG',
      '2. Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng',
      '2.2. Tiểu dự án 2: Cải thiện dinh dưỡng',
      'a. Mục tiêu: Cải thiện tình trạng dinh dưỡng.',
      'b .Đối tượng:',
      '- Trẻ em dưới 16 tuổi thuộc hộ nghèo;',
      '- Bà mẹ mang thai.',
      'c) Nội dung hỗ trợ: Can thiệp dinh dưỡng.',
      'd) Kinh phí thực hiện: Theo phân bổ của UBND huyện',
      'đ. Cơ quan chủ trì: Trạm y tế xã.',
      'e. Cơ quan phối hợp: Các trường học.',
      'f. Thời gian thực hiện: Hoàn thành quý III năm 2024.',
      '3. Dự án 4: Phát triển giáo dục nghề nghiệp',
    );
    expect(nodes.map((node) => [node.kind, node.number, node.projectNumber, node.parent, node.name])).toEqual(
      [
        ['project', '3', '3', null, 'Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng'],
        ['sub-project', '2', '3', 0, 'Cải thiện dinh dưỡng'],
        ['project', '4', '4', null, 'Phát triển giáo dục nghề nghiệp'],
      ],
    );
    const texts = Object.fromEntries(
      Object.entries(nodes[1]?.fields ?? {}).map(([field, one]) => [field, one.text]),
    );
    expect(texts).toEqual({
      objective: 'Cải thiện tình trạng dinh dưỡng.',
      'target-group': '- Trẻ em dưới 16 tuổi thuộc hộ nghèo;\n- Bà mẹ mang thai.',
      content: 'Can thiệp dinh dưỡng.',
      budget: 'Theo phân bổ của UBND huyện',
      lead: 'Trạm y tế xã.',
      partners: 'Các trường học.',
      time: 'Hoàn thành quý III năm 2024.',
    });
    expect(nodes[2]?.fields).toEqual({});
  });

  it('name their project without a word between', () => {
    const { nodes } = read(
      'II. NỘI DUNG',
      '2.1. Tiểu dự án 1 Dự án 3: hỗ trợ phát triển sản xuất nông nghiệp',
    );
    expect(nodes).toMatchObject([
      { number: '1', projectNumber: '3', name: 'hỗ trợ phát triển sản xuất nông nghiệp' },
    ]);
  });

  it('name their project in their own title or in brackets, and partners within the lead', () => {
    const { nodes } = read(
      '1. Tiểu dự án 2 thuộc Dự án 6: Truyền thông',
      '- Phân công thực hiện: Sở Y tế chủ trì, phối hợp cùng các sở, ngành liên quan chỉ đạo thực hiện.',
      '2. Nâng cao năng lực (Dự án 7)',
    );
    expect(nodes.map((node) => [node.kind, node.number, node.projectNumber])).toEqual([
      ['sub-project', '2', '6'],
      ['project', '7', '7'],
    ]);
    expect(nodes[0]?.fields.partners?.text).toBe('các sở, ngành liên quan');
  });
});

describe('duties', () => {
  it('belong to the agency of their section, whether listed or run in', () => {
    const { duties } = read(
      'VI. TỔ CHỨC THỰC HIỆN',
      '1. Trạm Y tế xã',
      '- Chủ trì thực hiện Tiểu dự án 2 thuộc Dự án 3, Dự án 7.',
      '- Tổng hợp kết quả báo cáo UBND xã.',
      '2. Đề nghị Hội Phụ nữ xã: Vận động hội viên tham gia.',
      'Trên đây là Kế hoạch của xã, yêu cầu các đơn vị thực hiện./.',
    );
    expect(duties.map((duty) => [duty.owner?.text, duty.text])).toEqual([
      ['Trạm Y tế xã', 'Chủ trì thực hiện Tiểu dự án 2 thuộc Dự án 3, Dự án 7.'],
      ['Trạm Y tế xã', 'Tổng hợp kết quả báo cáo UBND xã.'],
      ['Hội Phụ nữ xã', 'Vận động hội viên tham gia.'],
    ]);
    expect(duties[0]?.assigned.map((one) => [one.projectNumber, one.subProjectNumber])).toEqual([
      ['3', '2'],
      ['7', null],
    ]);
  });

  it('of a list without headings belong to the agency each begins with', () => {
    const { duties } = read(
      'V. TỔ CHỨC THỰC HIỆN',
      '2. Trách nhiệm thực hiện',
      '- Đề nghị Hội Phụ nữ xã, các tổ chức thành viên tiếp tục vận động hội viên giúp hộ nghèo.',
      '- Công chức Tài chính - Kế toán tham mưu nguồn vốn thực hiện Kế hoạch.',
      '- Theo dõi, đôn đốc việc thực hiện.',
    );
    expect(duties.map(({ owner, text }) => [owner?.text ?? null, text])).toEqual([
      ['Hội Phụ nữ xã, các tổ chức thành viên', 'tiếp tục vận động hội viên giúp hộ nghèo.'],
      ['Công chức Tài chính - Kế toán', 'tham mưu nguồn vốn thực hiện Kế hoạch.'],
      [null, 'Theo dõi, đôn đốc việc thực hiện.'],
    ]);
  });

  it('are said in the heading of the agency itself', () => {
    const { duties } = read(
      'V. TỔ CHỨC THỰC HIỆN',
      '1. Sở Xây dựng hướng dẫn hỗ trợ nhà ở; kiểm tra việc thực hiện.',
      '2. Ban Chỉ đạo giảm nghèo xã phân công thành viên phụ trách thôn.',
      '3. Văn phòng điều phối Chương trình xây dựng nông thôn mới',
      '- Lồng ghép nguồn lực.',
    );
    expect(duties.map(({ owner }) => owner?.text)).toEqual([
      'Sở Xây dựng',
      'Ban Chỉ đạo giảm nghèo xã',
      'Văn phòng điều phối Chương trình xây dựng nông thôn mới',
    ]);
  });

  it('without an agency have no owner', () => {
    const [duty] = read('VI. TỔ CHỨC THỰC HIỆN', '- Thực hiện công khai danh sách hộ nghèo.').duties;
    expect(duty?.owner).toBeNull();
  });
});

describe('deadlines', () => {
  it('know day, recurrence and the kind of report', () => {
    const { deadlines } = read(
      'Các đơn vị báo cáo hàng quý trước ngày 15 tháng cuối quý; báo cáo 6 tháng trước 20/6/2024 và báo cáo năm trước 10/12/2024 về UBND xã.',
      'Báo cáo định kỳ trước ngày 10/5/2024 (báo cáo 6 tháng).',
      'b) Thời gian thực hiện: Xong trước ngày 30/11/2024.',
      'c) Thời gian kiểm tra: Thực hiện đến hết Quý IV/2024.',
    );
    expect(deadlines.map(({ kind, day, dayOfMonth, report }) => [kind, day, dayOfMonth, report])).toEqual([
      ['quarter', null, 15, true],
      ['half-year', '2024-06-20', null, true],
      ['year', '2024-12-10', null, true],
      ['half-year', '2024-05-10', null, true],
      ['once', '2024-11-30', null, false],
      ['once', '2024-12-31', null, false],
    ]);
  });

  it('come two at a time, and every year', () => {
    const { deadlines } = read(
      'Báo cáo về UBND huyện trước ngày 01/6 và 15/11 hằng năm; báo cáo trước ngày 10/6/2024 (báo cáo 6 tháng), 10/12/2024 (báo cáo năm).',
    );
    expect(deadlines.map(({ day, dayOfMonth, kind }) => [day, dayOfMonth, kind])).toEqual([
      [null, 1, 'year'],
      [null, 15, 'year'],
      ['2024-06-10', null, 'half-year'],
      ['2024-12-10', null, 'year'],
    ]);
  });

  it('take their period before a bracket, a year from the date they are joined to, and are no year of a target', () => {
    const { deadlines } = read(
      'Báo cáo UBND tỉnh định kỳ 6 tháng (trước ngày 15/6), năm (trước ngày 10/12).',
      'Gửi báo cáo trước ngày 01/6 và 25/11/2024.',
      'a) Đến hết năm 2030: Có 60% thôn có tổ truyền thông.',
    );
    expect(deadlines.map(({ day, dayOfMonth, kind }) => [day, dayOfMonth, kind])).toEqual([
      [null, 15, 'half-year'],
      [null, 10, 'year'],
      ['2024-06-01', null, 'once'],
      ['2024-11-25', null, 'once'],
    ]);
  });

  it('are not the dates of cited documents', () => {
    expect(
      read('Thực hiện Quyết định số 90/QĐ-TTg ngày 18/01/2022 của Thủ tướng Chính phủ.').deadlines,
    ).toEqual([]);
  });
});

describe('cited documents', () => {
  it('are one for all their mentions, with each date and whether it is a ground', () => {
    const { cited } = read(
      'Thực hiện Quyết định số 90/QĐ-TTg ngày 18/01/2022 của Thủ tướng Chính phủ; các Nghị quyết số 06/2022/NQ-HĐND ngày 11/12/2022, số 08/2022/NQ-HĐND ngày 11/12/2022 của Hội đồng nhân dân tỉnh.',
      'I. MỤC TIÊU',
      'Theo Quyết định số 90 /QĐ-TTg ngày 18/01/2023 của Thủ tướng Chính phủ.',
    );
    expect(
      cited.map((one) => [
        one.kind,
        one.symbol,
        one.yearInNumber,
        one.mentions.map((mention) => [mention.day, mention.ground]),
      ]),
    ).toEqual([
      [
        'decision',
        '90/QĐ-TTg',
        null,
        [
          ['2022-01-18', true],
          ['2023-01-18', false],
        ],
      ],
      ['resolution', '06/2022/NQ-HĐND', 2022, [['2022-12-11', true]]],
      ['resolution', '08/2022/NQ-HĐND', 2022, [['2022-12-11', true]]],
    ]);
    expect(cited[0]?.mentions[0]?.issuer).toBe('Thủ tướng Chính phủ');
  });
});
