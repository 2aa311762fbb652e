import { nameInSentence } from '../../territory/unit-type.ts';
import type { GrievanceAnswerData } from '../document-data.ts';
import type { DocumentFrame } from '../document-frame.ts';
import { shortDay } from '../number-and-day.ts';
import type { Block, OfficialDocument } from '../official-document.ts';
import { layOut, paragraph } from './template-parts.ts';

const OUTCOMES = {
  upheld: 'Nội dung phản ánh là đúng.',
  rejected: 'Nội dung phản ánh không đúng.',
  partly: 'Nội dung phản ánh đúng một phần.',
} as const;

/** Công văn trả lời phản ánh: what was said, what was found, what follows. */
export function grievanceAnswer(data: GrievanceAnswerData, frame: DocumentFrame): OfficialDocument {
  const { bodyName, unitName } = frame.issuer;
  const who = data.name === null ? 'người gửi phản ánh' : `Ông/bà ${data.name}`;
  return layOut(frame, {
    type: 'CV',
    subject: null,
    correspondence: `V/v trả lời phản ánh số ${data.receipt}`,
    collective: false,
    addressees: [
      `${who === 'người gửi phản ánh' ? 'Người gửi phản ánh' : who}, ${nameInSentence(data.village)}, ${unitName}`,
    ],
    content: [
      paragraph(
        `Ngày ${shortDay(data.receivedDay)}, ${bodyName} nhận được phản ánh số ${data.receipt} với nội dung: ${data.content.replace(/[.\s]+$/u, '')}. Sau khi phúc tra, ${bodyName} trả lời như sau:`,
      ),
      title(1, 'Kết quả phúc tra'),
      ...data.findings.map((text): Block => ({ kind: 'outline', level: 4, mark: '-', text })),
      title(2, 'Kết luận'),
      paragraph(`${OUTCOMES[data.outcome]} ${data.decision}`),
      paragraph(
        data.rights ??
          `Kết quả này được niêm yết lại theo quy định. Nếu không đồng ý, ông/bà có quyền khiếu nại đến Chủ tịch ${bodyName} theo quy định của pháp luật`,
      ),
    ],
    recipients: ['Như trên'],
  });
}

const title = (number: number, text: string): Block => ({
  kind: 'outline',
  level: 2,
  mark: `${number}.`,
  text,
  title: true,
});
