import { describe, expect, it } from 'vitest';
import type { ExchangeIssue } from './exchange-issue.ts';
import { makeListReader } from './list-reader.ts';
import type { ListedHousehold, ListedPopulation, ListedRound } from './listed-household.ts';

const ETHNICITIES: Record<string, string> = { Kinh: '01', Tày: '02', 'Tà-ôi': '31', 'Tà Ôi': '31' };
const INDICATORS = ['Việc làm', 'Người phụ thuộc', 'Dinh dưỡng'];

/** Reads a sheet written as lines of `|`-separated cells. */
function readSheet(text: string, options: { sheet?: string; openingOnly?: boolean } = {}) {
  const households: ListedHousehold[] = [];
  const populations: ListedPopulation[] = [];
  const rounds: ListedRound[] = [];
  const issues: ExchangeIssue[] = [];
  let made = 0;
  const reader = makeListReader(
    {
      indicatorLabels: INDICATORS,
      referenceDay: '2023-12-14',
      openingOnly: options.openingOnly ?? false,
      newId: () => {
        made += 1;
        return `p${made}`;
      },
      findEthnicity: (word) => ETHNICITIES[word],
    },
    {
      household: (household) => households.push(household),
      population: (line) => populations.push(line),
      round: (round) => rounds.push(round),
      issue: (issue) => issues.push(issue),
    },
  );
  const lines = text.trim().split('\n');
  for (const [index, line] of lines.entries())
    reader.row({
      sheet: options.sheet ?? '',
      row: index + 1,
      cells: line.split('|').map((cell) => cell.trim()),
    });
  reader.end();
  const errors = issues
    .filter((issue) => issue.severity === 'error')
    .map((issue) => `${issue.at} ${issue.code}`);
  const warnings = issues
    .filter((issue) => issue.severity === 'warning')
    .map((issue) => `${issue.at} ${issue.code}`);
  return {
    households,
    populations,
    rounds,
    errors,
    warnings,
    issues,
    demonstration: reader.isDemonstration(),
  };
}

const OFFICIAL =
  'Họ tên chủ hộ|Thành viên|Quan hệ với chủ hộ|Ngày sinh|Giới tính|CCCD|Tỉnh|Huyện|Mã huyện|Xã|Mã xã|Thôn|Dân tộc|' +
  'Phân loại hộ|QĐ công nhận|Ngày QĐ|B1|B2|isDTTS|isKNLD|isTVCCCM|Nguyên nhân nghèo|Địa chỉ|Ghi chú|Tuổi|Số nhân khẩu';

describe('the official exchange columns', () => {
  const sheet = readSheet(`DANH SÁCH HỘ NGHÈO
    ${OFFICIAL}
    A|B|1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20|21|22|23|24
    Hồ Thị Nga|Hồ Thị Nga|Chủ hộ|12/05/1961|Nữ||||481|||Thôn 1|Tà Ôi|Hộ nghèo|31/QĐ-UBND|12/12/2023|110|40|x|||Thiếu vốn, ốm đau|||62|2
    Hồ Thị Nga|Hồ Văn Minh|Con|2010|Nam|||||||Thôn 1|Tà Ôi|Hộ nghèo|||||||||||13|2
    Lê Văn Ba|Lê Văn Ba|Chủ hộ|1970|Nam|||||||Thôn 2|Kinh|HCN||||||||||||1`);

  it('give one household for the rows of its members', () => {
    expect(sheet.errors).toEqual([]);
    expect(sheet.households.map((each) => [each.headName, each.members.length, each.review.class])).toEqual([
      ['Hồ Thị Nga', 2, 'POOR'],
      ['Lê Văn Ba', 1, 'NEAR_POOR'],
    ]);
  });

  it('are read field by field', () => {
    const [household] = sheet.households;
    expect(household?.members[0]).toMatchObject({
      relation: 'head',
      birthDate: '1961-05-12',
      sex: 'female',
      ethnicity: '31',
    });
    expect(household?.members[1]).toMatchObject({ relation: 'child', birthDate: '2010', sex: 'male' });
    expect(household?.review).toMatchObject({
      incomeScore: 110,
      deprivationScore: 40,
      decisionNumber: '31/QĐ-UBND',
      decisionDay: '2023-12-12',
    });
    expect(household?.review.flags).toMatchObject({ minority: true, merit: null, femaleHead: null });
    expect(household?.facts.causes).toEqual(['capitalLack', 'illness']);
    expect(household?.place).toMatchObject({ districtCode: '481', village: 'Thôn 1' });
    expect(household?.persons).toBe(2);
  });

  it('say by the sheet what a household was before', () => {
    const rows = `${OFFICIAL}\nHồ Thị Nga|Hồ Thị Nga|Chủ hộ|1961|Nữ|||||||Thôn 1|Kinh`;
    const review = (name: string) => readSheet(rows, { sheet: name }).households[0]?.review;
    expect(review('Sau rà soát')).toMatchObject({ openingClass: null, class: null });
    expect(review('Thoát nghèo')).toMatchObject({ openingClass: 'POOR', class: 'NOT_POOR' });
    expect(review('THOÁT CẬN NGHÈO')).toMatchObject({ openingClass: 'NEAR_POOR', class: 'NOT_POOR' });
  });

  it('as an opening list say only the class of the year before', () => {
    const rows = `Mã hộ|Họ tên chủ hộ|Thôn|Phân loại hộ|Số nhân khẩu\nH1|Hồ Thị Nga|Thôn 1|Hộ nghèo|4`;
    const [household] = readSheet(rows, { openingOnly: true }).households;
    expect(household?.review).toMatchObject({ openingClass: 'POOR', class: null });
    expect(household).toMatchObject({ persons: 4, listCode: 'H1', membersListed: false });
  });
});

