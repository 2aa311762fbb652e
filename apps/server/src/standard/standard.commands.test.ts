import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commandContext } from '../platform/cli/command-context.ts';
import { runCommandLine } from '../platform/cli/run-command.ts';
import { machineClock } from '../platform/clock.ts';
import { standardCommands } from './standard.commands.ts';

const folder = mkdtempSync(join(tmpdir(), 'benvung-standard-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return name;
};

/** The commands of this feature that need no database, as a person types them. */
async function run(...typed: string[]) {
  let stdout = '';
  let stderr = '';
  const output = {
    stdout: (text: string) => {
      stdout += text;
    },
    stderr: (text: string) => {
      stderr += text;
    },
  };
  const code = await runCommandLine(typed, standardCommands, output, (parsed, work) =>
    work(
      commandContext({ json: parsed.json, cwd: folder, actor: 'cli:test', output, clock: machineClock() }),
    ),
  );
  return { code, stdout, stderr };
}

describe('benvung mpi', () => {
  const survey = file('survey.csv', 'a,b,w,xã\n1,1,2,A\n1,0,1,A\n0,0,1,B\n,1,1,B\n');

  test('prints only JSON, with the weights and k as exact fractions', async () => {
    const { code, stdout } = await run(
      'mpi',
      survey,
      '--indicators',
      'a,b',
      '--weights',
      '1/3,2/3',
      '--k',
      '2/3',
      '--weight',
      'w',
      '--by',
      'xã',
      '--json',
    );
    expect(code).toBe(0);
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer)).toEqual(['n', 'dropped', 'k', 'H', 'A', 'M0', 'indicators', 'by']);
    expect(answer).toMatchObject({ n: 3, dropped: 1, k: 2 / 3, H: 0.5, A: 1, M0: 0.5 });
    expect(answer.indicators.a).toEqual({ uncensored: 0.75, censored: 0.5, contribution: 1 / 3 });
    expect(answer.by.B).toMatchObject({ n: 1, H: 0, A: null, M0: 0 });
  });

  test.each([
    [['--weights', '1/3,1/3', '--k', '1/2'], 2, 'đang là 2/3'],
    [['--weights', '1/3,1/3,1/3', '--k', '1/2'], 2, '2 chỉ số nhưng 3 trọng số'],
    [['--weights', '1/2,một', '--k', '1/2'], 2, 'một'],
    [['--k', '3'], 2, '--k'],
    [['--k', 'x'], 2, '--k'],
    [[], 2, '--k'],
    [['--k', '1/2', '--by', 'huyện'], 2, 'không có cột “huyện”'],
  ])('refuses %j with exit code %i', async (options, expected, message) => {
    const { code, stdout, stderr } = await run('mpi', survey, '--indicators', 'a,b', ...options, '--json');
    expect([code, stdout]).toEqual([expected, '']);
    expect(stderr).toContain(message);
  });

  test('says where a cell is wrong (4), and that a file is not there (3)', async () => {
    const bad = file('bad.csv', 'a,b\n1,1\n1,5\n');
    expect(await run('mpi', bad, '--indicators', 'a,b', '--k', '1/2')).toMatchObject({ code: 4, stdout: '' });
    expect((await run('mpi', bad, '--indicators', 'a,b', '--k', '1/2')).stderr).toContain('Dòng 3, cột “b”');
    expect((await run('mpi', 'nowhere.csv', '--indicators', 'a', '--k', '1')).code).toBe(3);
  });
});

describe('benvung classify', () => {
  const totals = file(
    'totals.csv',
    'Mã hộ;Khu vực;Điểm A;Điểm B\nH1;nông thôn;125;40\nH2;thành thị;175;20\nH3;rural;150;60\n',
  );

  test('classifies a list of totals from paper forms under the standard of the day', async () => {
    const { code, stdout } = await run('classify', totals, '--day', '2023-10-15', '--json');
    expect(code).toBe(0);
    const { households } = JSON.parse(stdout);
    expect(
      households.map((each: { id: string; class: string; standard: string }) => [
        each.id,
        each.class,
        each.standard,
      ]),
    ).toEqual([
      ['H1', 'POOR', 'VN-2022'],
      ['H2', 'NEAR_POOR', 'VN-2022'],
      ['H3', 'NOT_POOR', 'VN-2022'],
    ]);
  });

  test('says why, and what would change it, in the language asked for', async () => {
    const { stdout } = await run('classify', totals, '--day', '2023-10-15', '--explain');
    expect(stdout).toContain('H1: hộ nghèo (VN-2022)');
    expect(stdout).toContain('Thu nhập: điểm A 125, không quá 140 (nông thôn). [TT 07/2021/TT-BLĐTBXH');
    expect(stdout).toContain('→ Nếu bớt 2 chỉ số thiếu hụt');
    const english = await run('classify', totals, '--day', '2023-10-15', '--explain', '--language', 'en');
    expect(english.stdout).toContain('Income: score A 125, at most 140 (rural).');
  });

  test('reads households from JSON lines; what is left out is not known', async () => {
    const facts = { areaType: 'rural', surveyDay: '2023-10-15', members: [], dwelling: { water: 'surface' } };
    const line = JSON.stringify({ id: 'x', facts, evidence: { kind: 'scored', incomeScore: 100 } });
    const lines = file('facts.jsonl', `${line}\n\n`);
    const { households } = JSON.parse((await run('classify', lines, '--json')).stdout);
    expect(households[0]).toMatchObject({
      class: 'UNDETERMINED',
      deprivationScore: 10,
      unknownCount: 11,
      canBeRecognised: false,
    });
    expect(households[0].unverified).toHaveLength(1);
  });

  test('marks a draft standard, and refuses what it cannot read', async () => {
    const { households } = JSON.parse(
      (await run('classify', totals, '--standard', 'VN-2027', '--json')).stdout,
    );
    expect(households[0].unverified).toEqual(['Thử theo dự thảo, không dùng để công nhận.']);
    expect((await run('classify', totals, '--standard', 'VN-1900')).code).toBe(2);
    expect((await run('classify', totals, '--day', '2027-10-15')).code).toBe(4);
    expect((await run('classify', file('broken.jsonl', '{"facts":{}}\n'))).stderr).toContain('Dòng 1');
    expect((await run('classify', file('bad-totals.csv', 'Khu vực,A,B\nđảo,1,2\n'))).stderr).toContain(
      '“đảo”',
    );
  });
});
