import type { NumberingTold } from '@benvung/contract/document-numbering';
import type { ReactNode } from 'react';

interface Numbered {
  /** The unit whose register it is. */
  readonly unit: number;
  readonly kind: string;
  readonly day: string;
  /** How many papers take numbers in a row. */
  readonly count?: number;
  readonly tried: boolean;
  /** Null while the register is read: the act waits for it. */
  readonly onChange: (told: NumberingTold | null) => void;
}

/** The fields of an act's number and signer, which the register of documents draws. */
export type RenderNumbering = (of: Numbered) => ReactNode;
