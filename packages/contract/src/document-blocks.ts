import type { Annex, Block } from '@benvung/domain/document/official-document';
import { z } from 'zod';

const text = z.string().max(20_000);
const rich = z.union([
  text,
  z
    .array(z.strictObject({ text, bold: z.boolean().exactOptional(), italic: z.boolean().exactOptional() }))
    .max(500),
]);
const title = z.string().max(1_000);
const align = z.enum(['left', 'centre', 'right']);

const table = z.strictObject({
  columns: z
    .array(
      z.strictObject({
        label: z.string().max(300),
        group: z.string().max(300).exactOptional(),
        width: z.number().positive().max(1_000),
        align: align.exactOptional(),
      }),
    )
    .min(1)
    .max(40),
  rows: z
    .array(
      z.strictObject({ cells: z.array(z.string().max(2_000)).max(40), bold: z.boolean().exactOptional() }),
    )
    .max(20_000),
  size: z.number().min(6).max(20).exactOptional(),
  numbered: z.boolean().exactOptional(),
});

const number = z.number().int().min(1).max(10_000);

/** One block of a document that somebody else set out (plans and their annexes). */
export const blockSchema: z.ZodType<Block> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('chapter'), label: title, title }),
  z.strictObject({ kind: z.literal('section'), label: title, title }),
  z.strictObject({
    kind: z.literal('article'),
    number,
    title: title.exactOptional(),
    text: rich.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('clause'),
    number,
    title: title.exactOptional(),
    text: rich.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('point'), letter: z.string().max(3), text: rich }),
  z.strictObject({
    kind: z.literal('outline'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    mark: z.string().max(20),
    text: rich,
    title: z.boolean().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('paragraph'),
    text: rich,
    align: z.enum(['left', 'centre', 'right', 'justify']).exactOptional(),
    flush: z.boolean().exactOptional(),
    size: z.number().min(8).max(40).exactOptional(),
    keepWithNext: z.boolean().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('heading'),
    text: title,
    size: z.number().min(8).max(40).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('table'), table }),
]);

export const annexSchema: z.ZodType<Omit<Annex, 'attached' | 'label'>> = z.strictObject({
  title,
  landscape: z.boolean(),
  body: z.array(blockSchema).min(1).max(1_000),
});
