import type { ProgrammeList, ProgrammeView } from '@benvung/contract/programme';
import { useId, useState } from 'react';
import { useWords } from '../../platform/i18n.ts';
import styles from './programme.module.css';
import { programmeWords } from './programme.words.ts';

/** The programmes one at a time, the one in force first; each node with who leads it and where its name is from. */
export function ProgrammeTree({ list }: { readonly list: ProgrammeList }) {
  const t = useWords(programmeWords);
  const id = useId();
  const [chosen, setChosen] = useState(
    list.programmes.find((one) => one.inForce)?.id ?? list.programmes[0]?.id,
  );
  const programme = list.programmes.find((one) => one.id === chosen);
  return (
    <div className={styles.stack}>
      <label className={styles.choice} htmlFor={id}>
        {t('which')}
        <select
          id={id}
          className={styles.select}
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
        >
          {list.programmes.map((one) => (
            <option key={one.id} value={one.id}>
              {one.id}
              {one.inForce ? ` · ${t('inForce')}` : ''}
            </option>
          ))}
        </select>
      </label>
      {programme === undefined ? null : <OneProgramme programme={programme} />}
    </div>
  );
}

function OneProgramme({ programme }: { readonly programme: ProgrammeView }) {
  const t = useWords(programmeWords);
  const { name, ground, leads, nodes } = programme;
  return (
    <section className={styles.card} aria-label={name}>
      <h2 className={styles.name}>{name}</h2>
      <p>{t('ground', { ground })}</p>
      {leads.length === 0 ? null : <p>{t('ledBy', { bodies: leads.join(', ') })}</p>}
      <ul className={styles.nodes}>
        {nodes.map((node) => (
          <li key={node.code} className={styles.node} data-depth={node.depth}>
            <strong>{node.label}</strong>
            {node.name === null ? ` · ${t('unnamed')}` : `: ${node.name}`}
            {node.verified ? null : <span className={styles.mark}> {t('unverified')}</span>}
            <span className={styles.second}>
              {node.leads.length === 0 ? null : (
                <span>{t('ledBy', { bodies: node.leads.join(', ') })} · </span>
              )}
              {t('source', { source: node.source })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
