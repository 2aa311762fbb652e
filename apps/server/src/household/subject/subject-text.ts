import { MEMBER_QUESTIONS } from '@benvung/domain/household/fact-labels';
import { CLASS_LABELS } from '@benvung/domain/standard/class-labels';
import { shownFact } from '../shown-fact.ts';
import type { SubjectData } from './subject-data.ts';

/** One line of what is held: where it stands, what is asked, what is written. */
export interface SubjectLine {
  readonly part: string;
  readonly label: string;
  readonly value: string;
}

const REQUEST_STATES: Readonly<Record<string, string>> = {
  sent: 'chờ nhận',
  accepted: 'đã nhận',
  refused: 'không nhận',
};

const UNKNOWN = 'chưa biết';

const classOf = (of: string | null): string =>
  of === null ? 'chưa có kết quả' : (CLASS_LABELS[of as keyof typeof CLASS_LABELS]?.vi ?? of);

/** A person's data in words, for reading or for printing; nothing is left out. */
export function subjectLines(data: SubjectData): SubjectLine[] {
  const person = 'Thông tin cá nhân';
  const keys = Object.keys(data.facts) as (keyof SubjectData['facts'])[];
  return [
    ...keys.map((key) => ({
      part: person,
      label:
        MEMBER_QUESTIONS[key as keyof typeof MEMBER_QUESTIONS]?.vi ??
        (key === 'fullName' ? 'Họ và tên' : key),
      value: shownFact(key, data.facts[key], 'vi') ?? UNKNOWN,
    })),
    ...(data.left === null
      ? []
      : [{ part: person, label: 'Rời hộ', value: `${data.left.on}: ${data.left.reason}` }]),
    ...data.households.map((each) => ({
      part: 'Hộ đã ở',
      label: `${each.from} – ${each.to ?? 'nay'}`,
      value: `hộ ${each.headName}${each.listCode === null ? '' : ` (${each.listCode})`}, ${each.village}`,
    })),
    ...data.reviews.map((each) => ({
      part: 'Kết quả rà soát của hộ',
      label: `${each.year}, ${each.standardId ?? ''}`,
      value:
        `${classOf(each.class)}` +
        `${each.decisionNumber === null ? '' : `, QĐ ${each.decisionNumber}`}` +
        `${each.facts === null ? '' : '; có giữ thông tin cá nhân của đợt này'}`,
    })),
    ...data.events.map((each) => ({
      part: 'Lịch sử thay đổi',
      label: each.onDay,
      value: `${each.kind}, ${each.actor}`,
    })),
    ...data.cases.flatMap((each) => [
      {
        part: 'Hồ sơ rà soát của hộ',
        label: `${each.year}${each.requestedOn === null ? '' : `, đề nghị ngày ${each.requestedOn}`}`,
        value: `${each.state}, ${classOf(each.class)}`,
      },
      ...each.steps.map((step) => ({
        part: 'Hồ sơ rà soát của hộ',
        label: step.on,
        value: `${step.act}, ${step.actor}${step.reason === null ? '' : `: ${step.reason}`}`,
      })),
    ]),
    ...data.requests.map((each) => ({
      part: 'Đề nghị gửi trực tuyến',
      label: `${each.number}, ${each.sentOn}`,
      value: [
        `mẫu ${each.form}, chủ hộ ${each.head}, ${REQUEST_STATES[each.state] ?? each.state}`,
        each.address,
        each.phone,
        each.identityNumber,
        each.asked,
        each.reason,
      ]
        .filter((part) => part !== null && part !== '')
        .join('; '),
    })),
    ...data.certificates.map((each) => ({
      part: 'Giấy chứng nhận',
      label: each.number,
      value:
        `${each.year}, ${classOf(each.class)}, ${each.state}, cấp ngày ${each.issuedOn}` +
        `${each.endedOn === null ? '' : `, kết thúc ngày ${each.endedOn}: ${each.endedReason ?? ''}`}`,
    })),
    ...data.documents.map((each) => ({
      part: 'Văn bản có tên hộ',
      label: each.number === null ? each.day : `${each.number}/${each.symbol}, ${each.day}`,
      value: each.title,
    })),
    ...data.readings.map((each) => ({
      part: 'Ai đã xem trường kín',
      label: each.at,
      value: `${each.actor}: ${String(each.detail.reason ?? each.act)}`,
    })),
  ];
}
