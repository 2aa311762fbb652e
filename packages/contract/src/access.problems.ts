import type { AccessProblemCode } from '@benvung/domain/access/problems';
import type { ProblemText } from './shared.problems.ts';

export const accessProblemTexts = {
  'access.wrong-credentials': {
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    en: 'The user name or the password is wrong.',
  },
  'access.locked-out': {
    vi: 'Đăng nhập sai quá nhiều lần. Hãy thử lại sau {minutes} phút.',
    en: 'Too many failed sign-ins. Try again in {minutes} minutes.',
  },
  'access.no-area': {
    vi: 'Tài khoản chưa được giao địa bàn nào còn hiệu lực. Hãy liên hệ quản trị viên.',
    en: 'The account has no area in force. Ask an administrator.',
  },
  'access.username-taken': {
    vi: 'Tên đăng nhập “{username}” đã có người dùng.',
    en: 'The user name “{username}” is taken.',
  },
  'access.username-invalid': {
    vi: 'Tên đăng nhập chỉ gồm chữ thường không dấu, số, dấu chấm, gạch ngang hoặc gạch dưới, từ 2 đến 60 ký tự.',
    en: 'A user name has 2 to 60 characters: lower-case letters without marks, digits, dot, hyphen or underscore.',
  },
  'access.password-too-short': {
    vi: 'Mật khẩu phải có ít nhất {length} ký tự.',
    en: 'A password needs at least {length} characters.',
  },
  'access.unit-unknown': {
    vi: 'Không có đơn vị hành chính mang mã {unit} vào ngày {day}.',
    en: 'There is no administrative unit with code {unit} on {day}.',
  },
  'access.too-many-areas': {
    vi: 'Một tài khoản phụ trách nhiều nhất {most} địa bàn.',
    en: 'An account can hold at most {most} areas.',
  },
  'access.role-unknown': {
    vi: 'Không có vai trò “{role}”. Các vai trò: {roles}.',
    en: 'There is no role “{role}”. The roles are: {roles}.',
  },
} satisfies Record<AccessProblemCode, ProblemText>;
