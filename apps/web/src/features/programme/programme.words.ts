import { defineWords } from '../../platform/i18n.ts';

export const programmeWords = defineWords(
  {
    title: 'Chương trình',
    lead: 'Dự án, tiểu dự án hoặc hợp phần, nội dung của từng chương trình theo quyết định phê duyệt; cơ quan chủ trì vào ngày {day}.',
    which: 'Chương trình',
    inForce: 'đang thi hành',
    ground: 'Căn cứ: {ground}',
    ledBy: 'Cơ quan chủ trì: {bodies}',
    unverified: 'chưa đối chiếu văn bản',
    source: 'Nguồn: {source}',
    unnamed: 'chưa thấy tên',
  },
  {
    title: 'Programmes',
    lead: 'Projects and sub-projects, or components and contents, of each programme by its decision; leading bodies on {day}.',
    which: 'Programme',
    inForce: 'in force',
    ground: 'Ground: {ground}',
    ledBy: 'Led by: {bodies}',
    unverified: 'not verified against the text',
    source: 'Source: {source}',
    unnamed: 'name not seen',
  },
);
