import type { BatchSummary } from '@benvung/contract/exchange-batch';
import { formatCount } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { Glyph, type GlyphShape } from '../../ui/glyph.tsx';
import styles from './exchange.module.css';
import { exchangeWords } from './exchange.words.ts';

const GLYPHS: Readonly<Record<BatchSummary['state'], GlyphShape>> = {
  waiting: 'note',
  checking: 'note',
  refused: 'error',
  checked: 'note',
  publishing: 'note',
  published: 'check',
  undone: 'cross',
  discarded: 'cross',
};

/** Where a batch stands, in a word and a shape. */
export function BatchState({ batch }: { readonly batch: Pick<BatchSummary, 'state' | 'errors'> }) {
  const t = useWords(exchangeWords);
  const { state, errors } = batch;
  const wrong = state === 'checked' && (errors ?? 0) > 0;
  const word =
    state === 'checked'
      ? wrong
        ? t('checkedErrors', { count: formatCount(errors ?? 0) })
        : t('checkedClean')
      : t(state);
  return (
    <span className={styles.state} data-state={wrong ? 'refused' : state}>
      <Glyph shape={wrong ? 'error' : GLYPHS[state]} /> {word}
    </span>
  );
}
