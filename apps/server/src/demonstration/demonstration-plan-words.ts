export type PlanLevel = 'province' | 'district' | 'commune';

interface Described {
  readonly code: string;
  readonly label: string;
  readonly name: string;
  readonly parent?: string;
  readonly objective?: string;
  readonly group?: string;
  readonly content?: string;
  /** Which office leads it, by its place in `OFFICES`. */
  readonly lead?: number;
  readonly time?: string;
  /** Million đồng of the central budget for each poor household. */
  readonly share?: number;
}

/** Names of QĐ 90/QĐ-TTg; objectives, groups and contents after kế hoạch xã Xuân Hoà 2024, phần III. */
export const NODES: readonly Described[] = [
  {
    code: 'DA2',
    label: 'Dự án 2',
    name: 'Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo',
    objective: 'Hỗ trợ xây dựng, nhân rộng mô hình giảm nghèo để tạo việc làm, sinh kế và thu nhập ổn định',
    group: 'Người lao động thuộc hộ nghèo, hộ cận nghèo, hộ mới thoát nghèo',
    content: 'Hỗ trợ mô hình chăn nuôi theo nhóm hộ\nTập huấn kỹ thuật và quản lý tiêu thụ sản phẩm',
    lead: 0,
    time: 'Trong',
    share: 0.9,
  },
  { code: 'DA3', label: 'Dự án 3', name: 'Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng' },
  {
    code: 'DA3.TDA1',
    label: 'Tiểu dự án 1',
    name: 'Hỗ trợ phát triển sản xuất trong lĩnh vực nông nghiệp',
    parent: 'DA3',
    objective: 'Nâng cao năng lực sản xuất nông, lâm, ngư nghiệp của hộ nghèo',
    group: 'Hộ nghèo, hộ cận nghèo, hộ mới thoát nghèo',
    content: 'Cung cấp cây trồng, vật nuôi, vật tư và dụng cụ sản xuất\nChuyển giao kỹ thuật sản xuất',
    lead: 1,
    time: 'Trong',
    share: 1.2,
  },
  {
    code: 'DA3.TDA2',
    label: 'Tiểu dự án 2',
    name: 'Cải thiện dinh dưỡng',
    parent: 'DA3',
    objective: 'Giảm suy dinh dưỡng thấp còi ở trẻ em',
    group: 'Trẻ em dưới 16 tuổi thuộc hộ nghèo, hộ cận nghèo, hộ mới thoát nghèo',
    content: 'Can thiệp phòng chống suy dinh dưỡng, thiếu vi chất dinh dưỡng',
    lead: 2,
    time: 'Hoàn thành trong quý III',
    share: 0.15,
  },
  { code: 'DA4', label: 'Dự án 4', name: 'Phát triển giáo dục nghề nghiệp, việc làm bền vững' },
  {
    code: 'DA4.TDA3',
    label: 'Tiểu dự án 3',
    name: 'Hỗ trợ việc làm bền vững',
    parent: 'DA4',
    objective: 'Kết nối cung cầu lao động, hỗ trợ tạo việc làm bền vững',
    group: 'Người lao động thuộc hộ nghèo, hộ cận nghèo, hộ mới thoát nghèo',
    content: 'Thu thập, cập nhật thông tin người lao động\nTư vấn, giới thiệu việc làm',
    lead: 0,
    time: 'Trong',
    share: 0.2,
  },
  { code: 'DA6', label: 'Dự án 6', name: 'Truyền thông và giảm nghèo về thông tin' },
  {
    code: 'DA6.TDA2',
    label: 'Tiểu dự án 2',
    name: 'Truyền thông về giảm nghèo đa chiều',
    parent: 'DA6',
    objective: 'Nâng cao nhận thức, trách nhiệm của xã hội về giảm nghèo đa chiều',
    group: 'Người nghèo và người dân trên địa bàn',
    content: 'Viết tin, bài về cá nhân, mô hình giảm nghèo hiệu quả',
    lead: 3,
    time: 'Hoàn thành trong quý IV',
    share: 0.1,
  },
  { code: 'DA7', label: 'Dự án 7', name: 'Nâng cao năng lực và giám sát, đánh giá Chương trình' },
  {
    code: 'DA7.TDA2',
    label: 'Tiểu dự án 2',
    name: 'Giám sát, đánh giá',
    parent: 'DA7',
    objective: 'Bảo đảm thực hiện đúng mục tiêu, đúng đối tượng',
    group: 'Cơ quan, đơn vị được giao thực hiện Chương trình',
    content: 'Kiểm tra, giám sát việc thực hiện\nRà soát hộ nghèo, hộ cận nghèo hằng năm',
    lead: 0,
    time: 'Trong',
    share: 0.12,
  },
];

/** Labour, agriculture, health, culture; then who is below, and the Front. */
export const OFFICES: Readonly<Record<PlanLevel, readonly [string, string, string, string]>> = {
  province: [
    'Sở Lao động - Thương binh và Xã hội',
    'Sở Nông nghiệp và Phát triển nông thôn',
    'Sở Y tế',
    'Sở Thông tin và Truyền thông',
  ],
  district: [
    'Phòng Lao động - Thương binh và Xã hội',
    'Phòng Nông nghiệp và Phát triển nông thôn',
    'Phòng Y tế',
    'Phòng Văn hóa và Thông tin',
  ],
  commune: [
    'Công chức Lao động - Thương binh và Xã hội',
    'Công chức Địa chính - Nông nghiệp',
    'Trạm Y tế',
    'Công chức Văn hóa - Thông tin',
  ],
};
export const BELOW: Readonly<Record<PlanLevel, string>> = {
  province: 'Ủy ban nhân dân các huyện, thị xã, thành phố',
  district: 'Ủy ban nhân dân các xã, phường, thị trấn',
  commune: 'Các thôn, tổ dân phố',
};
/** Lower levels report before upper levels do. */
export const DUE: Readonly<
  Record<
    PlanLevel,
    { readonly half: string; readonly year: string; readonly quarter: number; readonly own: string }
  >
> = {
  province: { half: '06-15', year: '11-30', quarter: 15, own: '12-12' },
  district: { half: '06-10', year: '11-25', quarter: 10, own: '11-30' },
  commune: { half: '06-05', year: '11-20', quarter: 5, own: '11-25' },
};
