import type { UnitDetail, UnitView } from '@benvung/contract/territory';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer } from '../../platform/answer.tsx';
import { useWords } from '../../platform/i18n.ts';
import { useCommand } from '../../platform/use-command.ts';
import { Block } from '../../ui/block.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { type Assignment, assignVillage, TERRITORY_KEY, unitQuery, unitsQuery } from './territory.api.ts';
import { territoryWords } from './territory.words.ts';
import styles from './unit-facts.module.css';
import type { RenderUnit } from './unit-facts.tsx';
import { VillageForm } from './village-form.tsx';

interface WaitingVillagesProps {
  /** The unit that certainly holds them: a province, mostly. */
  readonly holder: UnitDetail;
  readonly on: string;
  readonly today: string;
  readonly mayAct: boolean;
  readonly renderUnit: RenderUnit;
}

const MOST_VILLAGES = 500;

/** Villages of split communes: "chưa phân được" until a person says where each went. */
export function WaitingVillages({ holder, on, today, mayAct, renderUnit }: WaitingVillagesProps) {
  const t = useWords(territoryWords);
  const found = useQuery({
    ...unitsQuery({ on, parent: holder.id, level: 'village', limit: MOST_VILLAGES }),
    enabled: holder.waitingVillages > 0,
  });
  const [village, setVillage] = useState<UnitView | null>(null);
  if (holder.waitingVillages === 0) return null;
  return (
    <Block title={t('waiting', { count: holder.waitingVillages })}>
      <p className={styles.lead}>{t('waitingLead')}</p>
      <Answer query={found} rows={3}>
        {({ units }) => (
          <ul className={styles.plain}>
            {units.map((unit) => (
              <li key={unit.id} className={styles.choice}>
                <span>{renderUnit(unit)}</span>
                {mayAct ? (
                  <Button
                    variant="outline"
                    size="xs"
                    className="no-print"
                    aria-label={`${t('assign')}: ${unit.name}`}
                    onClick={() => setVillage(unit)}
                  >
                    {t('assign')}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </Answer>
      {village === null ? null : (
        <AssignForm village={village} on={on} today={today} onDone={() => setVillage(null)} />
      )}
    </Block>
  );
}

interface AssignFormProps {
  readonly village: Pick<UnitView, 'id' | 'name'>;
  readonly on: string;
  readonly today: string;
  readonly onDone: () => void;
}

function AssignForm({ village, on, today, onDone }: AssignFormProps) {
  const t = useWords(territoryWords);
  const detail = useQuery(unitQuery(village.id, on));
  const assign = useCommand({
    send: (assignment: Assignment, commandId) => assignVillage(assignment, commandId),
    changes: [TERRITORY_KEY, ['household'], ['report'], ['review']],
    done: () => t('assigned', { village: village.name }),
    onDone,
  });
  if (detail.data === undefined) return <Skeleton rows={2} label={t('loadingBelow')} />;
  return (
    <VillageForm
      title={t('assignTitle', { village: village.name })}
      verb={t('assign')}
      today={today}
      asksDay={false}
      communes={detail.data.candidates.map(({ id, name }) => ({ value: String(id), label: name }))}
      busy={assign.isPending}
      problem={assign.error}
      onSend={({ communeId, decision }) => assign.mutate({ id: village.id, communeId, decision })}
      onClose={onDone}
    />
  );
}

/** The same on the village's own page. */
export function WaitingVillage({
  unit,
  ...rest
}: Omit<WaitingVillagesProps, 'holder' | 'renderUnit'> & { readonly unit: UnitDetail }) {
  const t = useWords(territoryWords);
  const [asking, setAsking] = useState(false);
  if (unit.level !== 'village' || unit.candidates.length === 0) return null;
  return (
    <>
      <Notice
        kind="warning"
        title={t('assignOne', { village: unit.name })}
        actions={
          rest.mayAct ? (
            <Button variant="outline" size="xs" onClick={() => setAsking(true)}>
              {t('assign')}
            </Button>
          ) : null
        }
      >
        <p>{unit.candidates.map(({ name }) => name).join(', ')}</p>
      </Notice>
      {asking ? (
        <AssignForm village={unit} on={rest.on} today={rest.today} onDone={() => setAsking(false)} />
      ) : null}
    </>
  );
}
