import type { OwnWork } from '@benvung/contract/review-assignment';
import type { ReactNode } from 'react';
import { formatCount, formatDay } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { Block } from '../../../ui/block.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { assignmentWords } from './assignment.words.ts';
import styles from './own-work.module.css';

interface OwnWorkProps {
  readonly work: OwnWork;
  readonly renderHousehold: (
    place: { readonly round: string; readonly village: number },
    id: string,
    head: string,
  ) => ReactNode;
}

/** What one person is to ask: by village, those to be asked again first. */
export function OwnWorkList({ work, renderHousehold }: OwnWorkProps) {
  const t = useWords(assignmentWords);
  if (work.villages.length === 0)
    return (
      <Notice kind="empty" title={t('ownNone')}>
        <p>{t('ownNoneHint')}</p>
      </Notice>
    );
  return (
    <div className={styles.villages}>
      {work.villages.map(({ round, unit, households, left, untilDay }) => (
        <Block
          key={`${round.id} ${unit.id}`}
          title={`${unit.name} · ${t('yearRound', { year: round.year })}`}
        >
          <p>
            <strong>
              {left.length === 0
                ? t('allDone', { all: formatCount(households) })
                : t('left', { left: formatCount(left.length), all: formatCount(households) })}
            </strong>
            {untilDay === null ? null : (
              <span>
                {' '}
                · {t('untilDay', { day: formatDay(untilDay) })}
                {untilDay < work.today && left.length > 0 ? ' ■' : ''}
              </span>
            )}
          </p>
          <ul className={styles.households}>
            {[...left]
              .sort((a, b) => urgency(b) - urgency(a))
              .map((one) => (
                <li key={one.id}>
                  {renderHousehold({ round: round.id, village: unit.id }, one.id, one.head)}
                  {one.verify === null ? null : (
                    <Chip look="warning" glyph="warning">
                      {t('verify', {
                        number: one.verify.grievance,
                        day: formatDay(one.verify.dueOn),
                      })}
                    </Chip>
                  )}
                  {one.again === null ? null : (
                    <Chip look="warning" glyph="warning">
                      {t('again', { reason: one.again })}
                    </Chip>
                  )}
                </li>
              ))}
          </ul>
        </Block>
      ))}
    </div>
  );
}

type Left = OwnWork['villages'][number]['left'][number];
/** What a grievance asks comes first, then what is to be surveyed again. */
const urgency = ({ verify, again }: Left): number => (verify !== null ? 2 : again !== null ? 1 : 0);
