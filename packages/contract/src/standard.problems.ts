import type { StandardProblemCode } from '@benvung/domain/standard/problems';
import type { ProblemText } from './shared.problems.ts';

export const standardProblemTexts = {
  'standard.unknown-standard': {
    vi: 'Không có chuẩn nghèo “{standard}”.',
    en: 'There is no poverty standard “{standard}”.',
  },
  'standard.scorecard-unreadable': {
    vi: 'Không đọc được thang điểm ở {at}: {reason}. Sửa ô đó rồi nạp lại.',
    en: 'The scorecard cannot be read at {at}: {reason}. Correct the cell and load again.',
  },
  'standard.scorecard-faulty': {
    vi: 'Thang điểm chưa dùng được: {fault}. Sửa rồi nạp lại.',
    en: 'The scorecard cannot be used: {fault}. Correct it and load again.',
  },
  'standard.scorecard-version-taken': {
    vi: 'Thang điểm “{id}” đã nạp với nội dung khác. Tăng số phiên bản rồi nạp lại.',
    en: 'Scorecard “{id}” was loaded with other content. Raise its version and load again.',
  },
} satisfies Record<StandardProblemCode, ProblemText>;
