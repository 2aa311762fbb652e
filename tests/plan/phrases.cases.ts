/** A sentence with a slip of one rule, and the same sentence as it should be. Paragraphs are set apart by a blank line. */
export type Phrase = readonly [rule: string, wrong: string, right: string];

export const PHRASES: readonly Phrase[] = [
  [
    'sum.count',
    'Hỗ trợ 420 hộ làm nhà, trong đó: xây mới 260 nhà, sửa chữa 150 nhà.',
    'Hỗ trợ 420 hộ làm nhà, trong đó: xây mới 270 nhà, sửa chữa 150 nhà.',
  ],
  [
    'text.page-number',
    'Bảo đảm hộ nghèo có nhu cầu được vay vốn ưu đãi 12 để phát triển sản xuất.',
    'Bảo đảm hộ nghèo có nhu cầu được vay vốn ưu đãi trước tháng 12 để phát triển sản xuất.',
  ],
  [
    'text.repeated-word',
    'Tuyên truyền, vận động động nhân dân tham gia các mô hình sinh kế.',
    'Tuyên truyền, vận động, động viên nhân dân tham gia; thực hiện hiện đại hóa, tổ chức hội thi.',
  ],
  [
    'numbering.order',
    '1. Giảm 23 hộ nghèo.\n\n2. 95% hộ nghèo có nước hợp vệ sinh.\n\n4. 100% trẻ em thuộc hộ nghèo được đến trường.',
    '1. Giảm 23 hộ nghèo.\n\n2. 95% hộ nghèo có nước hợp vệ sinh.\n\n3. 100% trẻ em thuộc hộ nghèo được đến trường.',
  ],
  [
    'table.column',
    'STT | Đơn vị | Hộ nghèo | Số hộ giảm\n1 | Xã Tân Lập | 120 | 40\n2 | Xã Phú Mỹ | 150 | 45\n | Tổng cộng | 270 | 95',
    'STT | Đơn vị | Hộ nghèo | Số hộ giảm\n1 | Xã Tân Lập | 120 | 40\n2 | Xã Phú Mỹ | 150 | 45\n | Tổng cộng | 270 | 85',
  ],
  [
    'table.row',
    'STT | Hoạt động | Vốn đầu tư | Vốn sự nghiệp | Tổng\n1 | Hạ tầng | 980 | 64 | 1.044\n2 | Sinh kế | 300 | 527 | 872\n3 | Nhà ở | 200 | 459 | 659\n4 | Truyền thông | 100 | 116 | 216',
    'STT | Hoạt động | Vốn đầu tư | Vốn sự nghiệp | Tổng\n1 | Hạ tầng | 980 | 64 | 1.044\n2 | Sinh kế | 0 | 527 | 527\n3 | Nhà ở | 0 | 459 | 459\n4 | Truyền thông | 0 | 116 | 116',
  ],
  [
    'table.prose',
    'Giao chỉ tiêu giảm 80 hộ nghèo cho các thôn:\n\nSTT | Thôn | Số hộ nghèo | Chỉ tiêu giảm\n1 | Thôn Đông | 120 | 40\n2 | Thôn Đoài | 150 | 45\n | Tổng cộng | 270 | 85',
    'Giao chỉ tiêu giảm 85 hộ nghèo cho các thôn:\n\nSTT | Thôn | Số hộ nghèo | Chỉ tiêu giảm\n1 | Thôn Đông | 120 | 40\n2 | Thôn Đoài | 150 | 45\n | Tổng cộng | 270 | 85',
  ],
  [
    'project.incomplete',
    'Dự án 1. Hạ tầng\n\n- Chủ trì: Phòng Kinh tế; kinh phí: 200 triệu đồng; thời gian: năm 2024.\n\nDự án 2. Sinh kế\n\nTiểu dự án 1: Sản xuất; chủ trì: Phòng Nông nghiệp; kinh phí: 50 triệu đồng; thời gian: năm 2024.\n\nDự án 3. Nhà ở\n\nHỗ trợ nhà ở an toàn; kinh phí 30 triệu đồng; thời gian: năm 2024.\n\nDự án 4. Truyền thông\n\n- Chủ trì: Phòng Văn hóa; kinh phí: 20 triệu đồng; thời gian: năm 2024.',
    'Dự án 1. Hạ tầng\n\n- Chủ trì: Phòng Kinh tế; kinh phí: 200 triệu đồng; thời gian: năm 2024.\n\nDự án 2. Sinh kế\n\nTiểu dự án 1: Sản xuất; chủ trì: Phòng Nông nghiệp; kinh phí: 50 triệu đồng; thời gian: năm 2024.',
  ],
  [
    'sum.money',
    'Tổng kinh phí 450 triệu đồng (ngân sách tỉnh 300 triệu đồng, ngân sách huyện 140 triệu đồng).',
    'Tổng kinh phí 450 triệu đồng (ngân sách tỉnh 300 triệu đồng, ngân sách huyện 150 triệu đồng).',
  ],
  [
    'sum.money',
    'Dự kiến tổng nhu cầu vốn là 12,5 tỷ đồng; trong đó vốn ngân sách trung ương 9,2 tỷ đồng, vốn ngân sách địa phương 2,3 tỷ đồng, vốn huy động 0,5 tỷ đồng.',
    'Dự kiến tổng nhu cầu vốn là 12,5 tỷ đồng; trong đó vốn ngân sách trung ương 9,2 tỷ đồng, vốn ngân sách địa phương 2,3 tỷ đồng, vốn huy động 1,0 tỷ đồng.',
  ],
  [
    'sum.money',
    'Kinh phí thực hiện: 1.250.000.000 đồng, bao gồm: ngân sách trung ương: 1.000.000.000 đồng; ngân sách tỉnh: 100.000.000 đồng; ngân sách huyện: 50.000.000 đồng.',
    'Kinh phí thực hiện: 1.250.000.000 đồng, bao gồm: ngân sách trung ương: 1.000.000.000 đồng; ngân sách tỉnh: 150.000.000 đồng; ngân sách huyện: 100.000.000 đồng.',
  ],
  [
    'sum.money',
    'Tổng vốn đầu tư 8.640 triệu đồng. Trong đó: năm 2023 là 3.200 triệu đồng, năm 2024 là 5.540 triệu đồng.',
    'Tổng vốn đầu tư 8.640 triệu đồng. Trong đó: năm 2023 là 3.200 triệu đồng, năm 2024 là 5.440 triệu đồng.',
  ],
  [
    'sum.money',
    'Tổng số vốn được giao: 5.216 triệu đồng, cụ thể: vốn đầu tư: 3.100 triệu đồng; vốn sự nghiệp: 2.161 triệu đồng.',
    'Tổng số vốn được giao: 5.216 triệu đồng, cụ thể: vốn đầu tư: 3.100 triệu đồng; vốn sự nghiệp: 2.116 triệu đồng.',
  ],
  [
    'sum.money',
    '- Tổng kinh phí: 620 triệu đồng. Trong đó:\n\n+ Chi tập huấn: 180 triệu đồng;\n\n+ Chi truyền thông: 240 triệu đồng;\n\n+ Chi kiểm tra, giám sát: 250 triệu đồng.',
    '- Tổng kinh phí: 620 triệu đồng. Trong đó:\n\n+ Chi tập huấn: 180 triệu đồng;\n\n+ Chi truyền thông: 240 triệu đồng;\n\n+ Chi kiểm tra, giám sát: 200 triệu đồng.',
  ],
  [
    'sum.money',
    '- Nhu cầu vốn là 4.320 triệu đồng, phân kỳ như sau:\n\n+ Năm 2024: 1.450 triệu đồng.\n\n+ Năm 2025: 2.780 triệu đồng.',
    '- Nhu cầu vốn là 4.320 triệu đồng, phân kỳ như sau:\n\n+ Năm 2024: 1.450 triệu đồng.\n\n+ Năm 2025: 2.870 triệu đồng.',
  ],
  [
    'sum.money',
    'Đã huy động được 2.345 triệu đồng, trong đó: tiền mặt 1.845 triệu đồng; hiện vật quy đổi 400 triệu đồng.',
    'Đã huy động được 2.345 triệu đồng, trong đó: tiền mặt 1.845 triệu đồng; hiện vật quy đổi 500 triệu đồng.',
  ],
  [
    'sum.money',
    'Ngân sách trung ương hỗ trợ 15.600 triệu đồng, ngân sách tỉnh đối ứng 1.560 triệu đồng, tổng cộng 17.610 triệu đồng.',
    'Ngân sách trung ương hỗ trợ 15.600 triệu đồng, ngân sách tỉnh đối ứng 1.560 triệu đồng, tổng cộng 17.160 triệu đồng.',
  ],
  [
    'sum.money',
    'Kinh phí là 96.000.000 đồng = 60.000.000 đồng (ngân sách xã) + 35.000.000 đồng (xã hội hóa).',
    'Kinh phí là 96.000.000 đồng = 60.000.000 đồng (ngân sách xã) + 36.000.000 đồng (xã hội hóa).',
  ],

  [
    'sum.count',
    'Tổng số hộ nghèo, hộ cận nghèo là 612 hộ, trong đó hộ nghèo 254 hộ, hộ cận nghèo 385 hộ.',
    'Tổng số hộ nghèo, hộ cận nghèo là 612 hộ, trong đó hộ nghèo 254 hộ, hộ cận nghèo 358 hộ.',
  ],
  [
    'sum.count',
    'Mở 12 lớp đào tạo nghề, gồm 7 lớp nông nghiệp và 4 lớp phi nông nghiệp.',
    'Mở 12 lớp đào tạo nghề, gồm 7 lớp nông nghiệp và 5 lớp phi nông nghiệp.',
  ],
  [
    'sum.count',
    'Hỗ trợ 85 hộ, bao gồm: xã Tân An 30 hộ, xã Bình Phú 25 hộ, xã Long Hòa 20 hộ.',
    'Hỗ trợ 85 hộ, bao gồm: xã Tân An 30 hộ, xã Bình Phú 25 hộ, xã Long Hòa 30 hộ.',
  ],
  [
    'sum.count',
    'Giải quyết việc làm cho 1.480 lao động, trong đó nam 805 lao động, nữ 657 lao động.',
    'Giải quyết việc làm cho 1.480 lao động, trong đó nam 805 lao động, nữ 675 lao động.',
  ],
  [
    'sum.count',
    '- Hỗ trợ nhà ở cho 64 hộ, cụ thể:\n\n+ Xây mới: 42 hộ;\n\n+ Sửa chữa: 24 hộ.',
    '- Hỗ trợ nhà ở cho 64 hộ, cụ thể:\n\n+ Xây mới: 42 hộ;\n\n+ Sửa chữa: 22 hộ.',
  ],
  [
    'sum.count',
    'Toàn huyện có 2.315 hộ nghèo, chia ra: khu vực I 415 hộ, khu vực II 620 hộ, khu vực III 1.208 hộ.',
    'Toàn huyện có 2.315 hộ nghèo, chia ra: khu vực I 415 hộ, khu vực II 620 hộ, khu vực III 1.280 hộ.',
  ],
  [
    'sum.count',
    'Số hộ thoát nghèo là 140 hộ (thôn Đông 55 hộ, thôn Tây 48 hộ, thôn Nam 35 hộ).',
    'Số hộ thoát nghèo là 140 hộ (thôn Đông 55 hộ, thôn Tây 48 hộ, thôn Nam 37 hộ).',
  ],

  [
    'sum.subset',
    'Toàn xã có 86 hộ nghèo, trong đó 92 hộ thuộc diện bảo trợ xã hội.',
    'Toàn xã có 86 hộ nghèo, trong đó 29 hộ thuộc diện bảo trợ xã hội.',
  ],
  [
    'sum.subset',
    'Đào tạo 250 lao động, trong đó có 270 lao động thuộc hộ nghèo, hộ cận nghèo.',
    'Đào tạo 250 lao động, trong đó có 170 lao động thuộc hộ nghèo, hộ cận nghèo.',
  ],
  [
    'sum.subset',
    'Số trẻ em thuộc hộ nghèo là 140 trẻ em, trong đó trẻ em dưới 6 tuổi là 410 trẻ em.',
    'Số trẻ em thuộc hộ nghèo là 140 trẻ em, trong đó trẻ em dưới 6 tuổi là 41 trẻ em.',
  ],
  [
    'sum.subset',
    'Trong số 45 hộ nghèo có 54 hộ không có khả năng lao động.',
    'Trong số 45 hộ nghèo có 14 hộ không có khả năng lao động.',
  ],
  [
    'sum.subset',
    'Kinh phí 300 triệu đồng, trong đó ngân sách trung ương 330 triệu đồng.',
    'Kinh phí 300 triệu đồng, trong đó ngân sách trung ương 230 triệu đồng.',
  ],
  [
    'sum.subset',
    'Xã có 11 thôn, trong đó 12 thôn đặc biệt khó khăn.',
    'Xã có 11 thôn, trong đó 2 thôn đặc biệt khó khăn.',
  ],
  [
    'sum.subset',
    'Giảm 30 hộ nghèo, trong đó giảm 35 hộ nghèo dân tộc thiểu số.',
    'Giảm 30 hộ nghèo, trong đó giảm 25 hộ nghèo dân tộc thiểu số.',
  ],

  [
    'sum.share',
    'Toàn tỉnh có 12.480 hộ nghèo, trong đó 9.984 hộ dân tộc thiểu số (chiếm 88% tổng số hộ nghèo).',
    'Toàn tỉnh có 12.480 hộ nghèo, trong đó 9.984 hộ dân tộc thiểu số (chiếm 80% tổng số hộ nghèo).',
  ],
  [
    'sum.share',
    'Kế hoạch vốn được giao là 8.000 triệu đồng, đã giải ngân 6.000 triệu đồng, đạt 57% kế hoạch.',
    'Kế hoạch vốn được giao là 8.000 triệu đồng, đã giải ngân 6.000 triệu đồng, đạt 75% kế hoạch.',
  ],
  [
    'sum.share',
    'Tổng nguồn vốn 400 triệu đồng, trong đó ngân sách nhà nước 300 triệu đồng, chiếm 65%; nhân dân đóng góp 100 triệu đồng, chiếm 25%.',
    'Tổng nguồn vốn 400 triệu đồng, trong đó ngân sách nhà nước 300 triệu đồng, chiếm 75%; nhân dân đóng góp 100 triệu đồng, chiếm 25%.',
  ],
  [
    'sum.share',
    'Cơ cấu vốn: ngân sách trung ương 70%, ngân sách tỉnh 20%, huy động 20%.',
    'Cơ cấu vốn: ngân sách trung ương 70%, ngân sách tỉnh 20%, huy động 10%.',
  ],

  [
    'amount.words',
    'Số tiền: 125.000.000 đồng (Bằng chữ: Một trăm hai mươi lăm nghìn đồng).',
    'Số tiền: 125.000.000 đồng (Bằng chữ: Một trăm hai mươi lăm triệu đồng).',
  ],
  [
    'amount.words',
    'Tổng kinh phí: 2.450 triệu đồng (hai tỷ bốn trăm linh năm triệu đồng).',
    'Tổng kinh phí: 2.450 triệu đồng (hai tỷ bốn trăm năm mươi triệu đồng).',
  ],
  [
    'amount.words',
    'Kinh phí: 36.500.000 đồng (Ba mươi sáu triệu không trăm năm mươi nghìn đồng chẵn).',
    'Kinh phí: 36.500.000 đồng (Ba mươi sáu triệu năm trăm nghìn đồng chẵn).',
  ],
  [
    'amount.words',
    'Tổng kinh phí là 1.020.000.000 đồng. Bằng chữ: Một tỷ hai trăm triệu đồng.',
    'Tổng kinh phí là 1.020.000.000 đồng. Bằng chữ: Một tỷ không trăm hai mươi triệu đồng.',
  ],
  [
    'amount.words',
    'Mức chi 7,5 tỷ đồng (bảy tỷ rưỡi triệu năm trăm triệu đồng) cho cả giai đoạn; vốn 7,5 tỷ đồng (tám tỷ năm trăm triệu đồng).',
    'Vốn 7,5 tỷ đồng (bảy tỷ năm trăm triệu đồng).',
  ],

  [
    'amount.magnitude',
    'Kinh phí hỗ trợ mô hình là 150.000.000 triệu đồng.',
    'Kinh phí hỗ trợ mô hình là 150.000.000 đồng.',
  ],
  [
    'amount.magnitude',
    'Tổng kinh phí tập huấn: 48.000.000 triệu đồng.',
    'Tổng kinh phí tập huấn: 48 triệu đồng.',
  ],
  [
    'amount.magnitude',
    'Kinh phí thực hiện là 1.200.000.000 nghìn đồng.',
    'Kinh phí thực hiện là 1.200.000 nghìn đồng.',
  ],
  [
    'amount.magnitude',
    'Kinh phí in ấn tài liệu, tổ chức tập huấn: 350 đồng.',
    'Kinh phí in ấn tài liệu, tổ chức tập huấn: 350 triệu đồng.',
  ],
  ['amount.magnitude', 'Ngân sách cấp 85.000.000 tỷ đồng.', 'Ngân sách cấp 85.000.000 đồng.'],

  [
    'target.no-change',
    'Tỷ lệ hộ cận nghèo đầu năm 5,30%, phấn đấu cuối năm còn 5,30%.',
    'Tỷ lệ hộ cận nghèo đầu năm 5,30%, phấn đấu cuối năm còn 4,30%.',
  ],
  [
    'target.no-change',
    'Phấn đấu giảm tỷ lệ hộ nghèo từ 3,21% xuống 3,21%.',
    'Phấn đấu giảm tỷ lệ hộ nghèo từ 3,21% xuống 2,21%.',
  ],
  [
    'target.no-change',
    'Số hộ nghèo giảm từ 58 hộ xuống còn 58 hộ.',
    'Số hộ nghèo giảm từ 58 hộ xuống còn 41 hộ.',
  ],
  [
    'target.no-change',
    'Nâng tỷ lệ lao động qua đào tạo từ 65% lên 65%.',
    'Nâng tỷ lệ lao động qua đào tạo từ 65% lên 68%.',
  ],
  [
    'target.no-change',
    'Tỷ lệ hộ nghèo năm 2023 là 4,15%, năm 2024 giảm còn 4,15%.',
    'Tỷ lệ hộ nghèo năm 2023 là 4,15%, năm 2024 giảm còn 3,15%.',
  ],

  [
    'target.direction',
    'Giảm tỷ lệ trẻ em suy dinh dưỡng từ 21,5% xuống còn 25,1%.',
    'Giảm tỷ lệ trẻ em suy dinh dưỡng từ 21,5% xuống còn 15,1%.',
  ],
  [
    'target.direction',
    'Tăng tỷ lệ hộ sử dụng nước sạch từ 92% lên 87%.',
    'Tăng tỷ lệ hộ sử dụng nước sạch từ 87% lên 92%.',
  ],
  [
    'target.direction',
    'Nâng tỷ lệ bao phủ bảo hiểm y tế từ 95,2% lên 92,5%.',
    'Nâng tỷ lệ bao phủ bảo hiểm y tế từ 92,5% lên 95,2%.',
  ],
  [
    'target.direction',
    'Tỷ lệ hộ nghèo hiện nay là 2,4%, cuối năm giảm còn 4,2%.',
    'Tỷ lệ hộ nghèo hiện nay là 4,2%, cuối năm giảm còn 2,4%.',
  ],
  [
    'target.direction',
    'Số hộ thiếu hụt về nhà ở giảm từ 45 hộ xuống còn 54 hộ.',
    'Số hộ thiếu hụt về nhà ở giảm từ 54 hộ xuống còn 45 hộ.',
  ],

  [
    'target.by-or-to',
    'Tỷ lệ hộ nghèo đầu năm là 3,45%, phấn đấu cuối năm giảm 2,95%.',
    'Tỷ lệ hộ nghèo đầu năm là 3,45%, phấn đấu cuối năm giảm còn 2,95%.',
  ],
  [
    'target.by-or-to',
    'Hiện nay tỷ lệ hộ cận nghèo là 6,20%, đến hết năm giảm 5,50%.',
    'Hiện nay tỷ lệ hộ cận nghèo là 6,20%, đến hết năm giảm xuống 5,50%.',
  ],
  [
    'target.by-or-to',
    'Năm 2023 tỷ lệ hộ nghèo của xã là 8,12%, phấn đấu năm 2024 giảm 7,02%.',
    'Năm 2023 tỷ lệ hộ nghèo của xã là 8,12%, phấn đấu năm 2024 giảm 1,02%.',
  ],

  [
    'target.difference',
    'Giảm tỷ lệ hộ nghèo từ 9,86% xuống còn 7,36% (giảm 2,05%).',
    'Giảm tỷ lệ hộ nghèo từ 9,86% xuống còn 7,36% (giảm 2,5%).',
  ],
  [
    'target.difference',
    'Tỷ lệ hộ nghèo giảm 1,25%, từ 6,40% xuống còn 5,51%.',
    'Tỷ lệ hộ nghèo giảm 1,25%, từ 6,40% xuống còn 5,15%.',
  ],
  [
    'target.difference',
    'Số hộ cận nghèo giảm từ 320 hộ xuống còn 275 hộ (giảm 54 hộ).',
    'Số hộ cận nghèo giảm từ 320 hộ xuống còn 275 hộ (giảm 45 hộ).',
  ],
  [
    'target.difference',
    'Giảm 120 hộ nghèo, từ 845 hộ xuống còn 752 hộ.',
    'Giảm 120 hộ nghèo, từ 845 hộ xuống còn 725 hộ.',
  ],
  [
    'target.difference',
    'Đầu năm có 96 hộ nghèo, phấn đấu giảm 24 hộ, cuối năm còn 62 hộ.',
    'Đầu năm có 96 hộ nghèo, phấn đấu giảm 24 hộ, cuối năm còn 72 hộ.',
  ],
  [
    'target.difference',
    'Nâng tỷ lệ lao động qua đào tạo từ 62% lên 66%, tăng 9% so với năm trước.',
    'Nâng tỷ lệ lao động qua đào tạo từ 62% lên 66%, tăng 4% so với năm trước.',
  ],

  [
    'target.rate',
    'Toàn huyện có 31.250 hộ, trong đó có 2.500 hộ nghèo, chiếm tỷ lệ 18,00%.',
    'Toàn huyện có 31.250 hộ, trong đó có 2.500 hộ nghèo, chiếm tỷ lệ 8,00%.',
  ],
  [
    'target.rate',
    'Xã có 1.650 hộ với 6.800 nhân khẩu; hộ nghèo: 132 hộ, chiếm 9,00%.',
    'Xã có 1.650 hộ với 6.800 nhân khẩu; hộ nghèo: 132 hộ, chiếm 8,00%.',
  ],
  [
    'target.rate',
    'Cuối năm có 45 hộ nghèo (chiếm 3,00%) và 96 hộ cận nghèo (chiếm 4,60%).',
    'Cuối năm có 45 hộ nghèo (chiếm 3,00%) và 96 hộ cận nghèo (chiếm 6,40%).',
  ],
  [
    'target.rate',
    '120 hộ nghèo trên tổng số 2.400 hộ, chiếm 6,00%.',
    '120 hộ nghèo trên tổng số 2.400 hộ, chiếm 5,00%.',
  ],

  [
    'date.impossible',
    'Hoàn thành việc rà soát trước ngày 31/9/2024.',
    'Hoàn thành việc rà soát trước ngày 30/9/2024.',
  ],
  [
    'date.impossible',
    'Tổ chức sơ kết vào ngày 30 tháng 02 năm 2024.',
    'Tổ chức sơ kết vào ngày 29 tháng 02 năm 2024.',
  ],
  ['date.impossible', 'Gửi báo cáo trước ngày 15/13/2024.', 'Gửi báo cáo trước ngày 15/12/2024.'],

  [
    'cite.year',
    'Thực hiện Thông tư số 15/2022/TT-BTC ngày 04/3/2023 của Bộ Tài chính.',
    'Thực hiện Thông tư số 15/2022/TT-BTC ngày 04/3/2022 của Bộ Tài chính.',
  ],
  [
    'cite.year',
    'Theo Nghị quyết số 18/2023/NQ-HĐND ngày 12 tháng 7 năm 2022 của Hội đồng nhân dân tỉnh.',
    'Theo Nghị quyết số 18/2023/NQ-HĐND ngày 12 tháng 7 năm 2023 của Hội đồng nhân dân tỉnh.',
  ],
  [
    'cite.year',
    'Nghị định số 28/2022/NĐ-CP, ngày 26.4.2021 của Chính phủ về tín dụng ưu đãi.',
    'Nghị định số 28/2022/NĐ-CP, ngày 26.4.2022 của Chính phủ về tín dụng ưu đãi.',
  ],

  [
    'cite.symbol',
    'Thực hiện Nghị định số 28/2022/CP ngày 26/4/2022 của Chính phủ.',
    'Thực hiện Nghị định số 28/2022/NĐ-CP ngày 26/4/2022 của Chính phủ.',
  ],
  [
    'cite.symbol',
    'Theo Thông tư số 15/2022/BTC của Bộ Tài chính.',
    'Theo Thông tư số 15/2022/TT-BTC của Bộ Tài chính.',
  ],
  [
    'cite.symbol',
    'Theo Quyết định số 125/QD-UBND ngày 15/01/2024 của UBND huyện.',
    'Theo Quyết định số 125/QĐ-UBND ngày 15/01/2024 của UBND huyện.',
  ],
  [
    'cite.symbol',
    'Theo Kế hoạch số 12/KH-UBDN ngày 15/01/2024 của UBND huyện.',
    'Theo Kế hoạch số 12/KH-UBND ngày 15/01/2024 của UBND huyện.',
  ],
  [
    'cite.symbol',
    'Theo Nghị quyết số 05/NQ-TW của Ban Chấp hành Trung ương.',
    'Theo Nghị quyết số 05-NQ/TW của Ban Chấp hành Trung ương.',
  ],
  [
    'cite.symbol',
    'Theo Quyết định số 36/KH-UBND ngày 15/01/2024 của UBND huyện.',
    'Theo Quyết định số 36/QĐ-UBND ngày 15/01/2024 của UBND huyện.',
  ],
  [
    'cite.symbol',
    'Theo Nghị quyết số 20/2023/NQHĐND ngày 21/8/2023 của Hội đồng nhân dân tỉnh.',
    'Theo Nghị quyết số 20/2023/NQ-HĐND ngày 21/8/2023 của Hội đồng nhân dân tỉnh.',
  ],
  [
    'cite.symbol',
    'Theo Nghị định số 28/NĐ-CP ngày 26/4/2022 của Chính phủ.',
    'Theo Nghị định số 28/2022/NĐ-CP ngày 26/4/2022 của Chính phủ.',
  ],

  [
    'cite.two-dates',
    'Thực hiện Quyết định số 512/QĐ-UBND ngày 15/01/2024 của UBND huyện. Kinh phí giao tại Quyết định số 512/QĐ-UBND ngày 25/01/2024 của UBND huyện.',
    'Thực hiện Quyết định số 512/QĐ-UBND ngày 15/01/2024 của UBND huyện. Kinh phí giao tại Quyết định số 512/QĐ-UBND ngày 15/01/2024 của UBND huyện.',
  ],
  [
    'cite.two-dates',
    'Theo Quyết định số 90/QĐ-TTg ngày 18/02/2022 của Thủ tướng Chính phủ.',
    'Theo Quyết định số 90/QĐ-TTg ngày 18/01/2022 của Thủ tướng Chính phủ.',
  ],
  [
    'cite.two-dates',
    'Thông tư số 10/2022/TT-BLĐTBXH ngày 13/5/2022 của Bộ Lao động - Thương binh và Xã hội.',
    'Thông tư số 10/2022/TT-BLĐTBXH ngày 31/5/2022 của Bộ Lao động - Thương binh và Xã hội.',
  ],

  [
    'cite.later',
    'Theo Công văn số 415/SLĐTBXH-BTXH ngày 10/9/2030 của Sở Lao động - Thương binh và Xã hội.',
    'Theo Công văn số 415/SLĐTBXH-BTXH ngày 10/01/2024 của Sở Lao động - Thương binh và Xã hội.',
  ],
  [
    'cite.later',
    'Theo Nghị quyết số 20/2031/NQ-HĐND của Hội đồng nhân dân tỉnh.',
    'Theo Nghị quyết số 20/2023/NQ-HĐND của Hội đồng nhân dân tỉnh.',
  ],

  [
    'text.repeated-word',
    'Các đơn vị tổ chức tổ chức thực hiện theo đúng quy định.',
    'Các đơn vị tổ chức thực hiện theo đúng quy định.',
  ],
  [
    'text.repeated-word',
    'Tăng cường kiểm tra, giám sát việc việc thực hiện chính sách.',
    'Tăng cường kiểm tra, giám sát việc thực hiện chính sách.',
  ],
  [
    'text.repeated-word',
    'Hỗ trợ người nghèo người nghèo vươn lên thoát nghèo.',
    'Hỗ trợ người nghèo vươn lên thoát nghèo.',
  ],
  [
    'text.repeated-word',
    'Nguồn vốn được phân bổ theo quy định của của pháp luật.',
    'Nguồn vốn được phân bổ theo quy định của pháp luật.',
  ],
  [
    'text.repeated-word',
    'Xây dựng kế hoạch kế hoạch cụ thể để triển khai.',
    'Xây dựng kế hoạch cụ thể để triển khai.',
  ],

  [
    'text.spelling',
    'Thực hiện Chương trình mục tiêu quôc gia giảm nghèo bền vững.',
    'Thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững.',
  ],
  ['text.spelling', 'Giảm nghèo đa chiều, bao trùm, bèn vững.', 'Giảm nghèo đa chiều, bao trùm, bền vững.'],
  [
    'text.spelling',
    'Báo cáo Sở Lao động - Thương binh và Xã hộ để tổng hợp.',
    'Báo cáo Sở Lao động - Thương binh và Xã hội để tổng hợp.',
  ],
  [
    'text.spelling',
    'Đề nghị Ủy ban Mặt trận Tổ quốc Viêt Nam huyện giám sát.',
    'Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam huyện giám sát.',
  ],
  [
    'text.spelling',
    'Hỗ trợ phát triển sản xuât, cải thiện dinh dưỡng.',
    'Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng.',
  ],
  [
    'text.spelling',
    'Nâng cao nâng lực cho cán bộ làm công tác giảm nghèo.',
    'Nâng cao năng lực cho cán bộ làm công tác giảm nghèo.',
  ],
  ['text.spelling', 'Hộ nghèo dân tộc thiểu sô được ưu tiên.', 'Hộ nghèo dân tộc thiểu số được ưu tiên.'],
  [
    'text.spelling',
    'Giải quyết mức độ thiếu hụt các dịch vụ xã hôi cơ bản.',
    'Giải quyết mức độ thiếu hụt các dịch vụ xã hội cơ bản.',
  ],
  ['text.spelling', 'Nguồn ngân sách trung ưong hỗ trợ.', 'Nguồn ngân sách trung ương hỗ trợ.'],
  [
    'text.spelling',
    'Bảo đảm công khai, minh bạch, đúng đối tuợng.',
    'Bảo đảm công khai, minh bạch, đúng đối tượng.',
  ],
  [
    'text.spelling',
    'Hội đồng nhân dân, Uỷ ban nhân dânn các cấp.',
    'Hội đồng nhân dân, Uỷ ban nhân dân các cấp.',
  ],
  [
    'text.spelling',
    'Hỗ trợ việc làm bền vữnng cho người lao động.',
    'Hỗ trợ việc làm bền vững cho người lao động.',
  ],
  [
    'text.spelling',
    'Tiểu dự án 1: Phát triển giáo dục nghề nghệp.',
    'Tiểu dự án 1: Phát triển giáo dục nghề nghiệp.',
  ],
  [
    'sum.count',
    'Hỗ trợ 850 hộ nghèo về nhà ở (xây mới 620 hộ, sửa chữa 240 hộ).',
    'Hỗ trợ 850 hộ nghèo về nhà ở (xây mới 620 hộ, sửa chữa 230 hộ).',
  ],
  [
    'sum.subset',
    'Giải quyết việc làm cho 320 lao động, trong đó lao động nữ 340 người.',
    'Giải quyết việc làm cho 320 lao động, trong đó lao động nữ 140 người.',
  ],
  [
    'text.page-number',
    'Nâng cao nhận thức của người dân và các hộ nghèo 7 thuộc phạm vi của Chương trình.',
    'Thực hiện Nghị quyết 57 của Bộ Chính trị; giao Chi hội 7 thuộc Hội Phụ nữ xã, thôn 3 của xã.',
  ],
  [
    'text.page-number',
    'Phát huy vai trò của cộng đồng 12 trên địa bàn toàn xã trong giám sát.',
    'Tổ chức 12 buổi trên địa bàn toàn xã; hoàn thành 7 trong 10 tiêu chí; đề án 06 của Chính phủ.',
  ],
  [
    'target.direction',
    'Tỷ lệ hộ nghèo giảm từ 1% xuống còn 2,29%.',
    'Tỷ lệ hộ nghèo bình quân toàn tỉnh giảm từ 1% trở lên, còn 2,29%.',
  ],
  [
    'cite.symbol',
    'Thực hiện Thông tư số 55/2023 của Bộ Tài chính về quản lý kinh phí sự nghiệp.',
    'Thực hiện Thông tư số 55/2023/TT-BTC của Bộ Tài chính về quản lý kinh phí sự nghiệp.',
  ],
  [
    'sum.subset',
    'Toàn xã có 215 hộ nghèo. Hộ nghèo là người dân tộc thiểu số 231 hộ.',
    'Toàn xã có 215 hộ nghèo. Hộ nghèo là người dân tộc thiểu số 131 hộ.',
  ],
  [
    'text.repeated-paragraph',
    'Hạn chế tái nghèo và phát sinh nghèo. Hạn chế tái nghèo và phát sinh nghèo.',
    'Hạn chế tái nghèo và phát sinh nghèo. Hạn chế tái nghèo, phát sinh nghèo ở vùng khó khăn.',
  ],
  ['text.spelling', 'Các ban, nghành phối hợp thực hiện.', 'Các ban, ngành phối hợp nghiên cứu, thực hiện.'],
  [
    'target.direction',
    'Tỷ lệ hộ nghèo dân tộc thiểu số giảm từ 15,2% lên 16,1%.',
    'Tỷ lệ hộ nghèo dân tộc thiểu số giảm từ 16,1% xuống 15,2%. Nâng tỷ lệ lao động qua đào tạo từ 70% lên 75%.',
  ],
  [
    'target.rate',
    'Tổng số hộ dân 15.000 hộ, hộ nghèo: 1.245 hộ, tỷ lệ 9,30%.',
    'Tổng số hộ nghèo năm nay: 1.245 hộ, tỷ lệ 8,30%; hộ cận nghèo: 987 hộ, tỷ lệ 6,58%.',
  ],

  [
    'amount.words',
    'Xây mới 15 (mười hai) căn nhà cho hộ nghèo.',
    'Xây mới 15 (mười lăm) căn nhà cho hộ nghèo; năm 2025 (năm) trước.',
  ],
  [
    'sum.share',
    'Có 120 lao động được đào tạo trên tổng số 400 lao động, đạt 35%.',
    'Có 120 lao động được đào tạo trên tổng số 400 lao động, đạt 30%.',
  ],
  [
    'sum.share',
    'Trong 4.812 hộ có 4.571 hộ dùng nước hợp vệ sinh, đạt tỷ lệ 97,00%.',
    'Trong 4.812 hộ có 4.571 hộ dùng nước hợp vệ sinh, đạt tỷ lệ 94,99%.',
  ],
  [
    'sum.count',
    'Trong năm có 6 hộ mới thoát nghèo, trong đó 02 hộ người Kinh và 05 hộ người Mông.',
    'Trong năm có 9 hộ mới thoát nghèo, trong đó 02 hộ người Kinh và 05 hộ người Mông.',
  ],
  [
    'target.no-change',
    'Tỷ lệ hộ nghèo dân tộc thiểu số: đầu năm 12,40%, phấn đấu cuối năm còn 12,40%.',
    'Tỷ lệ hộ nghèo dân tộc thiểu số: đầu năm 12,40%, phấn đấu cuối năm còn 10,40%.',
  ],
];
