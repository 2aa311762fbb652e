import type { StandardList } from '@benvung/contract/standard';
import { useWords } from '../../platform/i18n.ts';
import { Chip } from '../../ui/chip.tsx';
import { standardsWords } from './standards.words.ts';

const LOOKS = {
  inForce: { look: 'done', glyph: 'check' },
  ended: { look: 'plain', glyph: 'ring' },
  notYet: { look: 'plain', glyph: 'quarter' },
  draft: { look: 'warning', glyph: 'warning' },
} as const;

export function StandardState({ state }: { readonly state: StandardList['standards'][number]['state'] }) {
  const t = useWords(standardsWords);
  return (
    <Chip {...LOOKS[state]} open={state === 'draft'}>
      {t(state)}
    </Chip>
  );
}
