import type { Role } from '@benvung/domain/access/account-rules';
import { HALF_DONE_COMMUNE, POSTING_COMMUNE, RECOGNISED_WARD } from './commune-states.ts';
import { PROVINCE_CODE } from './published-figures.ts';

export interface AccountToMake {
  readonly username: string;
  /** The post, not a person: nobody is meant. */
  readonly fullName: string;
  readonly role: Role;
  /** Other roles of the same post, in the same unit. */
  readonly also?: readonly Role[];
  /** Code of the unit in 2023, or `VN` for the nation. */
  readonly unitCode: string;
  /** Number of a village of that unit, for posts that hold nothing more. */
  readonly village?: number;
}

/** One account for every post the demonstration shows. Their common password is printed wherever they are. */
export const DEMONSTRATION_POSTS: readonly AccountToMake[] = [
  { username: 'lamdot', fullName: 'Công chức xã Lâm Đớt', role: 'officer', unitCode: HALF_DONE_COMMUNE },
  {
    username: 'lamdot.rasoat',
    fullName: 'Rà soát viên xã Lâm Đớt',
    role: 'enumerator',
    unitCode: HALF_DONE_COMMUNE,
  },
  {
    username: 'lamdot.thon8',
    fullName: 'Trưởng thôn 8, xã Lâm Đớt',
    role: 'enumerator',
    unitCode: HALF_DONE_COMMUNE,
    village: 8,
  },
  { username: 'hongha', fullName: 'Công chức xã Hồng Hạ', role: 'officer', unitCode: POSTING_COMMUNE },
  {
    username: 'hongha.rasoat',
    fullName: 'Rà soát viên xã Hồng Hạ',
    role: 'enumerator',
    unitCode: POSTING_COMMUNE,
  },
  {
    username: 'hongha.chutich',
    fullName: 'Chủ tịch UBND xã Hồng Hạ',
    role: 'approver',
    unitCode: POSTING_COMMUNE,
  },
  { username: 'vyda', fullName: 'Công chức phường Vỹ Dạ', role: 'officer', unitCode: RECOGNISED_WARD },
  { username: 'aluoi', fullName: 'Phòng LĐTBXH huyện A Lưới', role: 'approver', unitCode: '481' },
  { username: 'so', fullName: 'Sở LĐTBXH tỉnh Thừa Thiên Huế', role: 'approver', unitCode: PROVINCE_CODE },
  {
    username: 'soyte',
    fullName: 'Sở Y tế tỉnh Thừa Thiên Huế',
    role: 'agency',
    unitCode: PROVINCE_CODE,
  },
  {
    username: 'lanhdao',
    fullName: 'Lãnh đạo UBND tỉnh Thừa Thiên Huế',
    role: 'viewer',
    unitCode: PROVINCE_CODE,
  },
  {
    username: 'thanhtra',
    fullName: 'Thanh tra tỉnh Thừa Thiên Huế',
    role: 'inspector',
    unitCode: PROVINCE_CODE,
  },
  {
    username: 'quantri',
    fullName: 'Quản trị hệ thống',
    role: 'administrator',
    // An administrator hands out only what they hold themselves.
    also: ['viewer', 'agency', 'enumerator', 'officer', 'approver', 'inspector'],
    unitCode: 'VN',
  },
];
