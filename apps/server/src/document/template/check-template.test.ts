import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { checkTemplate } from './check-template.ts';
import { startingTemplate } from './starting-template.ts';

const parts = unzipSync(await startingTemplate('refusal'));
const changed = (change: (text: string) => string, more: Record<string, Uint8Array> = {}): Buffer => {
  const text = strToU8(change(strFromU8(parts['word/document.xml'] as Uint8Array)));
  return Buffer.from(zipSync({ ...parts, 'word/document.xml': text, ...more }, { level: 0 }));
};
const same = (text: string): string => text;
const told = async (bytes: Buffer): Promise<string> =>
  (await checkTemplate('refusal', bytes)).faults.map(({ vi }) => vi).join(' ');

test('what the system ships to begin from can be used, and is filled with sample data', async () => {
  const checked = await checkTemplate('refusal', changed(same));
  expect(checked.faults).toEqual([]);
  expect(strFromU8(unzipSync(checked.preview as Uint8Array)['word/document.xml'] as Uint8Array)).toContain(
    'Số: 05/TB-UBND',
  );
});

test('each annex of a filled template begins a section whose pages are counted from 1', async () => {
  const checked = await checkTemplate('recognition', Buffer.from(await startingTemplate('recognition')));
  expect(checked.faults).toEqual([]);
  const xml = strFromU8(unzipSync(checked.preview as Uint8Array)['word/document.xml'] as Uint8Array);
  const starts = xml.match(/<w:sectPr[\s\S]*?<\/w:sectPr>/gu)?.map((one) => /w:start="1"/u.test(one));
  // the decision, and four lists
  expect(starts?.length).toBe(5);
  expect(starts?.slice(1)).toEqual([true, true, true, true]);
  expect(xml).not.toContain('phu-luc');
});

/** A part of zeros that the directory and the local header call small: it unpacks into far more. */
function lyingBomb(): Buffer {
  const bytes = Buffer.from(
    zipSync({ ...parts, 'word/media/bomb.bin': new Uint8Array(80 * 1024 ** 2) }, { level: 9 }),
  );
  for (const [mark, nameAt, sizeAt] of [
    [0x04034b50, 30, 22],
    [0x02014b50, 46, 24],
  ] as const)
    for (let at = 0; at + nameAt < bytes.length; at += 1)
      if (
        bytes.readUInt32LE(at) === mark &&
        bytes.subarray(at + nameAt, at + nameAt + 19).toString('latin1') === 'word/media/bomb.bin'
      )
        bytes.writeUInt32LE(100, at + sizeAt);
  return bytes;
}

test.each([
  ['an archive that unpacks into more than its directory says', lyingBomb, /nở ra quá lớn/u],
  [
    'a field that does not exist, with the one that was meant',
    () => changed((text) => text.replace('{nguoi_ky}', '{nguoi_ky}{nguoiky}')),
    /\{nguoiky\}.*Có phải \{nguoi_ky\}/u,
  ],
  [
    'a required field that is missing',
    () => changed((text) => text.replace('{dia_danh_ngay}', 'Hà Nội')),
    /Thiếu trường bắt buộc \{dia_danh_ngay\}/u,
  ],
  ['a loop that is not closed', () => changed((text) => text.replace('{/quyen_han}', '')), /quyen_han/u],
  ['a macro', () => changed(same, { 'word/vbaProject.bin': new Uint8Array(8) }), /macro/u],
  [
    'an attached template from elsewhere',
    () =>
      changed(same, {
        'word/_rels/settings.xml.rels': strToU8(
          '<Relationships><Relationship Id="a" Type="http://x/attachedTemplate" Target="http://x/a.dotm" TargetMode="External"/></Relationships>',
        ),
      }),
    /nơi khác/u,
  ],
  ['something that is no Word file', () => Buffer.from('MZ'), /không phải Word/u],
  ['a file that is too large', () => Buffer.alloc(6 * 1024 ** 2), /lớn hơn 5 MB/u],
] as const)('%s is told', async (_what, make, sentence) => {
  expect(await told(make())).toMatch(sentence);
});
