import type { OnlineRequestView } from '@benvung/contract/review-online-request';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode, useState } from 'react';
import { Answer } from '../../../platform/answer.tsx';
import { formatDay } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import styles from '../posting/posting.module.css';
import { ReasonForm } from '../procedure/reason-form.tsx';
import { decideOnlineRequest, ONLINE_REQUEST_KEYS, onlineRequestQuery } from './online-request.api.ts';
import { onlineRequestWords } from './online-request.words.ts';
import { type ChosenHousehold, WhichHousehold } from './which-household.tsx';

interface OnlineRequestPanelProps {
  readonly id: string;
  readonly onAccepted: (caseId: string) => void;
  readonly renderCase: (id: string, text: string) => ReactNode;
}

/** One request: what the household wrote, whose it is, and the decision. */
export function OnlineRequestPanel({ id, onAccepted, renderCase }: OnlineRequestPanelProps) {
  const t = useWords(onlineRequestWords);
  const query = useQuery(onlineRequestQuery(id));
  return (
    <Answer query={query} rows={8}>
      {(view) => (
        <div className={styles.stack}>
          <Facts view={view} />
          {view.state === 'sent' ? (
            <Decide key={view.version} {...{ view, onAccepted }} />
          ) : (
            <p>
              {t('decidedBy', { name: view.decidedBy ?? '', day: formatDay(view.decidedOn ?? '') })}
              {view.caseId === null ? null : <> {renderCase(view.caseId, t('openCase'))}</>}
            </p>
          )}
        </div>
      )}
    </Answer>
  );
}

function Facts({ view }: { readonly view: OnlineRequestView }) {
  const t = useWords(onlineRequestWords);
  const told = (text: string | null) => text || t('notTold');
  const facts = [
    [t('asks'), t(`form.${view.form}`)],
    [t('head'), view.head],
    [t('village'), view.village],
    [t('address'), told(view.address)],
    [t('phone'), told(view.phone)],
    [t('identity'), told(view.identityNumber)],
    [t('sent'), formatDay(view.sentOn)],
    [t('asked'), told(view.asked)],
    [t('state'), t(`state.${view.state}`)],
    ...(view.reason === null ? [] : [[t('reason'), view.reason] as const]),
  ] as const;
  return (
    <>
      <dl className={styles.facts}>
        {facts.map(([label, text]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </Fragment>
        ))}
      </dl>
      <p className={styles.second}>{t('logged')}</p>
    </>
  );
}

function Decide({
  view,
  onAccepted,
}: { readonly view: OnlineRequestView } & Pick<OnlineRequestPanelProps, 'onAccepted'>) {
  const t = useWords(onlineRequestWords);
  const [chosen, setChosen] = useState<ChosenHousehold | null>(null);
  const [tried, setTried] = useState(false);
  const accept = useCommand({
    send: decideOnlineRequest,
    changes: ONLINE_REQUEST_KEYS,
    done: () => t('accepted'),
    onDone: ({ caseId }) => caseId !== null && onAccepted(caseId),
  });
  const refuse = useCommand({
    send: decideOnlineRequest,
    changes: ONLINE_REQUEST_KEYS,
    done: () => t('refused'),
  });
  const { id, version } = view;
  const take = () => {
    setTried(true);
    if (chosen === null) return;
    const householdId = chosen === 'new' ? null : chosen.id;
    accept.mutate({ id, version, decision: { decision: 'accept', householdId } });
  };
  return (
    <>
      <WhichHousehold
        commune={view.communeId}
        name={view.head}
        chosen={chosen}
        missing={tried}
        exit={view.form === '04'}
        onChoose={setChosen}
      />
      {accept.isError ? <ProblemNotice error={accept.error} /> : null}
      <div>
        <Button loading={accept.isPending} onClick={take}>
          {t('accept')}
        </Button>
      </div>
      <details>
        <summary>{t('refuse')}</summary>
        <ReasonForm
          label={t('refuseReason')}
          act={t('refuse')}
          command={refuse}
          onReason={(reason) => refuse.mutate({ id, version, decision: { decision: 'refuse', reason } })}
        />
      </details>
    </>
  );
}
