import type { HouseholdClass } from '@benvung/domain/standard/household-class';
import { TableExport } from '../../platform/export/table-export.tsx';
import { formatCount } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { ColumnHeads } from '../../ui/table-head.tsx';
import { reasonsOf, simulationMatrix } from './simulation-model.ts';
import type { Simulation } from './standard.api.ts';
import { standardWords } from './standard.words.ts';
import styles from './standards.module.css';
import { standardsWords } from './standards.words.ts';

interface SimulationTableProps {
  readonly simulation: Simulation;
  readonly onOpen: (from: HouseholdClass, to: HouseholdClass) => void;
}

/** Who would change class: each number that is a change opens to its households. */
export function SimulationTable({ simulation, onOpen }: SimulationTableProps) {
  const t = useWords(standardsWords);
  const word = useWords(standardWords);
  const matrix = simulationMatrix(simulation);
  const { standard } = simulation;
  return (
    <div className={styles.stack}>
      <Notice kind="warning" title={t(standard.draft ? 'draftMark' : 'trialMark')} />
      <p role="status">
        {t('finding', { changed: formatCount(matrix.changed), simulated: formatCount(matrix.simulated) })}
      </p>
      <TableExport title={t('caption')} facts={[t(standard.draft ? 'draftMark' : 'trialMark')]}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keys */}
        <section className={styles.box} aria-label={t('caption')} tabIndex={0} data-paper="landscape">
          <table className={styles.table}>
            <caption className="visually-hidden">{t('caption')}</caption>
            <thead>
              <tr>
                <th scope="col" rowSpan={2}>
                  {t('now')}
                </th>
                <th scope="colgroup" colSpan={matrix.columns.length}>
                  {t('under', { standard: standard.id })}
                </th>
                <th scope="colgroup" colSpan={2} className={styles.apart}>
                  {t('apart')}
                </th>
                <th scope="col" rowSpan={2} className={`${styles.numeric} ${styles.apart}`}>
                  {t('total')}
                </th>
              </tr>
              <tr>
                <ColumnHeads words={matrix.columns} t={word} className={styles.numeric} />
                <th scope="col" className={`${styles.numeric} ${styles.apart}`}>
                  {word('UNDETERMINED')}
                </th>
                <th scope="col" className={styles.numeric}>
                  {t('cannot')}
                </th>
              </tr>
            </thead>
            <tbody>
              {matrix.rows.map((row) => (
                <tr key={row.from}>
                  <th scope="row">{word(row.from)}</th>
                  {matrix.columns.map((to, at) => (
                    <td
                      key={to}
                      className={`num ${styles.numeric} ${to === row.from || row.households[at] === 0 ? '' : styles.changed}`}
                    >
                      <Cell count={row.households[at] ?? 0} from={row.from} to={to} onOpen={onOpen} />
                    </td>
                  ))}
                  <td className={`num ${styles.numeric} ${styles.apart}`}>
                    <Cell count={row.undetermined} from={row.from} to="UNDETERMINED" onOpen={onOpen} />
                  </td>
                  <td className={`num ${styles.numeric}`}>{formatCount(row.cannot)}</td>
                  <td className={`num ${styles.numeric} ${styles.apart}`}>{formatCount(row.total)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </TableExport>
      <Reasons simulation={simulation} />
    </div>
  );
}

interface CellProps extends Pick<SimulationTableProps, 'onOpen'> {
  readonly count: number;
  readonly from: HouseholdClass;
  readonly to: HouseholdClass;
}

function Cell({ count, from, to, onOpen }: CellProps) {
  const t = useWords(standardsWords);
  const word = useWords(standardWords);
  const shown = formatCount(count);
  if (count === 0 || from === to) return shown;
  return (
    <button
      type="button"
      className={`num ${styles.cell}`}
      aria-label={t('openChange', { count: shown, from: word(from), to: word(to) })}
      onClick={() => onOpen(from, to)}
    >
      {shown}
    </button>
  );
}

function Reasons({ simulation }: { readonly simulation: Simulation }) {
  const t = useWords(standardsWords);
  const word = useWords(standardWords);
  const reasons = reasonsOf(simulation);
  if (reasons.length === 0) return null;
  return (
    <>
      <h2>{t('cannot')}</h2>
      <ul className={styles.faults}>
        {reasons.map(({ from, reason, households }) => (
          <li key={`${from} ${reason}`}>
            {t('cannotList', { count: formatCount(households), class: word(from), reason: t(reason) })}
          </li>
        ))}
      </ul>
    </>
  );
}
