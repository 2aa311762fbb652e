import type { PlanStructureProblemCode } from '@benvung/domain/plan/structure/problems';
import type { ProblemText } from './shared.problems.ts';

export const planStructureProblemTexts = {
  'plan.wrong-state': {
    vi: 'Kế hoạch đang ở bước khác nên chưa làm được việc này. Mở lại trang để xem bước hiện tại.',
    en: 'The plan is at another step, so this cannot be done now. Open the page again to see where it stands.',
  },
  'plan.reason-missing': {
    vi: 'Chưa ghi lý do. Lý do được giữ cùng lịch sử của kế hoạch.',
    en: 'No reason is given. It is kept with the history of the plan.',
  },
  'plan.has-errors': {
    vi: 'Kế hoạch còn {errors} lỗi nên chưa trình được. Sửa các dòng đánh dấu lỗi rồi trình lại.',
    en: 'The plan has {errors} errors and cannot be submitted. Mend the rows marked as errors first.',
  },
  'plan.exists-already': {
    vi: 'Đơn vị đã có kế hoạch cùng loại, cùng thời kỳ và chương trình. Mở kế hoạch đó để sửa hoặc điều chỉnh.',
    en: 'The unit already has a plan of this kind, period and programme. Open that one to change or amend it.',
  },
  'plan.open-version': {
    vi: 'Đã có một bản điều chỉnh đang soạn. Mở bản đó để làm tiếp.',
    en: 'An amendment is already being drawn up. Open it and go on there.',
  },
  'plan.version-conflict': {
    vi: 'Người khác vừa sửa kế hoạch này. Mở lại trang để thấy bản mới; phần đang gõ còn trên màn hình.',
    en: 'Somebody else has just changed this plan. Open it again to see theirs; what you typed is still on the screen.',
  },
  'plan.unit-has-none': {
    vi: 'Kế hoạch chỉ lập cho tỉnh, huyện hoặc xã.',
    en: 'Plans are made for a province, a district or a commune.',
  },
  'plan.programme-unknown': {
    vi: 'Không có chương trình {programme}.',
    en: 'There is no programme {programme}.',
  },
  'plan.years-unfit': {
    vi: 'Năm của kế hoạch chưa đúng: kế hoạch năm có một năm, kế hoạch giai đoạn từ hai đến mười năm.',
    en: 'The years do not fit: an annual plan has one year, a plan of a period two to ten.',
  },
  'plan.household-outside': {
    vi: 'Có hộ không thuộc địa bàn của kế hoạch, hoặc không còn trong danh sách. Chưa ghi dòng nào.',
    en: 'A household is not of the area of the plan, or no longer on its list. Nothing was written.',
  },
  'plan.too-many-households': {
    vi: 'Danh sách có {households} hộ nghèo, một văn bản chỉ kèm được {most} hộ. Kèm danh sách vào kế hoạch của từng xã.',
    en: 'The list has {households} poor households; a document takes {most}. Attach it to the plan of each commune.',
  },
  'plan.no-targets-below': {
    vi: 'Chưa có chỉ tiêu năm {year} giao cho các đơn vị bên dưới nên chưa có phụ lục. Chia chỉ tiêu ở mục Chỉ tiêu trước.',
    en: 'No target of {year} is handed down to the units below, so there is no annex. Split the targets first.',
  },
} satisfies Record<PlanStructureProblemCode, ProblemText>;
