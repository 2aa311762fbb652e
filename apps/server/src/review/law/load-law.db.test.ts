import { workingCalendarOf } from '@benvung/domain/shared/working-days';
import { expect, test } from 'vitest';
import { describeOnEachDatabase } from '../../platform/testing/test-database.ts';
import { loadReviewLaw, tryReviewLaw } from './load-law.ts';
import { procedureOn, readWorkingYears } from './review-law.ts';

describeOnEachDatabase('law that is loaded', (open) => {
  test('stands before what is shipped; a file that is not right changes nothing', async () => {
    const { db } = await open();
    const by = { loadedBy: 'quantri', loadedAt: '2026-10-01T02:00:00.000Z' };
    const isOff = async () => !workingCalendarOf(await readWorkingYears(db)).isWorking('2026-11-24');
    expect(await isOff()).toBe(false);
    const year = {
      year: 2026,
      status: 'loaded',
      holidays: [{ day: '2026-11-24', name: 'Ngày Văn hóa Việt Nam', inLieu: false }],
      swaps: [],
      decisions: [{ document: 'Bộ luật Lao động (sửa đổi)', article: null, label: 'thử' }],
    };
    const wrong = { ...year, holidays: [{ day: '2025-11-24', name: 'x', inLieu: false }] };
    const badly = { ...year, holidays: [{ day: '24/11', name: 'x', inLieu: false }] };
    for (const [text, vi, en] of [
      ['{', /^không phải tệp JSON$/u, /^not JSON$/u],
      ['[]', /^\/: /u, /^id: |^\/: /u],
      [JSON.stringify(wrong), /^holidays: có ngày của năm khác/u, /a day of another year/u],
      [
        JSON.stringify(badly),
        /^holidays\.0\.day: không phải ngày viết theo dạng 2026-09-02$/u,
        /^holidays\.0\.day: Invalid ISO date$/u,
      ],
    ] as const)
      expect(await loadReviewLaw(db, { text, ...by })).toMatchObject({
        problem: {
          code: 'review.law-file-invalid',
          detail: { vi: expect.stringMatching(vi), en: expect.stringMatching(en) },
        },
      });
    expect(await isOff()).toBe(false);
    const named = { ...year, holidays: [{ ...year.holidays[0], decision: 2 }] };
    expect(await tryReviewLaw(db, JSON.stringify(named))).toMatchObject({
      problem: { code: 'review.law-file-invalid' },
    });
    const tried = await tryReviewLaw(db, JSON.stringify(year));
    expect(tried).toMatchObject({ value: { replaces: 'shipped', added: ['2026-11-24'] } });
    expect(tried.ok && tried.value.removed).toContain('2026-09-02');
    expect(await isOff()).toBe(false);
    expect(await loadReviewLaw(db, { text: JSON.stringify(year), ...by })).toMatchObject({
      value: { kind: 'working-calendar', name: '2026' },
    });
    expect(await isOff()).toBe(true);
    const shipped = await procedureOn(db, '2026-10-01');
    if (!shipped.ok) throw new Error(shipped.problem.code);
    const { procedure } = shipped.value;
    const longer = {
      ...procedure,
      limits: { ...procedure.limits, posting: { ...procedure.limits.posting, days: 5 } },
    };
    expect(await loadReviewLaw(db, { text: JSON.stringify(longer), ...by })).toMatchObject({ ok: true });
    expect(await procedureOn(db, '2026-10-01')).toMatchObject({
      value: { procedure: { limits: { posting: { days: 5 } } } },
    });
  });
});
