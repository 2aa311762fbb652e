import { describe, expect, it } from 'vitest';
import { mergePlans, takeTheirs } from './merge-plans.ts';
import { wholePlan } from './plan.test-support.ts';
import type { PlanContent } from './plan-structure.ts';

const base = wholePlan;
const reworded = (at: number, text: string): PlanContent => ({
  ...base,
  grounds: base.grounds.map((row, place) => (place === at ? { ...row, text } : row)),
});

describe('two people in one plan', () => {
  it('keep what each wrote in another row or another part', () => {
    const mine = { ...reworded(0, 'Căn cứ A'), subject: 'Trích yếu mới' };
    const theirs = { ...reworded(1, 'Căn cứ B'), solutions: [...base.solutions, { id: 's9', text: 'Thêm' }] };
    const { content, clashes } = mergePlans(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(content).toEqual({
      ...base,
      subject: 'Trích yếu mới',
      grounds: [
        { id: 'g1', text: 'Căn cứ A' },
        { id: 'g2', text: 'Căn cứ B' },
      ],
      solutions: theirs.solutions,
    });
  });

  it('who wrote differently in one row choose between the two, mine until then', () => {
    const { content, clashes } = mergePlans(base, reworded(0, 'Của tôi'), reworded(0, 'Của người kia'));
    expect(content.grounds[0]?.text).toBe('Của tôi');
    expect(clashes).toEqual([
      {
        part: 'grounds',
        id: 'g1',
        mine: { id: 'g1', text: 'Của tôi' },
        theirs: { id: 'g1', text: 'Của người kia' },
      },
    ]);
    expect(takeTheirs(content, clashes[0]!).grounds[0]?.text).toBe('Của người kia');
    const subjects = mergePlans(base, { ...base, subject: 'Một' }, { ...base, subject: 'Hai' });
    expect(takeTheirs(subjects.content, subjects.clashes[0]!).subject).toBe('Hai');
  });

  it('a row the other one deleted goes, unless I changed it: then that is asked', () => {
    const theirs = { ...base, grounds: base.grounds.slice(1) };
    expect(mergePlans(base, { ...base, subject: 'Khác' }, theirs).content.grounds).toHaveLength(1);
    const { content, clashes } = mergePlans(base, reworded(0, 'Của tôi'), theirs);
    expect(content.grounds).toHaveLength(2);
    expect(clashes).toMatchObject([{ id: 'g1', theirs: null }]);
    expect(takeTheirs(content, clashes[0]!).grounds).toHaveLength(1);
    // and the other way round: what I deleted and they changed comes back only when chosen
    const gone = mergePlans(base, theirs, reworded(0, 'Của người kia'));
    expect(gone.content.grounds).toHaveLength(1);
    expect(takeTheirs(gone.content, gone.clashes[0]!).grounds).toHaveLength(2);
  });

  it('rows both added stand one after the other, a row they put in between keeps its place', () => {
    const mine = { ...base, grounds: [...base.grounds, { id: 'mine', text: 'M' }] };
    const [first, second] = base.grounds as [PlanContent['grounds'][number], PlanContent['grounds'][number]];
    const theirs = { ...base, grounds: [first, { id: 'theirs', text: 'T' }, second] };
    expect(mergePlans(base, mine, theirs).content.grounds.map(({ id }) => id)).toEqual([
      'g1',
      'theirs',
      'g2',
      'mine',
    ]);
    expect(mergePlans(base, mine, mine).clashes).toEqual([]);
  });
});
