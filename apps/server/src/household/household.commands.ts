import type { HouseholdView } from '@benvung/contract/household';
import { RELATION_LABELS } from '@benvung/domain/household/fact-labels';
import type { Relation } from '@benvung/domain/household/household-facts';
import { CLASS_LABELS } from '@benvung/domain/standard/class-labels';
import { type CliArguments, type CliCommand, EXIT, refusal, usageFailure } from '../platform/cli/command.ts';
import type { Db } from '../platform/database/database.ts';
import { duplicatesCommand } from './duplicate.commands.ts';
import { findHousehold, listHouseholdsByCode, type StoredHousehold } from './household.store.ts';
import { workersCommand } from './low-income-workers.commands.ts';
import { personCommands } from './subject/person.commands.ts';
import { viewHousehold } from './view-household.ts';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/iu;

const showCommand: CliCommand = {
  name: 'household show',
  summary: 'Xem một hộ, trường nhạy cảm vẫn kín (show a household, sensitive fields stay closed)',
  usage: 'ID | --code CODE',
  description: 'Mã hộ có thể trùng giữa các thôn: khi trùng, mọi hộ mang mã đó được in ra.',
  needsDatabase: true,
  words: [0, 1],
  options: { code: { value: 'CODE', summary: 'mã hộ trong danh sách (code of the village list)' } },
  run: async ({ database, clock, json, printJson, out }, args) => {
    const households = await findAsked(database.db, args);
    if (households.length === 0) throw refusal('Không có hộ này.', 'there is no such household');
    const reader = { today: clock.today(), language: 'vi' as const };
    const views: HouseholdView[] = [];
    for (const household of households) views.push(await viewHousehold(database.db, household, reader));
    if (json) printJson(args.text('code') === undefined ? views[0] : views);
    else for (const view of views) out(asText(view));
    return EXIT.ok;
  },
};

async function findAsked(db: Db, args: CliArguments): Promise<StoredHousehold[]> {
  const [id] = args.words;
  const code = args.text('code');
  if ((id === undefined) === (code === undefined))
    throw usageFailure('Ghi mã hồ sơ, hoặc --code.', 'give an id, or --code');
  if (code !== undefined) return listHouseholdsByCode(db, code);
  if (id === undefined || !UUID.test(id))
    throw usageFailure(`"${id}" không phải mã hồ sơ.`, 'that is no id of a household');
  const household = await findHousehold(db, id);
  return household === undefined ? [] : [household];
}

function asText(view: HouseholdView): string {
  const place = view.path.map(({ name }) => name).reverse();
  const lines = [
    `${view.head}  ${view.listCode ?? ''}  ${view.id}`,
    `  ${place.join(', ')}${view.address === null ? '' : ` · ${view.address}`}`,
    ...(view.ended === null ? [] : [`  khép hồ sơ ${view.ended.on}: ${view.ended.reason}`]),
    ...view.classes.map(
      (year) =>
        `  ${year.year} ${year.standard}${year.local ? ' (chuẩn địa phương)' : ''}: ${year.gone ?? (year.class === null ? 'chưa rà soát xong' : CLASS_LABELS[year.class].vi)}` +
        `${year.state === 'official' ? '' : ' (tạm tính)'}${year.decision === null ? '' : `, QĐ ${year.decision}`}`,
    ),
    ...view.members.map(
      (member) =>
        `  - ${member.fullName}, ${RELATION_LABELS[member.relation as Relation].vi}, ${member.birthYear ?? '?'}` +
        `${member.left === null ? '' : `, rời hộ ${member.left.on}`}` +
        `${member.lowIncomeWorker == null ? '' : `\n      ${workerText(member.lowIncomeWorker)}`}`,
    ),
    ...view.events.map((event) => `  ${event.onDay} ${event.text}`),
  ];
  return lines.join('\n');
}

type Worker = NonNullable<HouseholdView['members'][number]['lowIncomeWorker']>;
const workerText = ({ text, source, year }: Worker): string =>
  `Người lao động có thu nhập thấp (${year}): ${text} (${source})`;

export const householdCommands: readonly CliCommand[] = [
  showCommand,
  duplicatesCommand,
  workersCommand,
  ...personCommands,
];
