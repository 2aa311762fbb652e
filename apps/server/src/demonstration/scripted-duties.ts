import type { DutyActCommand } from '@benvung/contract/plan-duty';

export interface ScriptedDuty {
  readonly owner: string;
  readonly task: string;
  readonly node: string | null;
  readonly output: string;
  readonly dueOn: string | null;
  readonly steps: readonly (Omit<DutyActCommand, 'commandId' | 'version'> & { readonly on: string })[];
}

/** Agencies the province's plan of 2024 names; one of them has an account at its desk. */
export const AGENCIES = [
  { name: 'Sở Y tế', shortNames: ['SYT'], account: 'soyte' },
  { name: 'Sở Xây dựng', shortNames: ['SXD'], account: null },
  { name: 'Sở Thông tin và Truyền thông', shortNames: ['Sở TTTT'], account: null },
  { name: 'Sở Giáo dục và Đào tạo', shortNames: ['Sở GDĐT'], account: null },
  { name: 'Ngân hàng Chính sách xã hội tỉnh', shortNames: ['NHCSXH'], account: null },
  { name: 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', shortNames: ['UBMTTQ tỉnh'], account: null },
] as const;

export const PROVINCE_DUTIES: readonly ScriptedDuty[] = [
  {
    owner: 'Sở Y tế',
    task: 'Cấp thẻ bảo hiểm y tế cho người thuộc hộ nghèo, hộ cận nghèo; báo cáo số người chưa có thẻ theo từng xã',
    node: null,
    output: '100 % người thuộc hộ nghèo có thẻ',
    dueOn: '2024-09-30',
    steps: [
      { act: 'receive', on: '2024-03-06' },
      { act: 'start', on: '2024-03-18' },
    ],
  },
  {
    owner: 'Sở Y tế',
    task: 'Can thiệp dinh dưỡng cho trẻ em dưới 16 tuổi thuộc hộ nghèo, hộ cận nghèo trên địa bàn huyện A Lưới',
    node: 'Tiểu dự án 2 thuộc Dự án 3',
    output: 'Tỷ lệ trẻ dưới 16 tuổi thấp còi theo kế hoạch',
    dueOn: '2024-10-18',
    steps: [{ act: 'receive', on: '2024-03-06' }],
  },
  {
    owner: 'Sở Xây dựng',
    task: 'Hỗ trợ nhà ở cho hộ nghèo, hộ cận nghèo trên địa bàn huyện A Lưới',
    node: 'Dự án 5',
    output: 'Danh sách nhà đã hoàn thành',
    dueOn: '2024-10-15',
    steps: [
      { act: 'start', on: '2024-04-01' },
      {
        act: 'report',
        on: '2024-10-14',
        words: 'Đã nghiệm thu các nhà của đợt 1, danh sách kèm theo.',
        evidence: '2145/BC-SXD ngày 14/10/2024',
      },
    ],
  },
  {
    owner: 'Sở Thông tin và Truyền thông',
    task: 'Truyền thông, giảm nghèo về thông tin; kiểm tra hoạt động đài truyền thanh xã',
    node: 'Dự án 6',
    output: 'Kế hoạch truyền thông đã thực hiện',
    dueOn: '2024-10-22',
    steps: [],
  },
  {
    owner: 'Sở Giáo dục và Đào tạo',
    task: 'Rà soát miễn, giảm học phí, hỗ trợ chi phí học tập cho học sinh hộ nghèo năm học 2024–2025',
    node: null,
    output: 'Danh sách học sinh được hỗ trợ',
    dueOn: '2024-10-31',
    steps: [
      { act: 'start', on: '2024-09-10' },
      {
        act: 'askExtension',
        on: '2024-10-14',
        words: 'Còn ba huyện chưa gửi danh sách học sinh chuyển trường.',
        day: '2024-11-15',
      },
    ],
  },
  {
    owner: 'Ngân hàng Chính sách xã hội tỉnh',
    task: 'Cho vay hộ nghèo, hộ cận nghèo, hộ mới thoát nghèo; báo cáo kết quả 9 tháng',
    node: null,
    output: 'Báo cáo dư nợ theo xã',
    dueOn: '2024-10-10',
    steps: [
      {
        act: 'report',
        on: '2024-10-08',
        words: 'Đã gửi báo cáo dư nợ 9 tháng theo xã.',
        evidence: '318/BC-NHCS ngày 08/10/2024',
      },
      { act: 'accept', on: '2024-10-09' },
    ],
  },
  {
    owner: 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
    task: 'Vận động Quỹ "Vì người nghèo"; giám sát rà soát hộ nghèo ở cơ sở',
    node: null,
    output: 'Báo cáo giám sát',
    dueOn: '2024-11-20',
    steps: [
      {
        act: 'report',
        on: '2024-10-07',
        words: 'Đã giám sát 12 xã.',
        evidence: '77/BC-MTTQ ngày 07/10/2024',
      },
      { act: 'sendBack', on: '2024-10-11', words: 'Chưa có kết quả vận động Quỹ.' },
    ],
  },
];

/** Of the two communes that the demonstration follows, in the order they are named. */
export const COMMUNE_DUTIES: readonly (readonly ScriptedDuty[])[] = [
  [
    {
      owner: '',
      task: 'Lập danh sách hộ nghèo, hộ cận nghèo có nhà ở thiếu kiên cố đề nghị hỗ trợ',
      node: 'Dự án 5',
      output: 'Danh sách có xác nhận của UBND xã',
      dueOn: '2024-10-10',
      steps: [{ act: 'start', on: '2024-09-20' }],
    },
    {
      owner: '',
      task: 'Đăng ký nhu cầu học nghề của lao động thuộc hộ nghèo, hộ cận nghèo',
      node: 'Tiểu dự án 1 thuộc Dự án 4',
      output: 'Danh sách đăng ký',
      dueOn: '2024-10-15',
      steps: [],
    },
  ],
  [
    {
      owner: '',
      task: 'Lập danh sách hộ nghèo, hộ cận nghèo có nhà ở thiếu kiên cố đề nghị hỗ trợ',
      node: 'Dự án 5',
      output: 'Danh sách có xác nhận của UBND xã',
      dueOn: '2024-10-10',
      steps: [
        {
          act: 'report',
          on: '2024-10-09',
          words: 'Đã gửi danh sách 14 hộ.',
          evidence: '52/TTr-UBND ngày 09/10/2024',
        },
      ],
    },
  ],
];

export const VILLAGE_DUTIES: readonly ScriptedDuty[] = [
  {
    owner: '',
    task: 'Thông báo lịch rà soát cuối năm đến từng hộ; báo cáo hộ mới gặp khó khăn',
    node: null,
    output: 'Báo với công chức xã',
    dueOn: '2024-10-16',
    steps: [],
  },
];
