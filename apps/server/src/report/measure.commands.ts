import { problemText } from '@benvung/contract/problem-texts';
import { measureGroupings, type PovertyMeasuresView } from '@benvung/contract/report';
import { type CliCommand, EXIT, usageFailure } from '../platform/cli/command.ts';
import { type MeasureGrouping, measureUnit } from './measure-unit.ts';

export const measureCommand: CliCommand = {
  name: 'measure',
  summary: 'H, A, M0 của các hộ đã rà soát (H, A and M0 of the reviewed households)',
  usage: '--unit CODE --year Y [--by GROUP] [--persons] [--standard ID]',
  description:
    'Đo lường theo Alkire–Foster trên kết quả rà soát, phân rã theo chỉ số và theo nhóm.\n' +
    'Tính trên các hộ đã rà soát, không phải toàn bộ dân cư; H không phải tỷ lệ nghèo chính thức.\n' +
    `--by: ${measureGroupings.join(', ')}.`,
  needsDatabase: true,
  options: {
    unit: { value: 'CODE', required: true, summary: 'mã đơn vị (unit code)' },
    year: { value: 'Y', required: true, summary: 'năm rà soát (year of the round)' },
    by: { value: 'GROUP', summary: 'phân rã theo nhóm (part by a group)' },
    persons: { summary: 'tính theo nhân khẩu (count persons)' },
    standard: { value: 'ID', summary: 'chuẩn nghèo (poverty standard)' },
  },
  run: async ({ database, json, printJson, out }, args) => {
    const year = Number(args.text('year'));
    if (!Number.isInteger(year)) throw usageFailure('--year phải là một năm.', '--year must be a year.');
    const measured = await measureUnit(database.db, {
      unit: args.text('unit') ?? '',
      year,
      by: groupingOf(args.text('by')),
      count: args.flag('persons') ? 'persons' : 'households',
      standardId: args.text('standard') ?? null,
      areas: null,
      language: 'vi',
    });
    if (!measured.ok)
      throw usageFailure(problemText(measured.problem, 'vi'), problemText(measured.problem, 'en'));
    if (json) printJson(measured.value);
    else for (const line of measureLines(measured.value)) out(line);
    return EXIT.ok;
  },
};

function groupingOf(text: string | undefined): MeasureGrouping | null {
  const found = measureGroupings.find((each) => each === text);
  if (text !== undefined && found === undefined)
    throw usageFailure(
      `--by ${text}: chỉ có ${measureGroupings.join(', ')}.`,
      `--by must be one of ${measureGroupings.join(', ')}.`,
    );
  return found ?? null;
}

const percent = (share: number | null): string =>
  share === null ? '–' : `${(share * 100).toFixed(2).replace('.', ',')} %`;
const index = (value: number): string => value.toFixed(4).replace('.', ',');

function measureLines(view: PovertyMeasuresView): string[] {
  const { unit, year, standard, reviewed, dropped, official, all } = view;
  const heading = `${unit.name}, ${year}, ${standard}${view.demo ? ' · SỐ LIỆU TRÌNH DIỄN' : ''}`;
  const counted = `${reviewed} hộ đã rà soát, bỏ ra ${dropped} hộ còn chỉ số chưa biết; ${official.poor} hộ nghèo, ${official.nearPoor} hộ cận nghèo.`;
  if (all === null) return [heading, counted, 'Chưa có hộ nào đủ các chỉ số để đo.', view.note];
  return [
    heading,
    counted,
    `H ${percent(all.H)}   A ${percent(all.A)}   M0 ${index(all.M0)}`,
    ...view.indicators.map(
      (each) =>
        `  ${each.code} ${each.label}: thiếu hụt ${percent(each.uncensored)}, nghèo và thiếu hụt ${percent(each.censored)}, đóng góp ${percent(each.contribution)}`,
    ),
    ...view.groups.map(
      (each) =>
        `  ${each.label}: ${each.households} hộ, H ${percent(each.H)}, A ${percent(each.A)}, M0 ${index(each.M0)}, đóng góp ${percent(each.contribution)}`,
    ),
    ...(view.unverified > 0 ? [`${view.unverified} hộ theo thang điểm chưa kiểm chứng.`] : []),
    view.note,
  ];
}
