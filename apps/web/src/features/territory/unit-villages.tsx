import type { UnitDetail, UnitView } from '@benvung/contract/territory';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer } from '../../platform/answer.tsx';
import { useWords } from '../../platform/i18n.ts';
import { useCommand } from '../../platform/use-command.ts';
import { Block } from '../../ui/block.tsx';
import {
  createVillage,
  type Merger,
  mergeVillages,
  type NewName,
  type NewVillage,
  renameVillage,
  TERRITORY_KEY,
  unitsQuery,
} from './territory.api.ts';
import { territoryWords } from './territory.words.ts';
import styles from './unit-facts.module.css';
import type { RenderUnit } from './unit-facts.tsx';
import { UnitsExport } from './units-export.tsx';
import { VillageForm } from './village-form.tsx';

interface UnitVillagesProps {
  readonly commune: UnitDetail;
  readonly on: string;
  readonly today: string;
  /** The reader may decide for this commune, and looks at today. */
  readonly mayAct: boolean;
  readonly renderUnit: RenderUnit;
}

type Asked =
  | { readonly act: 'create' }
  | { readonly act: 'rename'; readonly village: UnitView }
  | { readonly act: 'merge' };

const MOST_VILLAGES = 500;

/** The villages of a commune; its officers make, rename and merge them, each act by its decision and day. */
export function UnitVillages({ commune, on, today, mayAct, renderUnit }: UnitVillagesProps) {
  const t = useWords(territoryWords);
  const villages = useQuery(unitsQuery({ on, parent: commune.id, limit: MOST_VILLAGES }));
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [asked, setAsked] = useState<Asked | null>(null);
  const all = villages.data?.units ?? [];
  const picked = all.filter(({ id }) => chosen.includes(id));
  const done = () => {
    setAsked(null);
    setChosen([]);
  };
  const acts = (
    <span className={styles.tools}>
      {all.length === 0 ? null : <UnitsExport unit={commune} on={on} />}
      {mayAct ? (
        <>
          {picked.length < 2 ? null : (
            <Button variant="outline" onClick={() => setAsked({ act: 'merge' })}>
              {t('merge', { count: picked.length })}
            </Button>
          )}
          <Button onClick={() => setAsked({ act: 'create' })}>{t('createVillage')}</Button>
        </>
      ) : null}
    </span>
  );
  return (
    <Block title={t('villageList', { count: all.length })} actions={acts}>
      <Answer query={villages} rows={4}>
        {({ units }) => (
          <>
            {units.length === 0 ? <p>{t('villagesEmpty')}</p> : null}
            {mayAct && units.length > 1 ? <p className={styles.lead}>{t('mergeHint')}</p> : null}
            <ul className={`${styles.plain} ${styles.villages}`}>
              {units.map((village) => (
                <li key={village.id} className={styles.choice}>
                  {mayAct ? (
                    <input
                      type="checkbox"
                      className="no-print"
                      aria-label={`${t('chosen')}: ${village.name}`}
                      checked={chosen.includes(village.id)}
                      onChange={({ target }) =>
                        setChosen(
                          target.checked ? [...chosen, village.id] : chosen.filter((id) => id !== village.id),
                        )
                      }
                    />
                  ) : null}
                  <span>{renderUnit(village)}</span>
                  {mayAct ? (
                    <Button
                      variant="subtle"
                      size="xs"
                      className="no-print"
                      aria-label={`${t('rename')}: ${village.name}`}
                      onClick={() => setAsked({ act: 'rename', village })}
                    >
                      {t('rename')}
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          </>
        )}
      </Answer>
      {asked?.act === 'create' ? <CreateForm commune={commune} today={today} onDone={done} /> : null}
      {asked?.act === 'rename' ? <RenameForm village={asked.village} today={today} onDone={done} /> : null}
      {asked?.act === 'merge' ? <MergeForm villages={picked} today={today} onDone={done} /> : null}
    </Block>
  );
}

interface FormProps {
  readonly today: string;
  readonly onDone: () => void;
}

function CreateForm({ commune, today, onDone }: FormProps & { readonly commune: UnitDetail }) {
  const t = useWords(territoryWords);
  const create = useCommand({
    send: (village: NewVillage, commandId) => createVillage(village, commandId),
    changes: [TERRITORY_KEY],
    done: ({ name }) => t('created', { village: name }),
    onDone,
  });
  return (
    <VillageForm
      title={t('createTitle', { commune: commune.name })}
      verb={t('createVillage')}
      today={today}
      name={commune.areaType === 'urban' ? 'Tổ dân phố ' : 'Thôn '}
      asksDay
      busy={create.isPending}
      problem={create.error}
      onSend={({ name, day, decision }) =>
        create.mutate({ communeId: commune.id, name, validFrom: day, decision })
      }
      onClose={onDone}
    />
  );
}

function RenameForm({ village, today, onDone }: FormProps & { readonly village: UnitView }) {
  const t = useWords(territoryWords);
  const rename = useCommand({
    send: (name: NewName, commandId) => renameVillage(name, commandId),
    changes: [TERRITORY_KEY, ['household']],
    done: ({ name }) => t('renamed', { village: name }),
    onDone,
  });
  return (
    <VillageForm
      title={t('renameTitle', { village: village.name })}
      verb={t('rename')}
      today={today}
      name={village.name}
      asksDay
      busy={rename.isPending}
      problem={rename.error}
      onSend={({ name, day, decision }) => rename.mutate({ id: village.id, name, from: day, decision })}
      onClose={onDone}
    />
  );
}

function MergeForm({ villages, today, onDone }: FormProps & { readonly villages: readonly UnitView[] }) {
  const t = useWords(territoryWords);
  const merge = useCommand({
    send: (merger: Merger, commandId) => mergeVillages(merger, commandId),
    changes: [TERRITORY_KEY, ['household'], ['report'], ['review']],
    done: ({ village, households }) => t('merged', { village: village.name, count: households }),
    onDone,
  });
  return (
    <VillageForm
      title={t('mergeTitle', { villages: villages.map(({ name }) => name).join(', ') })}
      lead={t('mergeLead')}
      verb={t('merge', { count: villages.length })}
      today={today}
      name={villages[0]?.name ?? ''}
      asksDay
      busy={merge.isPending}
      problem={merge.error}
      onSend={({ name, day, decision }) =>
        merge.mutate({ villageIds: villages.map(({ id }) => id), name, day, decision })
      }
      onClose={onDone}
    />
  );
}