const BRIEF =
  'Họ tên chủ hộ|Thành viên|Quan hệ|Ngày sinh|Giới tính|CCCD|Dân tộc|Phân loại hộ|Tuổi|Số nhân khẩu|B2|Thôn';
const one = (cells: string) => readSheet(`${BRIEF}\n${cells}`);

describe('a file that lost its letters', () => {
  const lose = (text: string) => text.replace(/[ăâđêôơưạ-ỹ]/giu, '?');
  const rows = Array.from(
    { length: 40 },
    (_unused, at) => `Nguyễn Thị ${at}|Nguyễn Thị ${at}|Chủ hộ|1961|Nữ`,
  );

  it.each([
    ['in its headers and cells', lose([BRIEF, ...rows].join('\n')), ['A1 exchange.text-lost-diacritics']],
    [
      'in some headers',
      `${BRIEF.replace('Dân tộc|Phân loại hộ', 'Dân t?c|Phân lo?i h?')}\n${rows[0]}`,
      ['G1 exchange.text-lost-diacritics'],
    ],
    ['in its cells', [BRIEF, ...rows.map(lose)].join('\n'), ['B2 exchange.text-lost-diacritics']],
    [
      'to an old encoding, headers and all',
      'Hä tªn chñ hé|Thµnh viªn|Quan hÖ|Ngµy sinh\nNga|Nga|a|1',
      ['A1 exchange.text-old-encoding'],
    ],
  ])('%s is refused with one error', (_where, text, expected) => {
    const sheet = readSheet(text);
    expect([sheet.errors, sheet.warnings]).toEqual([expected, []]);
    expect(sheet.households).toEqual([]);
  });

  it('is not seen in one header that asks a question', () => {
    const sheet = readSheet(`${BRIEF}|Đã hỏi chưa?\n${rows[0]}`);
    expect([sheet.errors, sheet.households.length]).toEqual([[], 1]);
  });
});

