import type { CliCommand } from './command.ts';

const exitCodes =
  'Mã kết thúc (exit codes): 0 xong (done) · 1 kiểm tra không đạt (check failed) · 2 sai cách dùng (usage) · 3 môi trường (environment) · 4 dữ liệu bị từ chối (data refused)';

export function overviewText(commands: readonly CliCommand[], version: string): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`);
  return [
    `benvung ${version}`,
    'Cách dùng (usage): benvung LỆNH [tham số] [--json]',
    '',
    ...lines,
    '',
    'Chi tiết một lệnh (details): benvung help LỆNH',
    exitCodes,
  ].join('\n');
}

export function commandText(command: CliCommand): string {
  const options = Object.entries({
    ...command.options,
    json: { summary: 'Chỉ in JSON ra stdout (only JSON on stdout)' } as { summary: string; value?: string },
  });
  const width = Math.max(...options.map(([name, { value }]) => name.length + (value?.length ?? 0))) + 5;
  return [
    `${command.name}: ${command.summary}`,
    `Cách dùng (usage): benvung ${`${command.name} ${command.usage}`.trim()}`,
    ...(command.description === undefined ? [] : ['', command.description]),
    '',
    ...options.map(([name, { value, summary }]) => `  ${`--${name} ${value ?? ''}`.padEnd(width)}${summary}`),
    '',
    exitCodes,
  ].join('\n');
}
