import type { BatchView } from '@benvung/contract/exchange-batch';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { TableBox } from '../../ui/table-box.tsx';
import type { Reading } from './exchange.api.ts';
import styles from './exchange.module.css';
import { exchangeWords } from './exchange.words.ts';

interface ColumnPairsProps {
  readonly batch: BatchView;
  readonly open: boolean;
  readonly busy: boolean;
  readonly onRead: (reading: Reading) => void;
}

type Meaning = string | number | null;
const asText = (meaning: Meaning): string => (meaning === null ? '' : `${typeof meaning}:${meaning}`);

/** Which column of the file is read as what; changed by hand where it was not understood. */
export function ColumnPairs({ batch, open, busy, onRead }: ColumnPairsProps) {
  const t = useWords(exchangeWords);
  const [chosen, setChosen] = useState<Readonly<Record<string, Meaning>>>({});
  const [sheets, setSheets] = useState<readonly string[] | null>(batch.chosenSheets);
  const isRead = (name: string) => sheets === null || sheets.includes(name);
  const toggle = (name: string) => {
    const now = sheets ?? batch.sheetNames;
    setSheets(now.includes(name) ? now.filter((one) => one !== name) : [...now, name]);
  };
  const changed = Object.keys(chosen).length > 0 || sheets !== batch.chosenSheets;
  return (
    <div className={styles.pairs}>
      <p className={styles.second}>{t('columnsLead')}</p>
      {batch.sheetNames.length > 1 ? (
        <div className={styles.line}>
          {batch.sheetNames.map((name) => (
            <label key={name} className={styles.inline}>
              <input type="checkbox" disabled={!open} checked={isRead(name)} onChange={() => toggle(name)} />
              {t('readSheet', { sheet: name })}
            </label>
          ))}
        </div>
      ) : null}
      {batch.sheets.map((sheet) => (
        <TableBox
          key={sheet.name}
          className={styles.scroll}
          label={sheet.name === '' ? t('columns') : `${t('sheet')} ${sheet.name}`}
        >
          <table className={styles.table}>
            <caption className={sheet.name === '' ? 'visually-hidden' : undefined}>
              {sheet.name === '' ? t('columns') : `${t('sheet')} ${sheet.name}`}
            </caption>
            <thead>
              <tr>
                <th scope="col">
                  <span className="visually-hidden">{t('cell')}</span>
                </th>
                <th scope="col">{t('header')}</th>
                <th scope="col">{t('means')}</th>
              </tr>
            </thead>
            <tbody>
              {sheet.headers.map(({ header, column, meaning }) => (
                <tr key={column}>
                  <td className={styles.columnLetter}>{column}</td>
                  <th scope="row">{header}</th>
                  <td>
                    <select
                      className={styles.select}
                      aria-label={`${t('means')}: ${header}`}
                      disabled={!open}
                      value={asText(header in chosen ? (chosen[header] ?? null) : meaning)}
                      onChange={(event) => {
                        const found = batch.meanings.find(
                          (one) => asText(one.meaning) === event.target.value,
                        );
                        setChosen({ ...chosen, [header]: found?.meaning ?? null });
                      }}
                    >
                      <option value="">{t('notRead')}</option>
                      {batch.meanings.map((one) => (
                        <option key={asText(one.meaning)} value={asText(one.meaning)}>
                          {one.label}
                        </option>
                      ))}
                    </select>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      ))}
      {open && changed ? (
        <div>
          <Button
            loading={busy}
            variant="outline"
            onClick={() =>
              onRead({
                sheets,
                columns: Object.entries(chosen).map(([header, meaning]) => ({ header, meaning })),
              })
            }
          >
            {t('applyColumns')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
