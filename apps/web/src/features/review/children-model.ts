import type { HomeView } from '@benvung/contract/review';
import { formatChange, formatCount, formatRate } from '../../platform/formats.ts';
import type { Translate } from '../../platform/i18n.ts';
import type { GridCell, GridModel } from '../../ui/grid/grid-model.ts';
import type { reviewWords } from './review.words.ts';
import { stepFigures } from './round-progress.tsx';

type Say = Translate<(typeof reviewWords)['vi']>;
type Child = HomeView['children'][number];

const text = (said: string): GridCell => ({ text: said, numeric: false });
const figure = (said: string, raw: number | string): GridCell => ({ text: said, numeric: true, raw });

interface ClassColumns {
  readonly of: 'POOR' | 'NEAR_POOR';
  /** All rows are provisional: the header says it once. */
  readonly saidAbove: boolean;
  readonly t: Say;
}

function classCells(child: Child, { of, saidAbove, t }: ClassColumns): GridCell[] {
  const found = child.figures.find((one) => one.class === of);
  if (found === undefined) return [text(''), text(''), text(''), text('')];
  const now = formatCount(found.current);
  const marked = found.state === 'provisional' && !saidAbove;
  const shown = marked ? t('provisionalMark', { value: now }) : now;
  const rate = found.currentRate;
  return [
    figure(formatCount(found.opening), found.opening),
    figure(shown, found.current),
    figure(formatChange(found.change), found.change),
    figure(rate === null ? '' : formatRate(rate), rate ?? ''),
  ];
}

function progressCell(child: Child): GridCell {
  const steps = stepFigures(child);
  const reached = steps.find((one) => one.step === 'recognised')?.reached ?? 0;
  return figure(`${formatCount(reached)}/${formatCount(steps[0]?.all ?? 0)}`, reached);
}

/** That "now" holds households not yet reviewed, how many of each class; null when it holds none. */
export function carriedBelow(home: HomeView, t: Say): string | null {
  const carried = (of: 'POOR' | 'NEAR_POOR') =>
    home.children
      .flatMap(({ figures }) => figures.filter((one) => one.class === of))
      .reduce((sum, one) => sum + one.carried, 0);
  const [poor, nearPoor] = [carried('POOR'), carried('NEAR_POOR')];
  return poor + nearPoor === 0
    ? null
    : t('carriedBelow', { poor: formatCount(poor), nearPoor: formatCount(nearPoor) });
}

/** The units below: where their round stands, and their two figures. */
export function buildChildrenModel(home: HomeView, unitHref: (id: number) => string, t: Say): GridModel {
  const lead = [t('order'), t('unit'), t('status'), t('progress')];
  const saidAbove = home.children.every((child) => child.figures.every((one) => one.state === 'provisional'));
  const current = saidAbove ? t('provisionalMark', { value: t('currentColumn') }) : t('currentColumn');
  const columns = [t('openingColumn'), current, t('changeColumn'), t('rateColumn')];
  const groups = [t('poorGroup'), t('nearPoorGroup')];
  return {
    caption: t('childrenCaption', { year: home.year, unit: home.unit.name }),
    header: [
      [
        ...lead.map((said, at) => ({ key: `lead-${at}`, text: said, colSpan: 1, rowSpan: 2 })),
        ...groups.map((said) => ({ key: said, text: said, colSpan: 4, rowSpan: 1 })),
      ],
      groups.flatMap((group) =>
        columns.map((said) => ({ key: `${group}-${said}`, text: said, colSpan: 1, rowSpan: 1 })),
      ),
    ],
    numbers: [],
    columns: lead.length + 8,
    pinned: 2,
    groups: home.children.map((child, at) => ({
      key: String(child.unit.id),
      rows: [
        {
          key: String(child.unit.id),
          cells: [
            figure(String(at + 1), at + 1),
            { ...text(child.unit.name), rowHeader: true, ...unitLink(child, unitHref) },
            text(t(child.status)),
            progressCell(child),
            ...classCells(child, { of: 'POOR', saidAbove, t }),
            ...classCells(child, { of: 'NEAR_POOR', saidAbove, t }),
          ],
        },
      ],
    })),
  };
}

const unitLink = (child: Child, unitHref: (id: number) => string): { href?: string } =>
  child.unit.level === 'village' ? {} : { href: unitHref(child.unit.id) };
