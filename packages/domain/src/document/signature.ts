import type { DocumentFrame, Issuer, Signatory } from './document-frame.ts';
import type { SignatureBlock } from './official-document.ts';

const upper = (text: string) => text.toLocaleUpperCase('vi');

/** `ỦY BAN NHÂN DÂN`, `BAN CHỈ ĐẠO`: a collective is named without its place. */
const collectiveOf = (issuer: Issuer): string =>
  issuer.abbreviation === 'BCĐ' ? 'BAN CHỈ ĐẠO' : 'ỦY BAN NHÂN DÂN';

/**
 * Quyền hạn, chức vụ, họ tên. `collective`: the body decides as one (a committee's plan), so the head signs for it
 * with TM.; otherwise the head signs alone. A deputy signs KT. under the same line.
 */
export function signatureOf(frame: DocumentFrame, collective: boolean): SignatureBlock {
  const person = frame.signatory;
  const above = collective ? [`TM. ${collectiveOf(frame.issuer)}`] : [];
  const head = frame.issuer.abbreviation === 'BCĐ' ? 'TRƯỞNG BAN' : 'CHỦ TỊCH';
  if (person === null) return { authority: above, position: head, name: null };
  return {
    authority: [...above, ...placeTaken(person, head)],
    position: positionOf(person),
    name: person.name,
  };
}

/** What stands between the collective and the person's own position. */
function placeTaken(person: Signatory, head: string): string[] {
  const place = upper(person.inPlaceOf ?? head);
  if (person.authority === 'KT') return [`KT. ${place}`];
  if (person.authority === 'TL') return [`TL. ${place}`];
  if (person.authority === 'TUQ') return [`TUQ. ${place}`];
  return [];
}

const positionOf = (person: Signatory): string =>
  person.authority === 'Q' ? `Q. ${upper(person.position)}` : upper(person.position);
