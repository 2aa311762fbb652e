import { headOfVillage, nameInSentence } from '../../territory/unit-type.ts';
import type { RefusalData } from '../document-data.ts';
import type { DocumentFrame } from '../document-frame.ts';
import { pointLetter } from '../enumerate.ts';
import { dayInWords } from '../number-and-day.ts';
import type { Block, OfficialDocument } from '../official-document.ts';
import { layOut, paragraph } from './template-parts.ts';

/** Thông báo không công nhận: the reasons in writing, and what the household may do. */
export function refusal(data: RefusalData, frame: DocumentFrame): OfficialDocument {
  const { unitName, bodyName } = frame.issuer;
  const asked = data.requestDay === null ? '' : ` ngày ${dayInWords(data.requestDay).replace(/^ngày /u, '')}`;
  const form = data.requestForm === undefined ? 'đề nghị' : `giấy đề nghị (mẫu ${data.requestForm})`;
  const about = `hộ ông/bà ${data.head}`;
  const begun =
    data.requestDay === null && data.requestForm === undefined
      ? `${bodyName} đã rà soát ${about} năm ${data.year}.`
      : `${bodyName} đã nhận ${form}${asked} của ${about} về việc ${data.asked} năm ${data.year}.`;
  return layOut(frame, {
    type: 'TB',
    subject: `Về việc không ${data.asked} đối với hộ ông/bà ${data.head}`,
    collective: false,
    addressees: [`Hộ ông/bà ${data.head}, ${nameInSentence(data.village)}, ${unitName}`],
    content: [
      paragraph(
        `${begun} Sau khi xem xét theo quy trình rà soát, Chủ tịch ${bodyName} thông báo không ${data.asked} đối với hộ ông/bà vì ${data.reasons.length === 1 ? 'lý do sau' : 'các lý do sau'}:`,
      ),
      ...data.reasons.map(
        (text, at): Block =>
          data.reasons.length === 1
            ? { kind: 'outline', level: 4, mark: '-', text }
            : { kind: 'point', letter: pointLetter(at), text },
      ),
      paragraph(
        `Nếu không đồng ý, ông/bà có thể gửi phản ánh, khiếu nại đến ${bodyName} để được xem xét, trả lời theo quy định; khi hoàn cảnh của hộ thay đổi, ông/bà có thể nộp giấy đề nghị mới`,
      ),
    ],
    recipients: ['Như trên', headOfVillage(data.village)],
  });
}
