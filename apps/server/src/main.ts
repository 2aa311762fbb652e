import { createServer } from 'node:net';
import { listDemonstrationAccounts, readOpenIdSettings } from './access/access.public.ts';
import { buildApp } from './app.ts';
import { firstLoad } from './first-load.ts';
import { jobKinds } from './job-list.ts';
import { watchReminders } from './plan/duty/watch-reminders.ts';
import {
  type CliCommand,
  type CliContext,
  EXIT,
  type ExitCode,
  environmentFailure,
} from './platform/cli/command.ts';
import type { CommandOutput } from './platform/cli/command-context.ts';
import { type CommandRequest, serveCommands, socketAddress } from './platform/cli/command-socket.ts';
import { dataFolderOf, type Environment, openReadyDatabase } from './platform/database/open-database.ts';
import { startJobs } from './platform/jobs/job-runner.ts';
import { logOptions } from './platform/logging.ts';
import { readMailSettings } from './platform/mail/mail-settings.ts';
import { readSecretBox } from './platform/secret-box.ts';
import { version, webFolder } from './platform/server-folder.ts';
import { watchDay } from './platform/watch-day.ts';
import { followTerritory } from './territory/territory.public.ts';

/** The shell's code for a program that was interrupted. */
const INTERRUPTED = 130;
/** Work that will not end does not keep the server; the database takes back what was not finished. */
const LONGEST_STOP_MS = 20_000;

/** Runs a command line that another process sent to this server. */
export type RunForCaller = (
  parts: Pick<CliContext, 'database' | 'clock'>,
  request: CommandRequest,
  output: CommandOutput,
  input: () => Promise<string>,
) => Promise<ExitCode>;

/** `benvung start`: opens the database, filling a new one, and serves until it is asked to stop. */
export function startCommand(runForCaller: RunForCaller): CliCommand {
  return {
    name: 'start',
    summary: 'Chạy máy chủ (run the server)',
    usage: '[--empty]',
    description: [
      'HOST, PORT       địa chỉ phục vụ, mặc định 127.0.0.1:8080 (address to serve on)',
      'BENVUNG_DATA     thư mục dữ liệu, mặc định .benvung (data folder)',
      'DATABASE_URL     PostgreSQL ≥ 15 thay cho cơ sở dữ liệu nhúng (PostgreSQL instead of the embedded one)',
      'BENVUNG_TRUSTED_PROXIES  địa chỉ máy chuyển tiếp được tin, cách nhau bởi dấu phẩy (trusted proxies)',
      'BENVUNG_SECRET_KEY  32 byte base64 để niêm phong khóa TOTP, mặc định tệp secret.key trong thư mục dữ liệu (key of the server)',
      'BENVUNG_OPENID_ISSUER, _CLIENT_ID, _CLIENT_SECRET, _NAME, _CLAIM  hệ thống đăng nhập một lần (OpenID provider)',
      'BENVUNG_PUBLIC_URL  địa chỉ người dùng gõ, khi khác địa chỉ máy chủ thấy (address people use)',
      'BENVUNG_SMTP_URL, BENVUNG_MAIL_FROM, BENVUNG_MAIL_PER_MINUTE  máy chủ thư để nhắc việc; không đặt thì không gửi thư (mail server for reminders; off without it)',
      'BENVUNG_LOG      error, warn, info, debug (mặc định warn)',
    ].join('\n'),
    needsDatabase: false,
    options: { empty: { summary: 'Không nạp dữ liệu trình diễn vào cơ sở dữ liệu mới (no demonstration)' } },
    run: (context, args) => serve(context, process.env, { demonstration: !args.flag('empty'), runForCaller }),
  };
}

interface ServeOptions {
  readonly demonstration: boolean;
  readonly runForCaller: RunForCaller;
}

