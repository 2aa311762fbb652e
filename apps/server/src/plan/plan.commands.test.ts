import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandContext } from '../platform/cli/command-context.ts';
import { runCommandLine } from '../platform/cli/run-command.ts';
import { machineClock } from '../platform/clock.ts';
import { planCommands } from './plan.commands.ts';

const WRONG = [
  'Số: 12/KH-UBND',
  '',
  'Thanh Bình, ngày 05 tháng 3 năm 2024',
  '',
  'KẾ HOẠCH',
  '',
  'Giảm nghèo bền vững năm 2024 trên địa bàn xã Thanh Bình',
  '',
  'I. KINH PHÍ THỰC HIỆN',
  '',
  'Tổng kinh phí là 500 triệu đồng, gồm 300 triệu đồng vốn đầu tư và 250 triệu đồng vốn sự nghiệp.',
  '',
  'II. TỔ CHỨC THỰC HIỆN',
  '',
  'Yêu cầu các thôn thực hiện Kế hoạch này./.',
  '',
].join('\n');
const RIGHT = WRONG.replace('250 triệu', '200 triệu');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benvung-plan-cli-'));
  await writeFile(join(folder, 'wrong.txt'), WRONG);
  await writeFile(join(folder, 'right.txt'), RIGHT);
  await writeFile(join(folder, 'garbage.txt'), Buffer.from([1, 2, 3, 0, 255, 254, 7, 8]));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...line: string[]) {
  const said = { stdout: '', stderr: '' };
  const output = {
    stdout: (text: string) => {
      said.stdout += text;
    },
    stderr: (text: string) => {
      said.stderr += text;
    },
  };
  const exit = await runCommandLine(line, planCommands, output, async ({ command, json }, act) => {
    expect(command.needsDatabase).toBe(false);
    return act(commandContext({ cwd: folder, actor: 'cli:test', json, output, clock: machineClock() }));
  });
  return { exit, ...said };
}

const reportsOf = (stdout: string) =>
  JSON.parse(stdout) as {
    file: string;
    error?: string;
    text?: string;
    findings: {
      rule: string;
      severity: string;
      line: number;
      column: number;
      excerpt: string;
      message: string;
    }[];
    structure: Record<string, unknown> | null;
  }[];

describe('benvung plan check', () => {
  it('ends with 1 when there are errors, 0 when there are none', async () => {
    expect((await run('plan', 'check', 'wrong.txt')).exit).toBe(1);
    expect((await run('plan', 'check', 'right.txt', '--min', 'error')).exit).toBe(0);
  });

  it('gives an array with one object a file, also for one file', async () => {
    const { stdout } = await run('plan', 'check', 'wrong.txt', '--json');
    const [report, ...others] = reportsOf(stdout);
    expect(others).toEqual([]);
    expect(report?.file).toBe('wrong.txt');
    expect(report).not.toHaveProperty('text');
    const sum = report?.findings.find((finding) => finding.rule === 'sum.money');
    expect(sum).toMatchObject({ severity: 'error', line: 11 });
    const line = WRONG.split('\n')[(sum?.line ?? 0) - 1] ?? '';
    expect(line.slice((sum?.column ?? 0) - 1)).toMatch(new RegExp(`^${sum?.excerpt.slice(0, 10)}`, 'u'));
    const lines = report?.findings.map((finding) => finding.line) ?? [];
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    expect(report?.structure).toMatchObject({
      head: { number: { text: '12/KH-UBND', line: 1, column: 5 } },
      money: [{ dong: '500000000' }, { dong: '300000000', partOf: 0 }, { dong: '250000000', partOf: 0 }],
    });
  });

  it('keeps what --min leaves out off the list, not off the exit code', async () => {
    const { stdout, exit } = await run('plan', 'check', 'wrong.txt', '--json', '--min', 'error');
    expect(new Set(reportsOf(stdout)[0]?.findings.map((finding) => finding.severity))).toEqual(
      new Set(['error']),
    );
    expect(exit).toBe(1);
  });

  it('answers for every file when one cannot be read, and ends with 2', async () => {
    const { stdout, stderr, exit } = await run(
      'plan',
      'check',
      'wrong.txt',
      'garbage.txt',
      'absent.docx',
      '--json',
    );
    const reports = reportsOf(stdout);
    expect(reports.map((report) => report.file)).toEqual(['wrong.txt', 'garbage.txt', 'absent.docx']);
    expect(reports.map((report) => report.error)).toEqual([
      undefined,
      expect.stringContaining('không phải chữ đọc được'),
      'Không có tệp này.',
    ]);
    expect(reports[1]).toMatchObject({ findings: [], structure: null });
    expect(stderr).toContain('absent.docx: Không có tệp này.');
    expect(exit).toBe(2);
  });

  it('tells of a folder, a path beyond a file, a name too long and a device without end', async () => {
    const { stdout, exit } = await run(
      'plan',
      'check',
      '.',
      'right.txt/x',
      'a'.repeat(300),
      'pipe',
      '--json',
    );
    expect(reportsOf(stdout).map(({ error }) => error)).toEqual([
      'Đây là thư mục, không phải tệp.',
      'Một phần của đường dẫn không phải thư mục.',
      'Tên tệp quá dài.',
      expect.stringMatching(/\p{L}/u),
    ]);
    expect(exit).toBe(2);
  });

  it('speaks Vietnamese, or English when asked', async () => {
    const vietnamese = reportsOf((await run('plan', 'check', 'wrong.txt', '--json')).stdout)[0];
    const english = reportsOf((await run('plan', 'check', 'wrong.txt', '--json', '--lang', 'en')).stdout)[0];
    const message = (report: typeof vietnamese) =>
      report?.findings.find((finding) => finding.rule === 'sum.money')?.message;
    expect(message(vietnamese)).toContain('triệu');
    expect(message(english)).not.toBe(message(vietnamese));
    expect((await run('plan', 'check', 'absent.txt', '--lang', 'en')).stderr).toContain(
      'There is no such file.',
    );
  });

  it('refuses an unknown level or language', async () => {
    expect((await run('plan', 'check', 'right.txt', '--min', 'fatal')).exit).toBe(2);
    expect((await run('plan', 'check', 'right.txt', '--lang', 'fr')).exit).toBe(2);
  });
});

describe('benvung plan read', () => {
  it('shows what was understood, with lines', async () => {
    const { stdout, exit } = await run('plan', 'read', 'right.txt');
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^PHẦN ĐẦU/u);
    expect(stdout).toMatch(/ 11 {2}300 triệu đồng · vốn đầu tư · ⊂ 500 triệu đồng/u);
  });

  it('gives the structure as JSON, and 2 for what cannot be read', async () => {
    const read = JSON.parse((await run('plan', 'read', 'right.txt', '--json')).stdout);
    expect(
      read.structure.sections.map((section: { number: string; line: number }) => [
        section.number,
        section.line,
      ]),
    ).toEqual([
      ['I', 9],
      ['II', 13],
    ]);
    expect((await run('plan', 'read', 'garbage.txt')).exit).toBe(2);
  });
});
