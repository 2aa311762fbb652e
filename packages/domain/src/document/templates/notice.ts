import type { NoticeData } from '../document-data.ts';
import type { DocumentFrame } from '../document-frame.ts';
import type { Block, OfficialDocument } from '../official-document.ts';
import { layOut, paragraph } from './template-parts.ts';

/** Thông báo: numbered headings only when there are several sections. */
export function notice(data: NoticeData, frame: DocumentFrame): OfficialDocument {
  let number = 0;
  const content = data.sections.flatMap((section): Block[] => {
    const title: Block[] =
      section.heading === undefined
        ? []
        : [{ kind: 'outline', level: 2, mark: `${++number}.`, text: section.heading, title: true }];
    return [...title, ...section.paragraphs.map(paragraph)];
  });
  return layOut(frame, {
    type: 'TB',
    subject: data.subject,
    collective: true,
    addressees: data.addressees ?? [],
    content,
    recipients: (data.addressees ?? []).length > 0 ? ['Như trên'] : ['Các thôn, tổ dân phố'],
  });
}
