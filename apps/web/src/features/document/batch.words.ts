import { defineWords } from '../../platform/i18n.ts';

export const batchWords = defineWords(
  {
    title: 'Làm cho nhiều văn bản cùng lúc: {kind}',
    draft: '{count} bản nháp chờ số',
    numbered: '{count} văn bản chờ bản đã ký',
    signed: '{count} văn bản chờ ban hành',
    issued: '{count} văn bản đã ban hành',
    nothing: 'Không còn văn bản nào chờ cấp số, ký hay ban hành.',
    number: 'Cấp số {count} văn bản',
    attach: 'Đính kèm một bản quét cho {count} văn bản',
    attachAgain: 'Thay bản quét của {count} văn bản',
    attachNote:
      'Một tệp PDF, JPEG hoặc PNG chung cho tất cả; ký riêng từng bản thì đính kèm ở trang của văn bản đó.',
    issue: 'Ban hành {count} văn bản',
    withdraw: 'Thu hồi {count} văn bản',
    reason: 'Lý do thu hồi (số đã cấp không dùng lại)',
    done: 'Đã làm xong {count} văn bản',
    all: 'Tất cả hoặc không văn bản nào; danh sách đổi giữa chừng thì được báo lại.',
  },
  {
    title: 'Many documents at once: {kind}',
    draft: '{count} drafts wait for numbers',
    numbered: '{count} documents wait for their signed copy',
    signed: '{count} documents wait to be issued',
    issued: '{count} documents are issued',
    nothing: 'Nothing waits for a number, a signature or its issue.',
    number: 'Number {count} documents',
    attach: 'Attach one scan to {count} documents',
    attachAgain: 'Replace the scan of {count} documents',
    attachNote: 'One PDF, JPEG or PNG for all; a paper signed by itself takes its scan on its own page.',
    issue: 'Issue {count} documents',
    withdraw: 'Withdraw {count} documents',
    reason: 'Why (the numbers stay used)',
    done: 'Done for {count} documents',
    all: 'All or none; a list that changed meanwhile is told.',
  },
);
