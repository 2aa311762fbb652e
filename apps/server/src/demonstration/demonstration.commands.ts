import { DEMONSTRATION_PASSWORD, listDemonstrationAccounts } from '../access/access.public.ts';
import { type CliCommand, type CommandFailure, EXIT, refusal } from '../platform/cli/command.ts';
import { demonstrationTools } from './demonstration-tools.ts';
import { type DemonstrationProblemCode, loadDemonstration } from './load-demonstration.ts';
import { removeDemonstration } from './remove-demonstration.ts';

const REFUSALS: Readonly<Record<DemonstrationProblemCode, readonly [vi: string, en: string]>> = {
  'demonstration.already-loaded': [
    'Dữ liệu trình diễn đã có trong cơ sở dữ liệu này. Muốn nạp lại, hãy gỡ trước: benvung demo remove.',
    'The demonstration is loaded already; remove it first: benvung demo remove',
  ],
  'demonstration.not-loaded': [
    'Cơ sở dữ liệu này không có dữ liệu trình diễn.',
    'This database holds no demonstration',
  ],
  'demonstration.real-data-present': [
    'Cơ sở dữ liệu đã có số liệu thật; dữ liệu trình diễn không được nạp lẫn vào. Hãy dùng một cơ sở dữ liệu khác (BENVUNG_DATA hoặc DATABASE_URL).',
    'The database holds real data; the demonstration is not mixed into it. Use another one (BENVUNG_DATA or DATABASE_URL)',
  ],
  'demonstration.territory-missing': [
    'Danh mục đơn vị hành chính chưa có tỉnh Thừa Thiên Huế (mã 46) tại ngày 31/12/2023.',
    'The territory does not hold province 46 on 31/12/2023',
  ],
};

const refused = ({ code }: { code: DemonstrationProblemCode }): CommandFailure => refusal(...REFUSALS[code]);
const count = (value: number) => value.toLocaleString('vi-VN');

const load: CliCommand = {
  name: 'demo load',
  summary: 'Nạp dữ liệu trình diễn tỉnh Thừa Thiên Huế cuối năm 2023 (load the demonstration)',
  usage: '',
  needsDatabase: true,
  run: async (context) => {
    const { database, clock, actor } = context;
    const loaded = await loadDemonstration(database, {
      at: clock.now(),
      actor,
      tools: demonstrationTools(),
      progress: (done, total) => {
        if (done % 20 === 0 || done === total)
          context.progress('Đã nạp số xã (communes loaded)', done, total);
      },
    });
    if (!loaded.ok) throw refused(loaded.problem);
    await clock.refresh(database.db);
    const { households, persons } = loaded.value;
    if (context.json) context.printJson({ ...loaded.value, today: clock.today() });
    context.out(
      `Đã nạp ${count(households)} hộ, ${count(persons)} nhân khẩu; hôm nay của dữ liệu trình diễn là ${clock.today()} (demonstration loaded).`,
    );
    return EXIT.ok;
  },
};

const remove: CliCommand = {
  name: 'demo remove',
  summary: 'Gỡ toàn bộ dữ liệu trình diễn; dữ liệu khác và nhật ký giữ nguyên (remove the demonstration)',
  usage: '',
  needsDatabase: true,
  run: async (context) => {
    const { database, clock, actor } = context;
    const removed = await removeDemonstration(database, { at: clock.now(), actor, today: clock.today() });
    if (!removed.ok) throw refused(removed.problem);
    await clock.refresh(database.db);
    if (context.json) context.printJson(removed.value);
    const { households, persons, rounds } = removed.value;
    context.out(
      `Đã gỡ ${count(households)} hộ, ${count(persons)} nhân khẩu, ${count(rounds)} đợt rà soát trình diễn (demonstration removed).`,
    );
    context.out(
      'Tài khoản trình diễn cũng đã gỡ. Thêm tài khoản đầu tiên (add the first account): benvung user add TÊN --role administrator,officer --unit VN',
    );
    return EXIT.ok;
  },
};

const accounts: CliCommand = {
  name: 'demo accounts',
  summary: 'Liệt kê tài khoản trình diễn và mật khẩu chung (list the demonstration accounts)',
  usage: '',
  needsDatabase: true,
  run: async (context) => {
    const { database, clock } = context;
    const listed = await listDemonstrationAccounts(database.db, clock.today());
    if (listed.length === 0) throw refused({ code: 'demonstration.not-loaded' });
    if (context.json) context.printJson({ accounts: listed });
    for (const { username, role, unitName, fullName } of listed)
      context.out(`${username.padEnd(14)} ${role.padEnd(14)} ${unitName} · ${fullName}`);
    context.out(`Mật khẩu chung (password): ${DEMONSTRATION_PASSWORD}`);
    return EXIT.ok;
  },
};

export const demonstrationCommands: readonly CliCommand[] = [load, remove, accounts];
