import type { PlanTargetProblemCode } from '@benvung/domain/plan/target/problems';
import type { ProblemText } from './shared.problems.ts';

export const planTargetProblemTexts = {
  'plan-target.unit-not-found': {
    vi: 'Không tìm thấy đơn vị này, hoặc ngoài phạm vi được giao.',
    en: 'This unit was not found, or lies outside your areas.',
  },
  'plan-target.indicator-unknown': {
    vi: 'Không có chỉ tiêu “{indicator}” trong danh mục. Chọn một chỉ tiêu trong danh sách.',
    en: 'There is no indicator "{indicator}". Choose one of the list.',
  },
  'plan-target.not-the-giver': {
    vi: 'Chỉ tiêu của {unit} do cấp trên giao; đơn vị chỉ có thể đồng ý hoặc đề nghị đổi.',
    en: 'The target of {unit} is handed down from above; the unit itself may agree or ask for a change.',
  },
  'plan-target.not-the-receiver': {
    vi: 'Đồng ý hoặc đề nghị đổi là việc của {unit}; cấp giao thì sửa số hoặc gửi lại.',
    en: 'To agree or ask for a change is for {unit}; who hands it down changes the figure or sends it again.',
  },
  'plan-target.is-fixed': {
    vi: 'Chỉ tiêu của {unit} đã giao chính thức. Mở lại, ghi lý do, rồi mới sửa được.',
    en: 'The target of {unit} is fixed. Reopen it with a reason before changing it.',
  },
  'plan-target.is-not-fixed': {
    vi: 'Chỉ tiêu của {unit} chưa giao chính thức nên không cần mở lại.',
    en: 'The target of {unit} is not fixed, so there is nothing to reopen.',
  },
  'plan-target.nothing-told': {
    vi: 'Chưa ghi số cho {unit}. Ghi số hộ hoặc tỷ lệ trước.',
    en: 'No figure was told for {unit}. Tell a count or a rate first.',
  },
  'plan-target.not-proposed': {
    vi: 'Chỉ tiêu của {unit} chưa được gửi xuống nên chưa trả lời được.',
    en: 'The target of {unit} was not sent yet, so it cannot be answered.',
  },
  'plan-target.changed-meanwhile': {
    vi: 'Chỉ tiêu của {unit} vừa có người sửa. Tải lại rồi xem số mới; số vừa gõ còn trên màn hình.',
    en: 'The target of {unit} was changed meanwhile. Load it again; what you typed is still on the screen.',
  },
  'plan-target.children-do-not-add-up': {
    vi: 'Chưa giao được: các đơn vị cộng lại {parts:n}, {unit} giao {whole:n}, lệch {difference:n}. Chia phần còn lại trước.',
    en: 'Not yet: the units add up to {parts:n}, {unit} hands down {whole:n}, {difference:n} apart. Split the rest first.',
  },
  'plan-target.parent-not-told': {
    vi: '{unit} chưa có chỉ tiêu để chia. Ghi chỉ tiêu của {unit} trước.',
    en: '{unit} has no target to split yet. Tell that one first.',
  },
  'plan-target.no-children': {
    vi: 'Không có đơn vị nào bên dưới để chia.',
    en: 'There is no unit below to split among.',
  },
  'plan-target.split-locked-too-much': {
    vi: 'Không chia được: các ô khóa đã {held:n}, nhiều hơn tổng {whole:n}. Mở khóa hoặc giảm bớt.',
    en: 'No split fits: locked cells hold {held:n}, more than the whole {whole:n}. Unlock or lower some.',
  },
  'plan-target.split-over-ceilings': {
    vi: 'Không chia được: còn {rest:n} phải chia nhưng các đơn vị nhận được nhiều nhất {most:n}, thiếu {short:n}.',
    en: 'No split fits: {rest:n} are left but the units can take {most:n} at most, {short:n} short.',
  },
  'plan-target.split-under-floors': {
    vi: 'Không chia được: còn {rest:n} nhưng mức thấp nhất các đơn vị phải nhận là {least:n}.',
    en: 'No split fits: {rest:n} are left but the units must take {least:n} at least.',
  },
  'plan-target.count-impossible': {
    vi: 'Số của {unit} không thể có: {why}.',
    en: 'The figure of {unit} cannot be: {why}.',
  },
  'plan-target.not-by-hand': {
    vi: 'Số thực hiện của chỉ tiêu này lấy từ đợt rà soát, không nhập tay.',
    en: 'What was reached of this indicator is counted by the review, not entered by hand.',
  },
  'plan-target.annex-not-understood': {
    vi: 'Không thấy bảng chỉ tiêu: cần một dòng đầu bảng có cột “Đơn vị” và cột số hộ giảm, còn lại hoặc tỷ lệ.',
    en: 'No target table was found: a heading with a column of units and one of households fewer, left, or a rate is needed.',
  },
  'plan-target.annex-column-missing': {
    vi: 'Bảng thiếu cột chỉ tiêu: cần cột số hộ giảm, còn lại hoặc tỷ lệ cuối năm. Các cột đang có: {found}.',
    en: 'The table lacks a column of targets: households fewer, left, or the rate at the end of the year. Its columns: {found}.',
  },
  'plan-target.annex-mistakes': {
    vi: 'Chưa ghi gì: bảng có {count} chỗ phải sửa, nêu ở trên. Sửa rồi nạp lại.',
    en: 'Nothing was written: {count} things in the table are to be corrected, told above. Correct them and load it again.',
  },
  'plan-target.told-twice': {
    vi: 'Chỉ tiêu của {unit} có hai lần trong lần ghi này. Bỏ một dòng rồi ghi lại.',
    en: 'The target of {unit} is told twice at once. Leave one out and write again.',
  },
  'plan-target.annex-too-large': {
    vi: 'Bảng có {rows:n} dòng, nhiều hơn {most:n}. Tách ra rồi nạp từng phần.',
    en: 'The table has {rows:n} rows, more than {most:n}. Split it and load the parts.',
  },
} satisfies Record<PlanTargetProblemCode, ProblemText>;
