import type { ComposedData } from '../document-data.ts';
import type { DocumentFrame } from '../document-frame.ts';
import type { OfficialDocument } from '../official-document.ts';
import { headOffice, layOut } from './template-parts.ts';

/** A document whose body somebody else set out: plans, target annexes, assignments, duty lists. */
export function composed(data: ComposedData, frame: DocumentFrame): OfficialDocument {
  const decision = data.type === 'QĐ';
  const letter = data.type === 'CV';
  return layOut(frame, {
    type: data.type,
    subject: letter ? null : data.subject,
    ...(letter ? { correspondence: `V/v ${data.subject}` } : {}),
    collective: data.headAlone !== true,
    authority: decision
      ? data.headAlone === true
        ? headOffice(frame)
        : frame.issuer.bodyName.toLocaleUpperCase('vi')
      : null,
    grounds: data.grounds,
    enacting: decision ? 'QUYẾT ĐỊNH:' : null,
    addressees: data.addressees ?? [],
    content: data.content,
    recipients:
      (data.addressees ?? []).length > 0 ? ['Như trên'] : ['Các cơ quan, đơn vị, cá nhân có liên quan'],
    annexes: data.annexes,
  });
}
