import type { NumberingTold } from '@benvung/contract/document-numbering';
import type { CertificateLine, DecisionView } from '@benvung/contract/review-recognition';
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Answer } from '../../../platform/answer.tsx';
import { formatCount, formatDay } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { Block } from '../../../ui/block.tsx';
import { PagesOfList } from '../../../ui/pages.tsx';
import { TableBox } from '../../../ui/table-box.tsx';
import styles from '../desk.module.css';
import { NUMBERED_KEYS, PROCEDURE_KEYS } from './procedure.api.ts';
import { certificatesQuery, sendCertificateAct, sendCertificates } from './recognition.api.ts';
import { recognitionWords } from './recognition.words.ts';
import type { RenderNumbering } from './render-numbering.ts';

interface DecisionCardProps {
  readonly view: DecisionView;
  readonly today: string;
  readonly may: boolean;
  readonly renderNumbering: RenderNumbering;
  readonly renderClass: (householdClass: string | null) => ReactNode;
  readonly renderCase: (id: string, head: string) => ReactNode;
  readonly renderCertificate: (id: string, number: string) => ReactNode;
}

const LISTS = ['POOR', 'NEAR_POOR', 'POVERTY_EXIT', 'NEAR_POVERTY_EXIT', 'REFUSED'] as const;

/** A decision with its lists, and the certificates that follow from it. */
export function DecisionCard({
  view,
  today,
  may,
  renderNumbering,
  renderClass,
  renderCase,
  renderCertificate,
}: DecisionCardProps) {
  const t = useWords(recognitionWords);
  const known = useQuery({
    ...certificatesQuery({ unit: view.commune?.id ?? 0, year: view.year, decision: view.id }, 1),
    enabled: view.commune !== null,
  });
  const issued = known.data === undefined ? null : known.data.page.total > 0;
  const issuing = <Issuing {...{ view, today, renderNumbering }} />;
  return (
    <>
      <p>{t('signedLine', { signer: signerOf(view), day: formatDay(view.decidedOn) })}</p>
      {may && issued === false ? <Block title={t('certificates')}>{issuing}</Block> : null}
      {LISTS.filter((list) => view.counts[list] > 0).map((list) => (
        <Block key={list} title={t('listOf', { list: t(list), count: formatCount(view.counts[list]) })}>
          <TableBox className={styles.box} label={t(list)}>
            <table className={styles.table}>
              <caption className="visually-hidden">{t(list)}</caption>
              <thead>
                <tr>
                  <th scope="col" className={styles.order}>
                    {t('order')}
                  </th>
                  <th scope="col">{t('head')}</th>
                  <th scope="col">{t('village')}</th>
                  {list === 'REFUSED' ? <th scope="col">{t('reason')}</th> : null}
                </tr>
              </thead>
              <tbody>
                {view.lines
                  .filter((line) => line.list === list)
                  .map((line) => (
                    <tr key={line.caseId}>
                      <td className={styles.order}>{formatCount(line.position)}</td>
                      <th scope="row">{renderCase(line.caseId, line.head)}</th>
                      <td>{line.village}</td>
                      {list === 'REFUSED' ? <td>{line.reason}</td> : null}
                    </tr>
                  ))}
              </tbody>
            </table>
          </TableBox>
        </Block>
      ))}
      {view.commune === null ? null : (
        <Certificates
          of={{ unit: view.commune.id, year: view.year, decision: view.id }}
          {...{ may, renderClass, renderCertificate }}
        />
      )}
      {may && issued === true ? (
        // what is left of an issue that was cut short; with nothing left it only says so
        <details className="no-print">
          <summary>{t('certificates')}</summary>
          {issuing}
        </details>
      ) : null}
      <p className={styles.hint}>{t('hash', { hash: view.contentHash.slice(0, 16) })}</p>
    </>
  );
}

/** The first number and the signer of the certificates, and the act that issues them. */
function Issuing({
  view,
  today,
  renderNumbering,
}: Pick<DecisionCardProps, 'view' | 'today' | 'renderNumbering'>) {
  const t = useWords(recognitionWords);
  const [told, setTold] = useState<NumberingTold | null>(null);
  const [tried, setTried] = useState(false);
  const issue = useCommand({
    send: (body: object, commandId) => sendCertificates(view.id, { ...body, commandId }),
    changes: NUMBERED_KEYS,
    done: ({ issued, renewed, ended, from, to }) =>
      t('certificatesDone', {
        range: from === null || to === null ? '' : t('certificatesRange', { from, to }),
        issued: formatCount(issued),
        renewed: formatCount(renewed),
        ended: formatCount(ended),
      }),
  });
  return (
    <>
      {issue.isError ? <ProblemNotice error={issue.error} /> : null}
      <p>{t('certificatesLead')}</p>
      <div className={styles.form}>
        {view.commune === null
          ? null
          : renderNumbering({
              unit: view.commune.id,
              kind: 'certificate',
              day: today,
              count: view.counts.POOR + view.counts.NEAR_POOR,
              tried,
              onChange: setTold,
            })}
        <div>
          <Button
            loading={issue.isPending}
            disabled={told === null}
            onClick={() => {
              setTried(true);
              if (told !== null && told.signatory !== null) issue.mutate(told);
            }}
          >
            {t('certificates')}
          </Button>
        </div>
      </div>
    </>
  );
}

