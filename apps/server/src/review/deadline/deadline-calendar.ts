import { dutyTexts } from '@benvung/contract/review-deadline';
import { groupBy } from '@benvung/domain/shared/group-by';
import type { Language } from '@benvung/domain/shared/text';
import type { CalendarEntry, CalendarSource } from '../../platform/calendar/calendar-source.ts';
import type { Db } from '../../platform/database/database.ts';
import { listLastKnownUnits, type UnitOnDay } from '../../territory/territory.public.ts';
import { type FoundDuty, findDutyLines, placeOf } from './read-deadlines.ts';

const WORDS = {
  vi: {
    cases: (count: number) => `${count} hộ`,
    grievances: (count: number) => `${count} phản ánh`,
    in: (places: number) => `ở ${places} xã`,
    late: 'TRỄ HẠN',
    provisional: 'Tạm tính: năm này chưa có bảng ngày nghỉ.',
    uncertain: 'Văn bản không nói rõ loại ngày.',
  },
  en: {
    cases: (count: number) => `${count} households`,
    grievances: (count: number) => `${count} grievances`,
    in: (places: number) => `in ${places} communes`,
    late: 'LATE',
    provisional: 'Provisional: no table of days off for this year.',
    uncertain: 'The law does not say which kind of days.',
  },
} as const;

/** What is due, an entry a village for who holds a commune or village, one of a day and kind for a larger area. */
export const deadlineCalendar: CalendarSource = async (db, { areas, today, time, language }) => {
  const ids = areas.map((path) => Number(path.split('/').at(-2)));
  const units = await listLastKnownUnits(db, ids, today);
  const entries: CalendarEntry[] = [];
  for (const unit of units.values()) {
    const lines = await findDutyLines(db, unit, { today, time });
    const local = unit.level === 'commune' || unit.level === 'village';
    const groups = groupBy(lines, (line) =>
      [line.kind, line.day, line.year, local ? placeOf(line) : ''].join('-'),
    );
    const names = local ? await namesOf(db, lines, today) : new Map<number, string>();
    for (const [key, group] of groups) entries.push(entryOf(key, group, { unit, names, today, language }));
  }
  return entries;
};

const namesOf = async (db: Db, lines: readonly FoundDuty[], today: string) =>
  new Map(
    [...(await listLastKnownUnits(db, [...new Set(lines.map(placeOf))], today))].map(([id, { name }]) => [
      id,
      name,
    ]),
  );

interface Shown {
  readonly unit: UnitOnDay;
  readonly names: ReadonlyMap<number, string>;
  readonly today: string;
  readonly language: Language;
}

function entryOf(key: string, group: readonly FoundDuty[], shown: Shown): CalendarEntry {
  const { unit, names, today, language } = shown;
  const words = WORDS[language];
  const [{ kind, day, communeId, villageId }] = group as [FoundDuty];
  const count = group.reduce((sum, duty) => sum + duty.count, 0);
  const amount = kind === 'grievance' ? words.grievances(count) : words.cases(count);
  const local = names.get(villageId === 0 ? communeId : villageId);
  const place = local ?? words.in(new Set(group.map((duty) => duty.communeId)).size);
  const late = kind !== 'postingEnds' && day < today ? `${words.late} · ` : '';
  const doubts = [
    group.some(({ provisional }) => provisional) ? words.provisional : null,
    group.some(({ uncertain }) => uncertain) ? words.uncertain : null,
  ];
  return {
    key: `review-${unit.id}-${key}`,
    day,
    title: `${late}${dutyTexts[kind][language]}: ${amount}, ${place}`,
    detail: [unit.name, ...doubts].filter((line) => line !== null).join('\n'),
    path: `/ra-soat/thoi-han?don-vi=${unit.id}&xem=lich&ngay=${day}`,
  };
}
