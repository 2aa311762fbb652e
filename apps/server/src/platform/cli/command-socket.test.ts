import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { EXIT } from './command.ts';
import type { CommandOutput } from './command-context.ts';
import { askServer, type CommandServer, serveCommands, socketAddress } from './command-socket.ts';

const root = mkdtempSync(join(tmpdir(), 'benvung-socket-'));
const servers: CommandServer[] = [];
const request = { line: ['table', '1'], cwd: '/somewhere/else', actor: 'cli:lan' };
const noInput = async () => '';

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function recorder(): CommandOutput & { readonly heard: string[] } {
  const heard: string[] = [];
  return { heard, stdout: (text) => heard.push(`out ${text}`), stderr: (text) => heard.push(`err ${text}`) };
}

const serve = async (address: string, run: Parameters<typeof serveCommands>[1]) =>
  servers.push(await serveCommands(address, run));

test('a line runs in the server: its output in order, its input and its exit code come back', async () => {
  const address = socketAddress(root);
  await serve(address, async (asked, output, input) => {
    output.stdout(`${asked.actor} in ${asked.cwd}: ${asked.line.join(' ')}\n`);
    output.stderr('half\u2028way\n');
    output.stdout(`read ${await input()}`);
    return EXIT.refused;
  });
  const output = recorder();
  const exit = await askServer(address, request, { output, input: async () => 'mật khẩu\nhai dòng' });
  expect(exit).toBe(EXIT.refused);
  expect(output.heard).toEqual([
    'out cli:lan in /somewhere/else: table 1\n',
    'err half\u2028way\n',
    'out read mật khẩu\nhai dòng',
  ]);
});

test('megabytes of output arrive whole', async () => {
  const address = socketAddress(root);
  const piece = 'ộ'.repeat(10_000);
  await serve(address, async (_asked, output) => {
    for (let count = 0; count < 200; count += 1) output.stdout(piece);
    return EXIT.ok;
  });
  const output = recorder();
  await askServer(address, request, { output, input: noInput });
  expect(output.heard.reduce((sum, text) => sum + text.length - 4, 0)).toBe(2_000_000);
});

test('without a server, or with one that was killed, nobody answers', async () => {
  const empty = mkdtempSync(join(root, 'none-'));
  const asked = { output: recorder(), input: noInput };
  expect(await askServer(socketAddress(empty), request, asked)).toBeUndefined();
  writeFileSync(socketAddress(empty), '');
  expect(await askServer(socketAddress(empty), request, asked)).toBeUndefined();
});

test('only its owner may connect, and a socket left behind is replaced', async () => {
  const address = socketAddress(mkdtempSync(join(root, 'old-')));
  writeFileSync(address, '');
  await serve(address, async () => EXIT.ok);
  expect(statSync(address).mode & 0o777).toBe(0o600);
  expect(await askServer(address, request, { output: recorder(), input: noInput })).toBe(EXIT.ok);
});

test('a folder with a long name has its socket elsewhere, the same for every caller', async () => {
  const long = join(root, 'x'.repeat(80), 'y'.repeat(80));
  mkdirSync(long, { recursive: true });
  const address = socketAddress(long);
  expect(Buffer.byteLength(address)).toBeLessThanOrEqual(100);
  expect(socketAddress(join(long, '..', 'y'.repeat(80)))).toBe(address);
  await serve(address, async () => EXIT.checkFailed);
  expect(await askServer(address, request, { output: recorder(), input: noInput })).toBe(EXIT.checkFailed);
});

test('a server that stops in the middle is an environment failure, not a success', async () => {
  const address = socketAddress(mkdtempSync(join(root, 'cut-')));
  await serve(address, async () => {
    throw new Error('cut');
  });
  await expect(askServer(address, request, { output: recorder(), input: noInput })).rejects.toMatchObject({
    exitCode: EXIT.environment,
  });
});

test('closing waits for the command under way and not for a caller that says nothing', async () => {
  const address = socketAddress(mkdtempSync(join(root, 'close-')));
  let finish = () => undefined as unknown;
  await serve(address, async () => {
    await new Promise((resolve) => {
      finish = () => resolve(undefined);
    });
    return EXIT.ok;
  });
  const silent = createConnection(address).on('error', () => undefined);
  const exit = askServer(address, request, { output: recorder(), input: noInput });
  await new Promise((resolve) => setTimeout(resolve, 50));
  const closed = servers.splice(0)[0]!.close();
  finish();
  expect(await exit).toBe(EXIT.ok);
  await closed;
  silent.destroy();
});

test('closing does not wait for a command that never ends; its caller hears that the server stopped', async () => {
  const address = socketAddress(mkdtempSync(join(root, 'stuck-')));
  const server = await serveCommands(address, () => new Promise(() => undefined), 50);
  const asked = askServer(address, request, { output: recorder(), input: noInput });
  const heard = expect(asked).rejects.toMatchObject({ exitCode: EXIT.environment });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await server.close();
  await heard;
});
