import type { Sex } from '@benvung/domain/household/household-facts';
import type { SeededRandom } from './seeded-random.ts';

type Weighted = readonly (readonly [string, number])[];

/** Shares in per cent of the Kinh surnames most often borne; the rest are taken from the tail. */
const KINH_SURNAMES: Weighted = [
  ['Nguyễn', 31.5],
  ['Trần', 10.9],
  ['Lê', 8.9],
  ['Phạm', 5.9],
  ['Hoàng', 3.3],
  ['Huỳnh', 1.8],
  ['Võ', 4.1],
  ['Vũ', 0.8],
  ['Phan', 2.8],
  ['Bùi', 2.1],
  ['Đặng', 1.9],
  ['Đỗ', 1.9],
  ['Ngô', 1.7],
  ['Hồ', 1.5],
  ['Dương', 1.4],
  ['Đinh', 1.0],
  ['Văn', 1.2],
  ['Mai', 1.0],
  ['Trương', 1.6],
  ['Cao', 1.0],
  ['Đoàn', 0.9],
  ['Châu', 0.7],
  ['Hà', 0.7],
  ['Lương', 0.6],
  ['Tống', 0.6],
  ['Tôn Thất', 0.8],
  ['Phùng', 0.4],
  ['Lý', 0.4],
];

/**
 * Shape of names in A Lưới and Nam Đông: Bru-Vân Kiều (23), Cơ-tu (26) and Tà-ôi (31), the Pa Cô among them.
 * "Hồ" is borne by all three. Made up from patterns, nobody's name is meant.
 */
const LOCAL_SURNAMES: Readonly<Record<string, Weighted>> = {
  '23': [
    ['Hồ', 88],
    ['Nguyễn', 6],
    ['Lê', 6],
  ],
  '26': [
    ['Hồ', 34],
    ['A Lăng', 12],
    ['A Rất', 10],
    ['Zơ Râm', 8],
    ['Pơ Loong', 8],
    ['Ra Pát', 8],
    ['Trần', 8],
    ['Nguyễn', 7],
    ['Phạm', 5],
  ],
  '31': [
    ['Hồ', 42],
    ['A Viết', 10],
    ['Quỳnh', 9],
    ['Kê', 7],
    ['Blúp', 6],
    ['Viên', 5],
    ['Nguyễn', 8],
    ['Lê', 7],
    ['Trần', 6],
  ],
};

const words = (text: string): readonly string[] => text.split(' ');