async function serve(
  context: CliContext,
  environment: Environment,
  options: ServeOptions,
): Promise<ExitCode> {
  const { host, port } = readAddress(environment);
  const openId = readOpenIdSettings(environment);
  const mail = readMailSettings(environment);
  await checkPortIsFree(host, port);
  const stop = untilAskedToStop();
  const load = firstLoad(context.progress, options.demonstration);
  const { database, clock } = await openReadyDatabase(environment, load);
  const closers = [() => database.close()];
  try {
    await followTerritory(database, clock.today());
    const jobs = await startJobs({
      database,
      clock,
      kinds: jobKinds,
      fault: (error, job) => context.err(`Việc chạy nền ${job.kind} gặp lỗi (job failed): ${error}`),
    });
    closers.unshift(() => jobs.close());
    const days = watchDay({
      clock,
      work: (day) => followTerritory(database, day),
      fault: (error) => context.err(`Chưa theo được bản đồ ngày mới (new day not followed): ${error}`),
    });
    closers.unshift(() => days.close());
    if (mail !== null) {
      const reminders = watchReminders({
        database,
        clock,
        jobs,
        settings: mail,
        fault: (error) => context.err(`Chưa nhắc được việc qua thư (reminders failed): ${error}`),
      });
      closers.unshift(() => reminders.close());
    }
    const app = await buildApp(
      { database, clock, version, jobs },
      {
        webFolder,
        logger: logOptions(environment),
        trustedProxies: environment.BENVUNG_TRUSTED_PROXIES,
        limits: true,
        secrets: await readSecretBox(environment, dataFolderOf(environment)),
        openId,
      },
    );
    closers.unshift(() => app.close());
    await app.listen({ host, port }).catch((error) => {
      throw listenFailure(error, host, port);
    });
    if (!environment.DATABASE_URL) {
      const commands = await serveCommands(
        socketAddress(dataFolderOf(environment)),
        (request, output, input) => options.runForCaller({ database, clock }, request, output, input),
      );
      closers.unshift(() => commands.close());
    }
    context.out(`Bền Vững ${version}, ${database.version}`);
    await tellAccounts(context, { database, clock });
    context.out(`Mở trình duyệt tại (open in a browser): http://${shownHost(host)}:${port}`);
    await stop.asked();
    context.err('Đang dừng (stopping)…');
    setTimeout(() => process.exit(INTERRUPTED), LONGEST_STOP_MS).unref();
    return EXIT.ok;
  } finally {
    for (const close of closers) await close();
  }
}

/** The accounts of a demonstration, which anyone may use. */
async function tellAccounts(
  context: CliContext,
  { database, clock }: Pick<CliContext, 'database' | 'clock'>,
): Promise<void> {
  const accounts = await listDemonstrationAccounts(database.db, clock.today());
  if (accounts.length === 0) return;
  context.out(`Bản trình diễn, hôm nay là ${clock.today()}. Tài khoản (demonstration accounts):`);
  const width = Math.max(...accounts.map(({ username }) => username.length)) + 2;
  for (const { username, password, fullName, unitName } of accounts)
    context.out(`  ${username.padEnd(width)}${password}  ${fullName}, ${unitName}`);
}

const shownHost = (host: string): string =>
  host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;

function readAddress(environment: Environment): { host: string; port: number } {
  const port = Number(environment.PORT || 8080);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw environmentFailure(
      `PORT=${environment.PORT} không phải số cổng. Hãy đặt một số từ 1 đến 65535.`,
      'PORT must be a number from 1 to 65535',
    );
  return { host: environment.HOST || '127.0.0.1', port };
}

function listenFailure(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return environmentFailure(
      `Cổng ${port} đang có chương trình khác dùng. Hãy dừng chương trình đó, hoặc chọn cổng khác: PORT=${port + 1} npm start.`,
      `Port ${port} is in use; stop the other program or set PORT`,
    );
  if (error.code === 'EACCES')
    return environmentFailure(
      `Không được phép mở cổng ${port}. Hãy chọn cổng từ 1024 trở lên bằng PORT.`,
      `Not allowed to open port ${port}; set PORT to 1024 or above`,
    );
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return environmentFailure(
      `HOST=${host} không phải địa chỉ của máy này.`,
      `HOST is not an address of this machine`,
    );
  return error;
}

/** Before a long first load; the real opening says the same should another program be faster. */
async function checkPortIsFree(host: string, port: number): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error) => reject(listenFailure(error, host, port)));
    probe.listen({ host, port }, resolve);
  });
  await new Promise((resolve) => probe.close(resolve));
}

/**
 * Before the server serves, SIGTERM or SIGINT ends it at once: whatever it was loading is not in place yet.
 * Afterwards the first one asks it to stop and the second one ends it.
 */
function untilAskedToStop(): { asked(): Promise<void> } {
  let stop = () => process.exit(INTERRUPTED);
  const hear = () => stop();
  process.on('SIGTERM', hear);
  process.on('SIGINT', hear);
  return {
    asked: () =>
      new Promise<void>((resolve) => {
        stop = (() => {
          stop = () => process.exit(INTERRUPTED);
          resolve();
        }) as never;
      }),
  };
}
