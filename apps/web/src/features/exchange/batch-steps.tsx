import type { BatchView } from '@benvung/contract/exchange-batch';
import { useWords } from '../../platform/i18n.ts';
import { Glyph } from '../../ui/glyph.tsx';
import styles from './exchange.module.css';
import { exchangeWords } from './exchange.words.ts';

const NOT_WRITTEN: readonly BatchView['state'][] = [
  'waiting',
  'checking',
  'refused',
  'checked',
  'publishing',
];

/** ✓ Chọn tệp · ✓ Ghép cột 24/25 · ◉ Chạy thử · ○ Ghi vào, and whether anything was written. */
export function BatchSteps({ batch }: { readonly batch: BatchView }) {
  const t = useWords(exchangeWords);
  const headers = batch.sheets.flatMap((sheet) => sheet.headers);
  const known = headers.filter(({ meaning }) => meaning !== null).length;
  const at = { waiting: 2, checking: 2, refused: 1, checked: 2, publishing: 3 }[batch.state as string] ?? 4;
  const steps = [
    t('stepFile'),
    t('stepColumns', { known, all: headers.length }),
    t('stepTry'),
    t('stepWrite'),
  ];
  return (
    <div className={styles.line}>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li
            key={step}
            data-at={index < at ? 'done' : index === at ? 'now' : 'later'}
            aria-current={index === at ? 'step' : undefined}
          >
            <Glyph shape={index < at ? 'check' : index === at ? 'full' : 'ring'} />
            {step}
            {index < at ? <span className="visually-hidden"> ({t('stepDone')})</span> : null}
          </li>
        ))}
      </ol>
      {NOT_WRITTEN.includes(batch.state) ? (
        <span className={styles.notWritten}>{t('nothingWritten')}</span>
      ) : null}
    </div>
  );
}
