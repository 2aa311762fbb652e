import type { DocumentKind } from '@benvung/domain/document/document-data';
import { KIND_RULES } from '@benvung/domain/document/document-kinds';
import type { Text } from '@benvung/domain/shared/text';
import type { Db } from '../platform/database/database.ts';
import { findVerification, verificationKey } from './verification.store.ts';

export type DocumentVerdict =
  | { readonly standing: 'unknown' }
  | {
      readonly standing: 'valid' | 'replaced' | 'revoked';
      readonly kind: DocumentKind;
      readonly kindName: Text;
      readonly reference: string;
      readonly issuer: string;
      readonly day: string;
      /** The number of the document in its place. */
      readonly replacedBy: string | null;
      readonly endedOn: string | null;
    };

/**
 * Whether a paper with this number and code is in force. A wrong number, a wrong code and a document that is not
 * issued yet answer alike. Works outside any area; whoever offers it to the public limits how often.
 */
export async function verifyDocument(
  db: Db,
  { number, code }: { number: string; code: string },
): Promise<DocumentVerdict> {
  const found = await findVerification(db, verificationKey(number, code));
  if (found === undefined || found.standing === 'prepared') return { standing: 'unknown' };
  const { standing, ...rest } = found;
  return { ...rest, standing, kindName: KIND_RULES[found.kind].label };
}
