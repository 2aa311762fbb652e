import type { DuplicateList } from '@benvung/contract/household-duplicates';
import { type CliCommand, EXIT, refusal } from '../platform/cli/command.ts';
import { resolveUnit } from '../territory/territory.public.ts';
import { searchDuplicates } from './find-duplicates.ts';
import { viewDuplicates } from './view-duplicates.ts';

const CERTAINTY = { certain: 'chắc', likely: 'có lẽ', possible: 'có thể' } as const;

export const duplicatesCommand: CliCommand = {
  name: 'household duplicates',
  summary: 'Các cặp hộ nghi trùng của một đơn vị, dò lại trước (households that may be written twice)',
  usage: '--unit CODE [--known]',
  description:
    'Dò lại theo số định danh, theo tên và năm sinh, theo tên gần giống; cặp đã bỏ qua không hiện lại.',
  needsDatabase: true,
  options: {
    unit: { value: 'CODE', required: true, summary: 'mã đơn vị, VN là cả nước (code of the unit)' },
    known: { summary: 'không dò lại, chỉ in các cặp đã biết (only what is known already)' },
  },
  run: async ({ database, clock, json, printJson, out, progress }, args) => {
    const today = clock.today();
    const unit = await resolveUnit(database.db, { unit: args.text('unit') ?? '', day: today });
    if (unit === undefined) throw refusal('Không có đơn vị này.', 'there is no such unit');
    if (!args.flag('known'))
      await database.db
        .transaction()
        .execute((db) =>
          searchDuplicates(db as never, { path: unit.path, at: clock.now() }, (done, of) =>
            progress('dò hộ trùng', done, of),
          ),
        );
    const sought = { path: unit.path, state: 'proposed' as const, page: 1, pageSize: 1000 };
    const found = await viewDuplicates(database.db, sought, { today, language: 'vi' });
    if (json) printJson(found);
    else for (const line of asText(found)) out(line);
    return EXIT.ok;
  },
};

const nameOf = ({ head, listCode, village, commune }: DuplicateList['pairs'][number]['household']): string =>
  `${head}${listCode === null ? '' : ` (${listCode})`}, ${village.name}, ${commune.name}`;

const asText = ({ pairs, counts }: DuplicateList): string[] => [
  `${counts.proposed} cặp nghi trùng, ${counts.dismissed} cặp đã bỏ qua, ${counts.merged} cặp đã nhập`,
  ...pairs.flatMap((pair) => [
    `${CERTAINTY[pair.certainty]}: ${nameOf(pair.household)} | ${nameOf(pair.other)}`,
    ...pair.why.map((line) => `  ${line}`),
  ]),
];