describe('a bad cell', () => {
  it.each([
    ['Nga|Nga|Chủ hộ|30/02/1985', 'D2 exchange.day-not-real'],
    ['Nga|Nga|Chủ hộ|31/13/1985', 'D2 exchange.day-not-real'],
    ['Nga|Nga|Chủ hộ|hôm qua', 'D2 exchange.day-not-readable'],
    ['Nga|Nga|Chủ hộ|12/05/61', 'D2 exchange.day-not-readable'],
    ['Nga|Nga|Chủ hộ|2031', 'D2 exchange.day-in-future'],
    ['Nga|Nga|Chủ hộ|1961|Giống cái', 'E2 exchange.word-unknown'],
    ['Nga|Nga|Chủ hộ|1961|Nữ||Tầy', 'G2 exchange.ethnicity-unknown'],
    ['Nga|Nga|Chủ hộ|1961|Nữ||Kinh|Hộ giàu', 'H2 exchange.word-unknown'],
    ['Nga|Nga|Chủ hộ|1961|Nữ||Kinh|HN|62|bốn', 'J2 exchange.number-not-readable'],
    ['Nga|Nga|Chủ hộ|1961|Nữ||Kinh|HN|62|400', 'J2 exchange.number-out-of-range'],
    ['Nguy?n Nga|Nguy?n Nga|Chủ hộ|1961', 'B2 exchange.text-lost-diacritics'],
    ['Th?|Th?|Chủ hộ|1961', 'B2 exchange.text-lost-diacritics'],
    ['NguyÔn V¨n Hïng|NguyÔn V¨n Hïng|Chủ hộ|1961', 'B2 exchange.text-old-encoding'],
    ['Nguyeãn Vaên Huøng|Nguyeãn Vaên Huøng|Chủ hộ|1961', 'B2 exchange.text-old-encoding'],
    ['Nga||Chủ hộ|1961', 'B2 exchange.value-missing'],
    ['=1+1|=1+1|Chủ hộ|1961', 'B2 exchange.name-not-readable'],
    ['=HYPERLINK("x")|=HYPERLINK("x")|Chủ hộ|1961', 'B2 exchange.name-not-readable'],
    ['123|123|Chủ hộ|1961', 'B2 exchange.name-not-readable'],
    ['Nga|Nga|Chủ hộ|1961|Nữ||Kinh|H? nghèo', 'H2 exchange.text-lost-diacritics'],
    ['Nga|Ba|Con|1961', 'C2 exchange.no-head'],
  ])('%s is refused at %s', (cells, expected) => expect(one(cells).errors).toContain(expected));

  it.each([
    ['Nga|Nga|Chủ hộ|05/1961', 'D2 exchange.only-year-kept'],
    ['Nga|Nga|Chủ hộ|22413', 'D2 exchange.day-from-number'],
    ['Nga|Nga|Chủ hộ|1961|Nam|046161000123', 'F2 exchange.identity-suspect'],
    ['Nga|Nga|Chủ hộ|1961|Nữ|123456789', 'F2 exchange.identity-suspect'],
    ['Nga|Nga|Chủ hộ|1961|Nữ||Kinh|HN|40', 'I2 exchange.age-differs'],
    ['Nga|Nga|Chủ hộ|1961|Nữ||Kinh|HN|62|4', 'J2 exchange.persons-differ'],
    ['Nga|Nga|Bạn thân|1961', 'C2 exchange.relation-unknown'],
    ['Nga|Nga||1961', 'C2 exchange.head-not-marked'],
  ])('%s is let in with a warning at %s', (cells, expected) => {
    const sheet = one(cells);
    expect(sheet.warnings).toContain(expected);
    expect(sheet.errors).toEqual([]);
    expect(sheet.households).toHaveLength(1);
  });

  it.each([
    'Lê Khánh Khuyên',
    'Blúp Yên',
    'Hoàng Quân',
    'Huê',
    'Quách Thoại',
    'Trần Thị Thuý',
    'Ksor HʼBút',
    'Nguyễn Văn Đức',
    'Lò Thị Duyên',
    'Ngô Quý Hoàn',
  ])('the name %s is not taken for damaged', (name) =>
    expect(one(`${name}|${name}|Chủ hộ|1961`).errors).toEqual([]),
  );

  it('never prints an identity number whole', () => {
    const issue = one('Nga|Nga|Chủ hộ|1961|Nam|046161000123').issues.find(
      (each) => each.code === 'exchange.identity-suspect',
    );
    expect(issue?.detail.value).toBe('046161…');
  });

  it('names a column nobody knows and leaves it out', () => {
    const sheet = readSheet(`${BRIEF}|Màu tóc\nNga|Nga|Chủ hộ|1961||||||||Thôn 1|đen`);
    expect(sheet.warnings).toEqual(['M1 exchange.column-unknown']);
  });
});

