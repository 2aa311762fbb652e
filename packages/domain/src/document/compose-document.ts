import type { DocumentDataByKind, DocumentKind } from './document-data.ts';
import type { DocumentFrame } from './document-frame.ts';
import type { OfficialDocument } from './official-document.ts';
import { assignment } from './templates/assignment.ts';
import { attendanceSheet } from './templates/attendance-sheet.ts';
import { certificate } from './templates/certificate.ts';
import { composed } from './templates/composed.ts';
import { grievanceAnswer } from './templates/grievance-answer.ts';
import { incoming } from './templates/incoming.ts';
import { meetingMinutes } from './templates/meeting-minutes.ts';
import { notice } from './templates/notice.ts';
import { opinion } from './templates/opinion.ts';
import { postingSheet } from './templates/posting-sheet.ts';
import { questionnaire } from './templates/questionnaire.ts';
import { recognition } from './templates/recognition.ts';
import { refusal } from './templates/refusal.ts';
import { report, submission } from './templates/report.ts';
import { reviewList } from './templates/review-list.ts';
import { roundOpening } from './templates/round-opening.ts';

type Templates = {
  readonly [K in DocumentKind]: (data: DocumentDataByKind[K], frame: DocumentFrame) => OfficialDocument;
};

const TEMPLATES: Templates = {
  roundOpening,
  assignment,
  notice,
  reviewList,
  questionnaire,
  attendanceSheet,
  meetingMinutes,
  postingSheet,
  report,
  submission,
  opinion,
  recognition,
  refusal,
  certificate,
  grievanceAnswer,
  composed,
  incoming,
};

/** The version of our wording and layout: a stored document tells under which it was made. */
export const COMPOSITION_VERSION = 6;

/** The document of a kind as it is laid out; the same data and frame always give the same model. */
export function composeDocument<K extends DocumentKind>(
  kind: K,
  data: DocumentDataByKind[K],
  frame: DocumentFrame,
): OfficialDocument {
  return TEMPLATES[kind](data, frame);
}
