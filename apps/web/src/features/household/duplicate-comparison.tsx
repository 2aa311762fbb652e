import type { DuplicateComparison } from '@benvung/contract/household-duplicates';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { writeDayText } from '../../platform/day-text.ts';
import { formatDay, formatInstant } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { Block } from '../../ui/block.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type DecisionProps, Decisions } from './duplicate-decisions.tsx';
import styles from './duplicates.module.css';
import { duplicatesWords } from './duplicates.words.ts';
import edit from './edit.module.css';
import { useFactWord } from './fact.words.ts';
import type { RenderClass } from './household-table.tsx';

type Side = DuplicateComparison['household'];
type Member = Side['members'][number];

interface ComparisonProps extends DecisionProps {
  readonly canDecide: boolean;
  readonly renderClass: RenderClass;
}

/** Two households side by side, what differs marked, and what a person may decide. */
export function Comparison(props: ComparisonProps) {
  const { pair, canDecide, renderClass } = props;
  const t = useWords(duplicatesWords);
  return (
    <Block title={t('compare')}>
      <ul className={styles.why}>
        {pair.why.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className={edit.scroll}>
        <table className={styles.compare}>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t('field')}</span>
              </th>
              {[pair.household, pair.other].map((side) => (
                <th key={side.id} scope="col" className={styles.side}>
                  <Link to="/ho/$id" params={{ id: side.id }}>
                    {side.head}
                  </Link>
                  {side.ended === null ? '' : ` (${t('ended')})`}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">{t('differs')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <FieldRows pair={pair} renderClass={renderClass} />
            <MemberRows pair={pair} />
          </tbody>
        </table>
      </div>
      {pair.decided === null ? null : (
        <Notice
          kind="note"
          title={
            pair.decided.reason === null
              ? t('decidedPlain', { by: pair.decided.by, at: formatInstant(pair.decided.at) })
              : t('decidedBy', {
                  by: pair.decided.by,
                  at: formatInstant(pair.decided.at),
                  reason: pair.decided.reason,
                })
          }
        />
      )}
      {canDecide ? <Decisions {...props} /> : <p className={edit.note}>{t('onlyOfficers')}</p>}
    </Block>
  );
}

interface RowProps {
  readonly label: ReactNode;
  readonly one: ReactNode;
  readonly other: ReactNode;
  readonly mark: string;
  readonly differs: boolean;
}

const Row = ({ label, one, other, mark, differs }: RowProps) => (
  <tr className={differs ? styles.differs : ''}>
    <th scope="row">{label}</th>
    <td>{one}</td>
    <td>{other}</td>
    <td className={styles.mark}>{mark}</td>
  </tr>
);

function FieldRows({ pair, renderClass }: Pick<ComparisonProps, 'pair' | 'renderClass'>) {
  const t = useWords(duplicatesWords);
  const day = (value: string | null) => (value === null ? '–' : formatDay(value));
  const rows: [string, (side: Side) => string | null, ((side: Side) => ReactNode)?][] = [
    [t('head'), (side) => side.head],
    [t('listCode'), (side) => side.listCode],
    [t('village'), (side) => `${side.village.name}, ${side.commune.name}`],
    [t('address'), (side) => side.address],
    [t('phone'), (side) => side.phone],
    [t('size'), (side) => String(side.persons)],
    [t('since'), (side) => day(side.since)],
    [
      t('class'),
      (side) => side.class,
      (side) => (
        <>
          {renderClass(side.class, side.classState)} {side.classYear ?? ''}
        </>
      ),
    ],
  ];
  return rows.map(([label, value, show]) => {
    const [one, other] = [value(pair.household), value(pair.other)];
    const differs = one?.toLowerCase() !== other?.toLowerCase();
    const told = (side: Side, text: string | null) => (show === undefined ? (text ?? '–') : show(side));
    return (
      <Row
        key={label}
        label={label}
        one={told(pair.household, one)}
        other={told(pair.other, other)}
        mark={t(differs ? 'differs' : 'same')}
        differs={differs}
      />
    );
  });
}

function MemberRows({ pair }: { readonly pair: DuplicateComparison }) {
  const t = useWords(duplicatesWords);
  const word = useFactWord();
  const tell = (member: Member | undefined) =>
    member === undefined
      ? '–'
      : [member.fullName, word(member.relation), writeDayText(member.birthDate)].filter(Boolean).join(', ');
  const matched = pair.evidence.map(({ oneId, otherId }) => [
    pair.household.members.find(({ personId }) => personId === oneId),
    pair.other.members.find(({ personId }) => personId === otherId),
  ]);
  const known = new Set(matched.flat().map((member) => member?.personId));
  const alone = (side: Side) => side.members.filter(({ personId }) => !known.has(personId));
  return (
    <>
      {matched.map(([one, other], at) => (
        <Row
          key={`${one?.personId ?? ''} ${other?.personId ?? at}`}
          label={at === 0 ? t('members') : <span className="visually-hidden">{t('members')}</span>}
          one={tell(one)}
          other={tell(other)}
          mark={t('samePerson')}
          differs={false}
        />
      ))}
      {[pair.household, pair.other].flatMap((side, at) =>
        alone(side).map((member) => (
          <Row
            key={member.personId}
            label={<span className="visually-hidden">{t('members')}</span>}
            one={at === 0 ? tell(member) : '–'}
            other={at === 1 ? tell(member) : '–'}
            mark={t('onlyHere')}
            differs
          />
        )),
      )}
    </>
  );
}
