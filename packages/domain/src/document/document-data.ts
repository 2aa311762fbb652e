/** What each kind of document is made from. Days are `YYYY-MM-DD`, moments `YYYY-MM-DDTHH:mm` of Việt Nam. */
import type { Day } from '../shared/day.ts';
import type { DocumentType } from './document-types.ts';
import type { Annex, Block } from './official-document.ts';

type Optional<Value> = Value | undefined;
type Names = readonly string[];

/** Another document as it is cited. */
export interface Citation {
  readonly reference: string;
  readonly day: Day;
  readonly body?: Optional<string>;
}

export type RoundKind = 'periodic' | 'adHoc';

export interface RoundOpeningData {
  readonly year: number;
  readonly roundKind: RoundKind;
  readonly from: Day;
  readonly to: Day;
  readonly standard: string;
  readonly villages: readonly { readonly name: string; readonly households: number }[];
  readonly grounds?: Optional<Names>;
}

export interface AssignmentData {
  readonly year: number;
  readonly rows: readonly {
    readonly village: string;
    readonly enumerator: string;
    readonly position?: Optional<string>;
    readonly households: number;
    readonly until?: Optional<Day>;
  }[];
  readonly grounds?: Optional<Names>;
}

export interface NoticeData {
  readonly subject: string;
  readonly sections: readonly { readonly heading?: Optional<string>; readonly paragraphs: Names }[];
  readonly addressees?: Optional<Names>;
}

export interface ReviewListData {
  readonly year: number;
  readonly village: string | null;
  readonly rows: readonly {
    readonly head: string;
    readonly village: string;
    readonly members: number | null;
    readonly previousClass: string | null;
    readonly source: 'record' | 'request';
    readonly note?: Optional<string>;
  }[];
}

export interface QuestionnaireData {
  readonly year: number;
  readonly head: string;
  readonly address: string;
  readonly code?: Optional<string>;
  readonly enumerator: string | null;
  readonly day: Day | null;
  readonly roster: readonly {
    readonly name: string;
    readonly relation: string;
    readonly sex: string;
    readonly birth: string;
    readonly ethnicGroup: string;
    readonly note?: Optional<string>;
  }[];
  readonly sections: readonly {
    readonly title: string;
    readonly rows: readonly {
      readonly number: string;
      readonly question: string;
      readonly answer: string;
      readonly points?: Optional<number | null>;
    }[];
  }[];
  readonly incomeScore: number | null;
  readonly deprivationScore: number | null;
  readonly result: string;
  readonly notes?: Optional<Names>;
}

interface PersonInOffice {
  readonly name: string;
  readonly position: string;
}

export interface MeetingMinutesData {
  readonly year: number;
  readonly village: string;
  readonly place: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly chair: PersonInOffice;
  readonly secretary: PersonInOffice;
  readonly attendance: readonly { readonly group: string; readonly count: number }[];
  readonly present: number;
  readonly households: readonly {
    readonly head: string;
    readonly members?: Optional<number | null>;
    readonly previousClass?: Optional<string | null>;
    readonly proposal: string;
    readonly agree: number;
    readonly agreed: boolean;
    readonly opinion?: Optional<string>;
  }[];
  readonly remarks?: Optional<Names>;
  readonly representatives: Names;
}

/** Who comes signs: lines to fill by hand, by kind of participant; no name is printed. */
export interface AttendanceSheetData {
  readonly year: number;
  readonly village: string;
  readonly place: string;
  readonly startedAt: string;
  readonly groups: readonly { readonly group: string; readonly lines: number }[];
}

/** The fewest personal data: the head, the village, the result. Nothing else has a place in this shape. */
export interface PostingSheetData {
  readonly year: number;
  readonly village: string;
  readonly from: string;
  readonly until: string;
  readonly rows: readonly { readonly head: string; readonly result: string }[];
  /** The public page, short enough to be typed. */
  readonly address: string;
  readonly hash?: Optional<string>;
  readonly places?: Optional<Names>;
}

