import { formatTime } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { Glyph } from '../../../ui/glyph.tsx';
import styles from './entry.module.css';
import { entryWords } from './entry.words.ts';
import { averageFormSeconds } from './form-times.ts';
import type { SaveState } from './use-draft.ts';

/** Whether what is typed is kept, in one word; and the pace of this sitting. */
export function SaveWord({ state }: { readonly state: SaveState }) {
  const t = useWords(entryWords);
  const seconds = averageFormSeconds();
  return (
    <p className={styles.saveWord}>
      <span role="status">
        {state.kind === 'saving' ? t('saving') : null}
        {state.kind === 'saved' ? (
          <>
            <Glyph shape="check" size={14} /> {t('saved', { time: formatTime(state.at) })}
          </>
        ) : null}
        {state.kind === 'waiting' ? t('waiting') : null}
        {state.kind === 'failed' || state.kind === 'changed' ? (
          <>
            <Glyph shape="error" size={12} /> {t('notSaved')}
          </>
        ) : null}
      </span>
      {seconds === null ? null : (
        <span>
          {t('perForm', {
            minutes: Math.floor(seconds / 60),
            seconds: String(seconds % 60).padStart(2, '0'),
          })}
        </span>
      )}
    </p>
  );
}
