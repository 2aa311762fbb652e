import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { compareFile, comparisonsQuery } from '../../features/exchange/comparison.api.ts';
import { comparisonWords } from '../../features/exchange/comparison.words.ts';
import styles from '../../features/exchange/exchange.module.css';
import { Answer } from '../../platform/answer.tsx';
import { TableExport } from '../../platform/export/table-export.tsx';
import { formatCount, formatInstant } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { Block } from '../../ui/block.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TableBox } from '../../ui/table-box.tsx';
import { usePlace } from '../use-place.ts';
import { PlacePath } from './place-path.tsx';

export function ComparisonsPage() {
  const t = useWords(comparisonWords);
  const place = usePlace();
  const navigate = useNavigate();
  const list = useQuery(comparisonsQuery);
  const compare = useCommand({
    send: (file: File, commandId) => compareFile({ unit: place.unit.id, file }, commandId),
    changes: [['comparisons', 'list'], ['jobs']],
    onDone: ({ id }) => void navigate({ to: '/nhap-excel/doi-chieu/$id', params: { id } }),
  });
  return (
    <>
      <PlacePath />
      <PageHeading>{t('title')}</PageHeading>
      <p>{t('lead')}</p>
      <div className={styles.line}>
        <FileButton
          label={t('choose')}
          accept=".xlsx,.csv,.txt"
          loading={compare.isPending}
          onFile={(file) => compare.mutate(file)}
        />
        <span className={styles.second}>{place.unit.name}</span>
      </div>
      {compare.isError ? <ProblemNotice error={compare.error} /> : null}
      <Block title={t('before')}>
        <Answer query={list} rows={4}>
          {({ comparisons }) =>
            comparisons.length === 0 ? (
              <Notice kind="empty" title={t('none')} />
            ) : (
              <TableExport title={t('before')} place={place.unit.name}>
                <TableBox className={styles.scroll} label={t('before')}>
                  <table className={styles.table}>
                    <caption className="visually-hidden">{t('before')}</caption>
                    <thead>
                      <tr>
                        <th scope="col">{t('file')}</th>
                        <th scope="col">{t('unit')}</th>
                        <th scope="col" className={styles.number}>
                          {t('left')}
                        </th>
                        <th scope="col">{t('who')}</th>
                        <th scope="col">{t('when')}</th>
                      </tr>
                    </thead>
                    <tbody>
                      {comparisons.map((one) => (
                        <tr key={one.id}>
                          <th scope="row">
                            <Link to="/nhap-excel/doi-chieu/$id" params={{ id: one.id }}>
                              {one.file}
                            </Link>
                          </th>
                          <td>{one.unit.name}</td>
                          <td className={styles.number}>{formatCount(one.undecided)}</td>
                          <td>{one.actor}</td>
                          <td>{formatInstant(one.createdAt)}</td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </TableBox>
              </TableExport>
            )
          }
        </Answer>
      </Block>
      <p>
        <Link to="/nhap-excel">{t('toImports')}</Link>
      </p>
    </>
  );
}