export interface ReportData {
  readonly year: number;
  readonly roundKind: RoundKind;
  readonly addressee: string;
  readonly summary: readonly {
    readonly label: string;
    readonly households: number;
    readonly persons?: Optional<number | null>;
    /** Per cent as printed, `2,55`; null where the base is missing. */
    readonly rate?: Optional<string | null>;
  }[];
  readonly tables: readonly {
    readonly title: string;
    readonly columns: readonly {
      readonly label: string;
      readonly group?: Optional<string>;
      readonly width?: Optional<number>;
      readonly align?: Optional<'left' | 'centre' | 'right'>;
    }[];
    readonly rows: readonly Names[];
    /** Places of rows printed bold (totals), from 0. */
    readonly boldRows?: Optional<readonly number[]>;
  }[];
  readonly difficulties?: Optional<Names>;
  readonly requests?: Optional<Names>;
}

export interface OpinionData {
  readonly year: number;
  readonly commune: string;
  readonly submission: Citation;
  readonly outcome: 'clear' | 'returned';
  readonly returned: readonly { readonly head: string; readonly village: string; readonly reason: string }[];
}

export interface RecognisedHousehold {
  readonly head: string;
  readonly village: string;
  readonly members: number | null;
  readonly incomeScore?: Optional<number | null>;
  readonly deprivationScore?: Optional<number | null>;
  readonly note?: Optional<string>;
}

export interface RecognitionData {
  readonly year: number;
  readonly roundKind: RoundKind;
  readonly standard: string;
  readonly opinion: Citation | null;
  readonly submission?: Optional<Citation | null>;
  readonly grounds?: Optional<Names>;
  readonly lists: {
    readonly poor: readonly RecognisedHousehold[];
    readonly nearPoor: readonly RecognisedHousehold[];
    readonly exitedPoor: readonly RecognisedHousehold[];
    readonly exitedNearPoor: readonly RecognisedHousehold[];
  };
}

export interface RefusalData {
  readonly year: number;
  readonly head: string;
  readonly village: string;
  readonly requestDay: Day | null;
  readonly requestForm?: Optional<'01' | '04'>;
  /** What was asked, as a phrase: `công nhận hộ nghèo`. */
  readonly asked: string;
  readonly reasons: Names;
}

export interface CertificateData {
  readonly householdClass: 'poor' | 'nearPoor';
  readonly head: string;
  readonly ethnicGroup?: Optional<string | null>;
  readonly identityNumber?: Optional<string | null>;
  readonly identityDay?: Optional<Day | null>;
  readonly residence: string;
  readonly members: readonly {
    readonly name: string;
    readonly ethnicGroup?: Optional<string | null>;
    readonly relation: string;
    readonly birthYear: number | null;
    readonly sex: 'male' | 'female';
    readonly note?: Optional<string>;
  }[];
  readonly years: readonly { readonly year: number; readonly result: string; readonly decision: string }[];
}

export interface GrievanceAnswerData {
  readonly receipt: string;
  readonly name: string | null;
  readonly village: string;
  readonly receivedDay: Day;
  readonly content: string;
  readonly findings: Names;
  readonly outcome: 'upheld' | 'rejected' | 'partly';
  readonly decision: string;
  readonly rights?: Optional<string>;
}

/** Any type of the decree with its body already set out: plans, their annexes, assignments, duty lists. */
export interface ComposedData {
  readonly type: DocumentType;
  readonly subject: string;
  readonly draftingUnit?: Optional<string>;
  /** The head of the body decides alone; otherwise the body as a collective. */
  readonly headAlone?: Optional<boolean>;
  readonly grounds: Names;
  readonly addressees?: Optional<Names>;
  readonly content: readonly Block[];
  readonly annexes: readonly Omit<Annex, 'attached' | 'label'>[];
}

/** A paper of a body that does not work in the system, with the reference it came with. */
export interface IncomingData {
  readonly reference: string;
  readonly day: Day;
  readonly body: string;
  readonly subject: string;
}

export interface DocumentDataByKind {
  readonly roundOpening: RoundOpeningData;
  readonly assignment: AssignmentData;
  readonly notice: NoticeData;
  readonly reviewList: ReviewListData;
  readonly questionnaire: QuestionnaireData;
  readonly attendanceSheet: AttendanceSheetData;
  readonly meetingMinutes: MeetingMinutesData;
  readonly postingSheet: PostingSheetData;
  readonly report: ReportData;
  readonly submission: ReportData;
  readonly opinion: OpinionData;
  readonly recognition: RecognitionData;
  readonly refusal: RefusalData;
  readonly certificate: CertificateData;
  readonly grievanceAnswer: GrievanceAnswerData;
  readonly composed: ComposedData;
  readonly incoming: IncomingData;
}

export type DocumentKind = keyof DocumentDataByKind;
