import { z } from 'zod';

export interface FileFault {
  /** Where, by names and places from 0: `holidays.0.day`; `/` of the whole. */
  readonly where: string;
  readonly vi: string;
  readonly en: string;
}

const { localeError } = z.locales.vi();

/** Words of the library's own where they tell a person what to write. */
const inVietnamese: z.core.$ZodErrorMap = (issue) =>
  issue.code === 'invalid_format' && issue.format === 'date'
    ? 'không phải ngày viết theo dạng 2026-09-02'
    : localeError(issue);

/** What a file that should have the form of `schema` holds, or every fault of it in both languages. */
export function readInForm<T>(schema: z.ZodType<T>, content: unknown): { data: T } | { faults: FileFault[] } {
  const read = schema.safeParse(content);
  if (read.success) return { data: read.data };
  const told = schema.safeParse(content, { error: inVietnamese });
  return {
    faults: read.error.issues.map(({ path, message }, at) => ({
      where: path.join('.') || '/',
      vi: told.error?.issues[at]?.message ?? message,
      en: message,
    })),
  };
}
