import type { DocumentLine } from '@benvung/contract/document';
import { useWords } from '../../platform/i18n.ts';
import { Chip, type ChipLook } from '../../ui/chip.tsx';
import type { GlyphShape } from '../../ui/glyph.tsx';
import { documentWords } from './document.words.ts';

const LOOKS: Readonly<Record<DocumentLine['state'], readonly [ChipLook, GlyphShape]>> = {
  draft: ['unknown', 'note'],
  numbered: ['plain', 'note'],
  signed: ['plain', 'check'],
  issued: ['done', 'check'],
  replaced: ['warning', 'warning'],
  withdrawn: ['warning', 'warning'],
};

/** Where a document stands, in a word and a shape. */
export function DocumentStateChip({
  document,
}: {
  readonly document: Pick<DocumentLine, 'state' | 'pending'>;
}) {
  const t = useWords(documentWords);
  const [look, glyph] = LOOKS[document.state];
  return (
    <Chip look={look} glyph={glyph} open={document.state === 'draft'}>
      {t(document.pending ? 'pending' : document.state)}
    </Chip>
  );
}