const MALE_MIDDLES: Weighted = [
  ['Văn', 46],
  ['Đình', 7],
  ['Hữu', 6],
  ['Quang', 6],
  ['Minh', 6],
  ['Công', 5],
  ['Viết', 4],
  ['Ngọc', 5],
  ['Xuân', 5],
  ['Thanh', 4],
  ['Đức', 4],
  ['Quốc', 2],
];
const FEMALE_MIDDLES: Weighted = [
  ['Thị', 62],
  ['Thị Ngọc', 5],
  ['Thị Thu', 5],
  ['Thị Kim', 4],
  ['Thị Mỹ', 4],
  ['Thị Hồng', 4],
  ['Ngọc', 5],
  ['Thanh', 4],
  ['Diệu', 4],
  ['Khánh', 3],
];
const MALE_GIVEN = words(
  'An Anh Bình Bảo Cường Chiến Công Dũng Duy Dương Đạt Đức Giang Hải Hiếu Hiền Hòa Hoàng Hùng Huy Hưng Khánh Khoa Kiên Lâm Lộc Long Lợi Lực Mạnh Minh Nam Nghĩa Nhân Nhật Phong Phú Phúc Phước Quang Quân Quốc Quý Sang Sơn Tài Tâm Tân Thái Thắng Thành Thiện Thịnh Thuận Tiến Tín Toàn Trí Trung Trường Tuấn Tùng Việt Vinh Vũ Vương',
);
const FEMALE_GIVEN = words(
  'An Ánh Bích Chi Cúc Diễm Dung Duyên Đào Giang Hà Hạnh Hằng Hiền Hoa Hòa Hồng Huệ Hương Huyền Khuyên Lan Lành Liên Linh Loan Lý Mai Mận Minh My Nga Ngân Ngọc Nguyệt Nhàn Nhi Nhung Nương Oanh Phượng Phương Quyên Quỳnh Sen Sương Tâm Thảo Thanh Thắm Thơ Thu Thúy Thủy Tiên Trang Trâm Trinh Tuyết Uyên Vân Vy Xuân Yến',
);
const OLD_MALE_GIVEN = words(
  'Bê Cả Cháu Chắt Dần Đàn Đủ Em Gái Hai Hoè Kỉnh Mùi Mừng Ngọ Ngôn Nở Phụng Rớt Sáu Tý Thìn Thí Vọng Xê',
);
const OLD_FEMALE_GIVEN = words(
  'Bé Bòn Bưởi Chanh Chút Dâu Gái Ghé Hường Khế Lài Lựu Mướp Muồi Nậy Nuôi Quýt Rơm Thẻo Thí Tẻo Xí Xoài',
);
const LOCAL_MALE_GIVEN = words(
  'Bắc Bình Cúc Dương Đôn Đức Giờ Hành Hiếu Hùng Khăm Lang Lơi Miên Mừng Ngơi Nhiên Nhứa Pha Phên Rua Sáp Sử Tâm Thành Thiết Tiến Trung Tứ Ven Viết Vôn',
);
const LOCAL_FEMALE_GIVEN = words(
  'Bông Châm Đào Đoan Hiêng Hoa Hương Lan Lê Lịch Liên Mai Mít Nga Ngân Nhiếc Nhung Phin Phương Quyết Sen Sơn Tâm Thảo Thê Thơm Tiếp Trang Váy Vân Xuân Yên',
);

export const KINH = '01';

export function drawSurname(random: SeededRandom, ethnicity: string): string {
  return random.weighted(LOCAL_SURNAMES[ethnicity] ?? KINH_SURNAMES);
}

export interface NameSought {
  readonly surname: string;
  readonly sex: Sex;
  readonly ethnicity: string;
  readonly birthYear: number;
}

/** Surname, middle name, given name; those born before 1965 more often bear the names of their time. */
export function drawName(random: SeededRandom, sought: NameSought): string {
  const { surname, sex, ethnicity, birthYear } = sought;
  if (ethnicity !== KINH) return localName(random, sought);
  const ofTheirTime = birthYear < 1965 && random.chance(0.4);
  const given = random.pick(givenNames(sex, ofTheirTime));
  if (surname === 'Tôn Thất') return `${sex === 'male' ? surname : 'Tôn Nữ'} ${given}`;
  const middle = ofTheirTime
    ? usualMiddle(sex)
    : random.weighted(sex === 'male' ? MALE_MIDDLES : FEMALE_MIDDLES);
  return `${surname} ${middle.endsWith(given) ? usualMiddle(sex) : middle} ${given}`;
}

const usualMiddle = (sex: Sex) => (sex === 'male' ? 'Văn' : 'Thị');
const givenNames = (sex: Sex, ofTheirTime: boolean) =>
  sex === 'male'
    ? ofTheirTime
      ? OLD_MALE_GIVEN
      : MALE_GIVEN
    : ofTheirTime
      ? OLD_FEMALE_GIVEN
      : FEMALE_GIVEN;

function localName(random: SeededRandom, { surname, sex, ethnicity, birthYear }: NameSought): string {
  const given = random.pick(sex === 'male' ? LOCAL_MALE_GIVEN : LOCAL_FEMALE_GIVEN);
  // Married women of the Tà-ôi and Pa Cô were long named "Kăn" and a child's name.
  if (ethnicity === '31' && sex === 'female' && birthYear < 1970 && random.chance(0.5)) return `Kăn ${given}`;
  const withMiddle = surname === 'Hồ' || random.chance(0.45);
  return withMiddle ? `${surname} ${usualMiddle(sex)} ${given}` : `${surname} ${given}`;
}
