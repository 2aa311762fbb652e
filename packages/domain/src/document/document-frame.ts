import type { Day } from '../shared/day.ts';

/** The series a number is drawn from: the body's own, or that of the steering committee, which uses its seal. */
export type Series = 'body' | 'steeringCommittee';

/** Who issues: named by the unit's names on the day, see `issuerOf`. */
export interface Issuer {
  readonly superior: string | null;
  readonly body: readonly string[];
  /** `UBND` or `BCĐ`, in symbols. */
  readonly abbreviation: string;
  /** `Bằng Mạc`: the place in front of the day. */
  readonly place: string;
  /** `xã Bằng Mạc`, in running text. */
  readonly unitName: string;
  /** `Ủy ban nhân dân xã Bằng Mạc`, in running text. */
  readonly bodyName: string;
  /** `UBND tỉnh Lạng Sơn`; null for the highest. */
  readonly superiorName: string | null;
  readonly level: 'province' | 'district' | 'commune';
}

/**
 * In whose place a person signs (Phụ lục I, mục II.7): `TM` for a collective, `KT` a deputy for the head, `TL` by
 * order, `TUQ` by authorisation, `Q` acting.
 */
export type SigningAuthority = 'TM' | 'KT' | 'TL' | 'TUQ' | 'Q';

export interface Signatory {
  readonly name: string;
  /** The person's own position, e.g. `Phó Chủ tịch`. */
  readonly position: string;
  readonly authority: SigningAuthority | null;
  /** With `KT`, `TL`, `TUQ`: for whom; `Chủ tịch` unless told. */
  readonly inPlaceOf?: string | undefined;
}

/** All that a template needs besides the data of its kind. */
export interface DocumentFrame {
  readonly issuer: Issuer;
  readonly number: number | null;
  readonly symbol: string;
  readonly day: Day | null;
  readonly signatory: Signatory | null;
  readonly recipients: readonly string[] | null;
  /** Legal grounds of the procedure in force on the day (regulations), for kinds whose data name none. */
  readonly grounds: readonly string[];
  /** The code, and where it is checked with the number (null: not told); null before the document has a number. */
  readonly verification: { readonly address: string | null; readonly code: string } | null;
  /** Signed with a digital signature: annexes then bear no "(Kèm theo …)". */
  readonly electronic: boolean;
  readonly demonstration: boolean;
}
