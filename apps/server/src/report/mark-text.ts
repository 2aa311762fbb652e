const MARKS: Readonly<Record<string, string>> = {
  'not-begun': 'Chưa có đợt rà soát nào ở đơn vị này',
  'unverified-scorecard': 'Có kết quả theo thang điểm chưa kiểm chứng: chưa công nhận được',
  provisional: 'Số liệu tạm tính: đợt rà soát chưa xong',
  undetermined: 'Có hộ chưa xác định được loại, đếm riêng',
  'base-missing': 'Chưa đủ tổng số hộ dân cư: tỷ lệ để trống',
  'not-assignable': 'Có hộ chưa gán được vào bản đồ này, để ở dòng riêng',
  'unverified-local-groups': 'Danh sách dân tộc tại chỗ chưa kiểm chứng',
  'village-unknown': 'Có hộ chưa rõ thôn, để ở dòng riêng',
};

/** A mark of doubt in words. */
export const markText = (mark: string): string => MARKS[mark] ?? mark;
