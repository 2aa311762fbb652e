import { environmentFailure } from '../cli/command.ts';
import type { Environment } from '../database/open-database.ts';

export interface MailSettings {
  /** `smtp://user:password@host:587`, `smtps://…`: never shown. */
  readonly url: string;
  readonly from: string;
  readonly perMinute: number;
  /** Where links lead: scheme and host people type. */
  readonly publicUrl: string;
}

const DEFAULT_PER_MINUTE = 30;
const MOST_PER_MINUTE = 600;

/** What the environment says of mail; null: no mail leaves this house. @throws when it is half said or wrong. */
export function readMailSettings(environment: Environment): MailSettings | null {
  const url = environment.BENVUNG_SMTP_URL;
  if (url === undefined || url === '') return null;
  if (!/^smtps?:\/\/[^\s]+$/u.test(url) || !URL.canParse(url))
    throw environmentFailure(
      'BENVUNG_SMTP_URL phải có dạng smtp://tên:mật-khẩu@máy:587 hoặc smtps://…',
      'BENVUNG_SMTP_URL must be smtp://user:password@host:587 or smtps://…',
    );
  const from = environment.BENVUNG_MAIL_FROM ?? '';
  const publicUrl = (environment.BENVUNG_PUBLIC_URL ?? '').replace(/\/+$/u, '');
  if (!/^[^\r\n]*@[^\r\n]+$/u.test(from) || publicUrl === '')
    throw environmentFailure(
      'Có BENVUNG_SMTP_URL thì cần cả BENVUNG_MAIL_FROM (địa chỉ gửi) và BENVUNG_PUBLIC_URL (địa chỉ trong thư).',
      'BENVUNG_SMTP_URL needs BENVUNG_MAIL_FROM (sender) and BENVUNG_PUBLIC_URL (address in mails)',
    );
  const perMinute = Number(environment.BENVUNG_MAIL_PER_MINUTE || DEFAULT_PER_MINUTE);
  if (!Number.isInteger(perMinute) || perMinute < 1 || perMinute > MOST_PER_MINUTE)
    throw environmentFailure(
      `BENVUNG_MAIL_PER_MINUTE phải là số từ 1 đến ${MOST_PER_MINUTE}.`,
      `BENVUNG_MAIL_PER_MINUTE must be a number from 1 to ${MOST_PER_MINUTE}`,
    );
  return { url, from, perMinute, publicUrl };
}