describe('rows of one household', () => {
  it('with two heads are refused at the second', () => {
    const sheet = readSheet(`${BRIEF}\nNga|Nga|Chủ hộ|1961\nNga|Ba|Chủ hộ|1960`);
    expect(sheet.errors).toEqual(['C3 exchange.two-heads']);
  });
  it('of two heads with one name are two households', () => {
    const sheet = readSheet(`${BRIEF}\nNga|Nga|Chủ hộ|1961\nNga|Út|Con|1990\nNga|Nga|Chủ hộ|1955`);
    expect([sheet.errors, sheet.households.map((each) => each.members.length)]).toEqual([[], [2, 1]]);
  });
  it('are kept together by their code, whatever stands in the head column', () => {
    const sheet = readSheet(
      `Mã hộ|${BRIEF}\nH1||Nga|Chủ hộ|1961\nH1||Ba|Chồng|1960\nH2||Lan|Chủ hộ|1970\n||Út|Con|2001`,
    );
    expect(sheet.households.map((each) => [each.listCode, each.members.length])).toEqual([
      ['H1', 2],
      ['H2', 2],
    ]);
  });
  it('that give two classes are refused where the second stands', () => {
    const sheet = readSheet(`${BRIEF}\nNga|Nga|Chủ hộ|1961||||HN\nNga|Út|Con|1990||||HCN`);
    expect(sheet.errors).toEqual(['H3 exchange.rows-disagree']);
  });
  it('in a printed list carry the birth year in the column of the sex', () => {
    const sheet = readSheet('Chủ hộ|Họ và tên|Nam|Nữ|Quan hệ\nNga|Nga||1961|Chủ hộ\nNga|Ba|1960||Chồng');
    expect(sheet.households[0]?.members.map((each) => [each.sex, each.birthDate])).toEqual([
      ['female', '1961'],
      ['male', '1960'],
    ]);
  });
});

describe('a header of two rows', () => {
  it('is read as one', () => {
    const sheet = readSheet(`TT|Chủ hộ|Họ và tên|Năm sinh||Quan hệ
      |||Nam|Nữ|
      1|2|3|4|5|6
      1|Nga|Nga||1961|Chủ hộ`);
    expect(sheet.errors).toEqual([]);
    expect(sheet.households[0]?.members[0]).toMatchObject({ sex: 'female', birthDate: '1961' });
  });
});

describe('indicators', () => {
  const header = 'Họ tên chủ hộ|Phân loại hộ|B2|Thiếu hụt: Việc làm|Người phụ thuộc|Thiếu hụt: Dinh dưỡng';
  it.each([
    ['Nga|HN|20|x|Có|', '110', []],
    ['Nga|HN|10|Không|Có|Không áp dụng', '01-', []],
    ['Nga|HN|10|?|Thiếu hụt|-', '?1-', []],
    ['Nga|HN|30|x|Có|', '110', ['C2 exchange.score-differs']],
    ['Nga|HN|30||', null, []],
  ])('%s make the pattern %s', (cells, pattern, warnings) => {
    const sheet = readSheet(`${header}\n${cells}`);
    expect([sheet.households[0]?.review.deprivations, sheet.warnings, sheet.errors]).toEqual([
      pattern,
      warnings,
      [],
    ]);
  });
});

describe('other rows', () => {
  it('of the population base and of rounds may stand in the same file', () => {
    const sheet = readSheet(
      `◈ DỮ LIỆU MINH HỌA, không phải số liệu thật
      Loại dòng|Mã xã|Thôn|Họ tên chủ hộ|Phân loại hộ|Tổng số hộ dân cư|Tổng số nhân khẩu|Tình trạng đợt|Ngày lấy mốc
      Đợt rà soát|20056||||||Đã khóa sổ|14/12/2023
      Dân số|20056||||1.200|5100
      Dân số|20056|Thôn 1|||300|
      Hộ|20056|Thôn 1|Nga|HN`,
    );
    expect(sheet.errors).toEqual([]);
    expect(sheet.demonstration).toBe(true);
    expect(sheet.rounds[0]).toMatchObject({ status: 'LOCKED', referenceDay: '2023-12-14' });
    expect(sheet.populations.map((line) => [line.place.village, line.households, line.persons])).toEqual([
      [null, 1200, 5100],
      ['Thôn 1', 300, null],
    ]);
    expect(sheet.households[0]).toMatchObject({ headName: 'Nga', membersListed: false });
  });
  it('without a header that can be recognised are refused', () => {
    expect(readSheet('một|hai\nba|bốn').errors).toEqual([' exchange.no-header']);
  });
});