/** `KT. Hoàng Văn Đức, Phó Chủ tịch`; the name alone where no more was told. */
function signerOf({ signedBy, signatory }: DecisionView): string {
  if (signatory === null) return signedBy;
  const authority = signatory.authority === null ? '' : `${signatory.authority}. `;
  return `${authority}${signatory.name}, ${signatory.position}`;
}

interface CertificatesProps extends Pick<DecisionCardProps, 'may' | 'renderClass' | 'renderCertificate'> {
  readonly of: Parameters<typeof certificatesQuery>[0];
}

function Certificates({ of, may, renderClass, renderCertificate }: CertificatesProps) {
  const t = useWords(recognitionWords);
  const [page, setPage] = useState(1);
  const list = useQuery(certificatesQuery(of, page));
  return (
    <Block title={t('certificateList')}>
      <Answer query={list} rows={4}>
        {(data) =>
          data.certificates.length === 0 ? (
            <p className={styles.second}>{t('noCertificates')}</p>
          ) : (
            <>
              <TableBox className={styles.box} label={t('certificateList')}>
                <table className={styles.table}>
                  <caption className="visually-hidden">{t('certificateList')}</caption>
                  <thead>
                    <tr>
                      <th scope="col">{t('certificateNumber')}</th>
                      <th scope="col">{t('head')}</th>
                      <th scope="col">{t('result')}</th>
                      <th scope="col">{t('issuedOn')}</th>
                      <th scope="col">{t('state')}</th>
                      {may ? <th scope="col">{t('act')}</th> : null}
                    </tr>
                  </thead>
                  <tbody>
                    {data.certificates.map((one) => (
                      <CertificateRow key={one.id} {...{ one, may, renderClass, renderCertificate }} />
                    ))}
                  </tbody>
                </table>
              </TableBox>
              <PagesOfList page={data.page} t={t} onPage={setPage} />
            </>
          )
        }
      </Answer>
    </Block>
  );
}

function CertificateRow({
  one,
  may,
  renderClass,
  renderCertificate,
}: Pick<DecisionCardProps, 'may' | 'renderClass' | 'renderCertificate'> & { readonly one: CertificateLine }) {
  const t = useWords(recognitionWords);
  const [act, setAct] = useState<'revocation' | 'reissue' | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = useCommand({
    send: (body: object, commandId) =>
      sendCertificateAct(one.id, act ?? 'reissue', { ...body, version: one.version, commandId }),
    changes: PROCEDURE_KEYS,
    done: ({ number }) => t(act === 'revocation' ? 'revoked' : 'reissued', { number }),
    onDone: () => setAct(null),
  });
  const state = t(`certificate.${one.state}`);
  return (
    <tr>
      <th scope="row">{renderCertificate(one.id, one.number)}</th>
      <td>{one.head}</td>
      <td>{renderClass(one.class)}</td>
      <td>{formatDay(one.issuedOn)}</td>
      <td>
        {one.endedOn === null
          ? state
          : t('endedOn', { state, day: formatDay(one.endedOn), reason: one.endedReason ?? '' })}
      </td>
      {may ? (
        <td>
          {one.state !== 'valid' ? null : act === null ? (
            <span className={styles.line}>
              <Button variant="subtle" size="compact-sm" onClick={() => setAct('reissue')}>
                {t('reissue')}
              </Button>
              <Button variant="subtle" size="compact-sm" onClick={() => setAct('revocation')}>
                {t('revoke')}
              </Button>
            </span>
          ) : (
            <span className={styles.line}>
              {send.isError ? <ProblemNotice error={send.error} /> : null}
              <TextInput
                aria-label={t('reason')}
                placeholder={t('reason')}
                value={reason}
                maxLength={1000}
                error={tried && reason.trim() === '' ? t('ownReasonMissing') : undefined}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
              <Button
                size="compact-sm"
                variant="outline"
                loading={send.isPending}
                onClick={() => {
                  setTried(true);
                  if (reason.trim() !== '') send.mutate({ reason: reason.trim() });
                }}
              >
                {t(act === 'revocation' ? 'revoke' : 'reissue')}
              </Button>
              <Button size="compact-sm" variant="subtle" onClick={() => setAct(null)}>
                {t('close')}
              </Button>
            </span>
          )}
        </td>
      ) : null}
    </tr>
  );
}
