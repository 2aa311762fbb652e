import type { OfficialTable } from '@benvung/contract/report';
import { useWords } from '../../platform/i18n.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { reportWords } from './report.words.ts';
import styles from './table-checks.module.css';

/** The identities of the form: how many agree, and which cell differs by how much. */
export function TableChecks({ checks }: { readonly checks: OfficialTable['checks'] }) {
  const t = useWords(reportWords);
  if (checks.length === 0) return null;
  const passed = checks.filter((check) => check.ok).length;
  const failed = checks.length - passed;
  const label =
    failed === 0
      ? t('checksOk', { passed, all: checks.length })
      : t('checksFailed', { passed, all: checks.length, failed });
  return (
    <Disclosure
      label={label}
      className={`${styles.checks} ${failed === 0 ? styles.ok : styles.failed}`}
      summary={
        <>
          <Glyph shape={failed === 0 ? 'check' : 'error'} />
          {label}
        </>
      }
    >
      <ul className={styles.panel}>
        {checks.map((check) => (
          <li key={check.id} className={check.ok ? styles.pass : styles.fail}>
            <Glyph shape={check.ok ? 'check' : 'error'} />
            <span className={styles.word}>{check.ok ? t('checkPassed') : t('checkFailed')}</span>
            <span className={styles.detail}>{check.detail}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
