import type { CertificateView } from '@benvung/contract/review-recognition';
import { groupedCode } from '@benvung/domain/shared/printed-code';
import type { ReactNode } from 'react';
import { formatDay } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { Block } from '../../../ui/block.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { TableBox } from '../../../ui/table-box.tsx';
import { TableHead } from '../../../ui/table-head.tsx';
import styles from '../desk.module.css';
import { recognitionWords } from './recognition.words.ts';

interface CertificateCardProps {
  readonly view: CertificateView;
  readonly renderClass: (householdClass: string | null) => ReactNode;
  readonly renderCertificate: (id: string, number: string) => ReactNode;
}

/** One certificate: whether it is in force, its yearly table, and the papers before and after it. */
export function CertificateCard({ view, renderClass, renderCertificate }: CertificateCardProps) {
  const t = useWords(recognitionWords);
  const state = t(`certificate.${view.state}`);
  return (
    <>
      <Notice
        kind={view.state === 'valid' ? 'done' : 'note'}
        title={
          view.endedOn === null
            ? t('issuedLine', { state, day: formatDay(view.issuedOn) })
            : t('endedOn', { state, day: formatDay(view.endedOn), reason: view.endedReason ?? '' })
        }
      />
      <p>{renderClass(view.class)}</p>
      <p className={styles.second}>
        {t('verifyLine', { number: view.number, code: groupedCode(view.code) })}
      </p>
      <Block title={t('yearly')}>
        <TableBox className={styles.box} label={t('yearly')}>
          <table className={styles.table}>
            <caption className="visually-hidden">{t('yearly')}</caption>
            <TableHead words={['year', 'result', 'number', 'decidedOn']} t={t} />
            <tbody>
              {view.renewals.map((line) => (
                <tr key={line.year}>
                  <th scope="row">{line.year}</th>
                  <td>{renderClass(line.class)}</td>
                  <td>{line.decisionNumber}</td>
                  <td>{formatDay(line.decidedOn)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      </Block>
      {view.others.length === 0 ? null : (
        <Block title={t('otherPapers')}>
          <ul>
            {view.others.map((one) => (
              <li key={one.id}>
                {renderCertificate(one.id, one.number)} ·{' '}
                {one.endedOn === null
                  ? t('issuedLine', {
                      state: t(`certificate.${one.state}`),
                      day: formatDay(one.issuedOn),
                    })
                  : t('endedOn', {
                      state: t(`certificate.${one.state}`),
                      day: formatDay(one.endedOn),
                      reason: one.endedReason ?? '',
                    })}
              </li>
            ))}
          </ul>
        </Block>
      )}
    </>
  );
}
