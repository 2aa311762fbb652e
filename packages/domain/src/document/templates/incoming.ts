import type { IncomingData } from '../document-data.ts';
import type { DocumentFrame } from '../document-frame.ts';
import { dayInWords } from '../number-and-day.ts';
import type { OfficialDocument } from '../official-document.ts';
import { layOut, paragraph } from './template-parts.ts';

/** The slip of a paper that came in: what the register says of it. The paper itself is the scan beside it. */
export const incoming = (data: IncomingData, frame: DocumentFrame): OfficialDocument =>
  layOut(frame, {
    type: 'VBĐ',
    subject: data.subject,
    numbered: false,
    collective: false,
    content: [
      paragraph(`Số, ký hiệu: ${data.reference}`),
      paragraph(`Ngày ban hành: ${dayInWords(data.day)}`),
      paragraph(`Cơ quan ban hành: ${data.body}`),
      paragraph(`Trích yếu: ${data.subject}`),
    ],
    recipients: [],
    signature: null,
    open: true,
  });
