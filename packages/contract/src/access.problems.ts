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
  'access.full-name-missing': {
    vi: 'Chưa ghi họ và tên.',
    en: 'The full name is missing.',
  },
  'access.password-is-username': {
    vi: 'Mật khẩu không được chứa tên đăng nhập.',
    en: 'A password must not contain the user name.',
  },
  'access.password-common': {
    vi: 'Mật khẩu này ai cũng đoán được. Hãy dùng một câu dài chỉ mình biết.',
    en: 'Anyone would guess this password. Use a long sentence only you know.',
  },
  'access.password-same': {
    vi: 'Mật khẩu mới trùng mật khẩu đang dùng.',
    en: 'The new password is the one in use.',
  },
  'access.password-wrong': {
    vi: 'Mật khẩu đang dùng không đúng.',
    en: 'The present password is wrong.',
  },
  'access.password-must-change': {
    vi: 'Mật khẩu dùng một lần phải được đổi trước khi làm việc tiếp.',
    en: 'A one-time password must be changed before going on.',
  },
  'access.role-not-held': {
    vi: 'Chỉ giao hoặc thu hồi được vai trò mà chính mình đang giữ ở địa bàn ấy.',
    en: 'Only a role one holds oneself in that area can be given or withdrawn.',
  },
  'access.area-not-administered': {
    vi: 'Địa bàn này không thuộc phạm vi quản trị của tài khoản đang đăng nhập.',
    en: 'This area is outside what the signed-in account administers.',
  },
  'access.account-beyond': {
    vi: 'Tài khoản này giữ vai trò hoặc địa bàn mà tài khoản đang đăng nhập không có. Quản trị viên cấp trên làm được việc này.',
    en: 'This account holds a role or an area that the signed-in account has not. An administrator above can do this.',
  },
  'access.own-account': {
    vi: 'Không ai tự đổi vai trò, tự khóa hay tự cấp lại lối vào của mình. Mật khẩu của mình đổi ở “Tài khoản của tôi”.',
    en: 'Nobody changes their own roles or renews their own way in. Change your own password under “My account”.',
  },
  'access.last-role': {
    vi: 'Tài khoản phải còn ít nhất một vai trò. Muốn dừng hẳn thì khóa tài khoản.',
    en: 'An account keeps at least one role. To stop it, disable the account.',
  },
  'access.last-administrator': {
    vi: 'Đây là quản trị viên cuối cùng của cả nước. Hãy giao cho người khác trước.',
    en: 'This is the last administrator of the nation. Give the role to someone else first.',
  },
  'access.second-factor-needed': {
    vi: 'Ghi mã 6 số trên ứng dụng xác thực, hoặc một mã dự phòng.',
    en: 'Type the six digits of the authenticator app, or a recovery code.',
  },
  'access.second-factor-required': {
    vi: 'Quản trị viên phải bật lớp bảo vệ thứ hai trước khi làm việc tiếp.',
    en: 'An administrator must set up a second factor before going on.',
  },
  'access.second-factor-wrong': {
    vi: 'Mã không đúng hoặc đã dùng. Chờ ứng dụng hiện mã mới rồi ghi lại.',
    en: 'The code is wrong or was used. Wait for the next one and type it.',
  },
  'access.second-factor-on': {
    vi: 'Lớp bảo vệ thứ hai đã bật.',
    en: 'The second factor is on already.',
  },
  'access.second-factor-off': {
    vi: 'Lớp bảo vệ thứ hai chưa bật, hoặc chưa bắt đầu đặt.',
    en: 'The second factor is off, or setting it up was not begun.',
  },
  'access.second-factor-unreadable': {
    vi: 'Máy chủ không đọc được khóa của lớp bảo vệ thứ hai. Dùng một mã dự phòng, hoặc nhờ quản trị viên đặt lại.',
    en: 'The server cannot read the key of the second factor. Use a recovery code, or have an administrator reset it.',
  },
  'access.second-step-over': {
    vi: 'Đã quá 5 phút từ lúc ghi mật khẩu. Đăng nhập lại từ đầu.',
    en: 'Five minutes have passed since the password. Sign in from the beginning.',
  },
  'access.open-id-off': {
    vi: 'Máy chủ này chưa nối với hệ thống đăng nhập một lần.',
    en: 'This server has no OpenID provider.',
  },
  'access.open-id-failed': {
    vi: 'Hệ thống đăng nhập một lần không xác nhận được. Hãy thử lại, hoặc dùng mật khẩu.',
    en: 'The OpenID provider did not confirm. Try again, or use the password.',
  },
  'access.open-id-unknown': {
    vi: 'Người này chưa được phép vào bằng đăng nhập một lần. Quản trị viên cần ghi tên của người ấy ở tài khoản.',
    en: 'This person may not yet sign in through the provider. An administrator has to allow the name on an account.',
  },
  'access.external-name-taken': {
    vi: 'Tên này đã gắn với một tài khoản khác.',
    en: 'This name belongs to another account.',
  },
  'access.demonstration-account': {
    vi: 'Tài khoản trình diễn ai cũng dùng được, nên lối vào và vai trò giữ nguyên. Hãy thêm một tài khoản khác để thử.',
    en: 'A demonstration account is everyone’s, so its way in and its roles stay. Add another account to try this.',
  },
  'access.nation-only': {
    vi: 'Chỉ quản trị viên cả nước đặt được quy định này.',
    en: 'Only an administrator of the nation can set this rule.',
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
