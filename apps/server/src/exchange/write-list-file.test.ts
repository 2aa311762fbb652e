import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writtenColumns } from '@benvung/domain/exchange/write-rows';
import { afterAll, describe, expect, test } from 'vitest';
import { LIST_FORMATS, openListFile } from './write-list-file.ts';

const root = mkdtempSync(join(tmpdir(), 'benvung-list-file-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const columns = writtenColumns([]);
const row = columns.headers.map(() => 'chữ');

describe.each(LIST_FORMATS)('a list as %s', (format) => {
  const open = (path: string) => openListFile(format, { path, columns, demonstration: false });

  test.each([
    ['in a folder that is not there', 'nowhere/list', 'ENOENT'],
    ['over a folder', 'folder', 'EISDIR'],
    ['under a file', 'file/list', 'ENOTDIR'],
  ])('%s is an error at the end, not a wait without end', async (_where, path, code) => {
    mkdirSync(join(root, 'folder'), { recursive: true });
    writeFileSync(join(root, 'file'), '');
    const file = open(join(root, path));
    const written = (async () => {
      for (let count = 0; count < 50; count += 1) await file.rows('afterReview', [row]);
      await file.end();
    })();
    await expect(written).rejects.toMatchObject({ code });
    await file.discard();
    expect([existsSync(join(root, 'folder')), existsSync(join(root, 'file'))]).toEqual([true, true]);
  });

  test('given up half-way leaves no file', async () => {
    const path = join(root, `half.${format}`);
    const file = open(path);
    await file.rows('afterReview', [row]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await file.discard();
    expect(existsSync(path)).toBe(false);
  });

  test('that went well is whole', async () => {
    const path = join(root, `whole.${format}`);
    const file = open(path);
    await file.rows('afterReview', [row]);
    await file.end();
    expect(readFileSync(path).length).toBeGreaterThan(100);
  });
});
