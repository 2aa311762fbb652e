import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { useDraft } from '../../../platform/use-draft.ts';
import { Notice } from '../../../ui/notice.tsx';
import type { Brought } from '../plan.api.ts';
import { type Confirmation, ConfirmProposal, partsRead, startConfirming } from './confirm-proposal.tsx';
import { programmeNodesQuery, proposePlan } from './plan-structure.api.ts';
import { planStructureWords } from './plan-structure.words.ts';

interface PlanFromDocumentProps {
  readonly unit: { readonly id: number; readonly name: string };
  readonly today: string;
  readonly onStarted: (id: string) => void;
  /** Where the document is brought and checked; it stands aside while the plan is confirmed. */
  readonly children: (making: {
    readonly pending: boolean;
    readonly make: (document: Brought) => void;
  }) => ReactNode;
}

/** A plan of a brought document; what was confirmed of it is kept in this browser and offered again. */
export function PlanFromDocument({ unit, today, onStarted, children }: PlanFromDocumentProps) {
  const t = useWords(planStructureWords);
  const draft = useDraft<Confirmation | null>('plan-confirmed', () => null);
  const [open, setOpen] = useState(false);
  const kept = draft.value?.unit === unit.id ? draft.value : null;
  const reading = useCommand({
    send: (document: Brought) => proposePlan(document),
    onDone: (proposal, { name }) => {
      draft.set(() => startConfirming(unit.id, name, proposal));
      setOpen(true);
    },
  });
  const programme = useQuery({
    ...programmeNodesQuery(kept?.proposal.programme ?? ''),
    enabled: kept !== null,
  });
  const confirming = open && kept !== null;
  return (
    <>
      {reading.isError ? <ProblemNotice error={reading.error} /> : null}
      {kept === null || open ? null : (
        <Notice
          kind="note"
          title={t('keptProposal', {
            file: kept.file,
            seen: kept.seen.length,
            parts: partsRead(kept.proposal).length,
          })}
          actions={
            <>
              <Button variant="outline" onClick={() => setOpen(true)}>
                {t('useProposal')}
              </Button>
              <Button variant="outline" onClick={draft.drop}>
                {t('dropProposal')}
              </Button>
            </>
          }
        />
      )}
      {confirming ? (
        <ConfirmProposal
          confirmation={kept}
          onChange={(change) => draft.set((last) => (last === null ? null : change(last)))}
          unit={unit}
          today={today}
          programme={programme.data ?? []}
          onStarted={(id) => {
            draft.drop();
            onStarted(id);
          }}
          onBack={() => setOpen(false)}
        />
      ) : null}
      <div hidden={confirming}>{children({ pending: reading.isPending, make: reading.mutate })}</div>
    </>
  );
}
