import { defineWords } from '../../platform/i18n.ts';

export const territoryWords = defineWords(
  {
    choose: 'Chọn đơn vị, đang là {unit}',
    search: 'Tìm tên đơn vị, gõ thiếu dấu cũng được',
    above: 'Cấp trên',
    below: 'Đơn vị trực thuộc',
    found: 'Kết quả',
    none: 'Không có đơn vị nào tên như vậy trên bản đồ ngày {day}.',
    typeMore: 'Gõ từ chữ thứ hai để tìm.',
    breadcrumb: 'Đường dẫn đơn vị',
    nation: 'cả nước',
    province: 'cấp tỉnh',
    district: 'cấp huyện',
    commune: 'cấp xã',
    village: 'thôn',
  },
  {
    choose: 'Choose a unit, now {unit}',
    search: 'Search a unit by name, accents may be left out',
    above: 'Above',
    below: 'Units below',
    found: 'Found',
    none: 'No unit is named like that on the map of {day}.',
    typeMore: 'Type two letters or more to search.',
    breadcrumb: 'Path of units',
    nation: 'nation',
    province: 'province level',
    district: 'district level',
    commune: 'commune level',
    village: 'village',
  },
);
