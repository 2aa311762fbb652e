import { type CommandFailure, environmentFailure } from '../cli/command.ts';

export const OLDEST_POSTGRESQL = 15;

/** The address without its password, as it may be shown. */
export function shownAddress(address: string): string {
  const url = new URL(address);
  const host = url.searchParams.get('host') ?? (url.host || 'localhost');
  return `${host}${url.pathname}`;
}

/** @throws a CommandFailure when `DATABASE_URL` cannot be an address of PostgreSQL. */
export function checkAddress(address: string): void {
  if (/^postgres(ql)?:\/\//.test(address) && URL.canParse(address)) return;
  throw environmentFailure(
    'DATABASE_URL không đúng dạng. Hãy viết postgresql://người_dùng:mật_khẩu@máy:5432/tên_cơ_sở_dữ_liệu.',
    'DATABASE_URL is malformed; write postgresql://user:password@host:5432/database',
  );
}

/** @throws a CommandFailure when the server is older than the SQL written for it. */
export function checkServerVersion(version: string): void {
  if (Number.parseInt(version, 10) >= OLDEST_POSTGRESQL) return;
  throw environmentFailure(
    `PostgreSQL ${version} quá cũ: cần từ ${OLDEST_POSTGRESQL}. Hãy nâng cấp máy chủ cơ sở dữ liệu.`,
    `PostgreSQL ${version} is too old; ${OLDEST_POSTGRESQL} or newer is needed`,
  );
}

const CAUSES: Readonly<Record<string, readonly [vietnamese: string, english: string]>> = {
  ECONNREFUSED: [
    'không có máy chủ nào nghe ở đó; hãy bật PostgreSQL',
    'nothing listens there; start PostgreSQL',
  ],
  ENOENT: ['không có máy chủ nào nghe ở đó; hãy bật PostgreSQL', 'nothing listens there; start PostgreSQL'],
  ENOTFOUND: ['không tìm thấy tên máy; hãy kiểm tra DATABASE_URL', 'host not found; check DATABASE_URL'],
  EAI_AGAIN: ['không tìm thấy tên máy; hãy kiểm tra DATABASE_URL', 'host not found; check DATABASE_URL'],
  ETIMEDOUT: ['quá thời gian chờ; hãy kiểm tra mạng và tường lửa', 'timed out; check network and firewall'],
  '28P01': ['sai mật khẩu', 'wrong password'],
  '28000': ['người dùng không được phép vào', 'the user is not allowed in'],
  '3D000': ['chưa có cơ sở dữ liệu này; hãy tạo bằng createdb', 'no such database; create it with createdb'],
  '53300': ['hết chỗ kết nối', 'too many connections'],
  '57P03': ['máy chủ đang khởi động; hãy thử lại sau', 'the server is starting up; try again'],
};

/** What went wrong on the way to PostgreSQL, in one line without the password. */
export function connectFailure(address: string, error: unknown): CommandFailure {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  const { code = '', message = '' } = (first ?? {}) as { code?: string; message?: string };
  const key = /timeout/i.test(message) ? 'ETIMEDOUT' : code;
  const [vietnamese, english] = CAUSES[key] ?? [message || key, message || key];
  return environmentFailure(
    `Không kết nối được PostgreSQL tại ${shownAddress(address)}: ${vietnamese}.`,
    `Cannot connect to PostgreSQL: ${english}`,
  );
}
