import { expect, it } from 'vitest';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { loadShippedTerritory } from '../territory/load-shipped-territory.ts';
import { shippedTools } from './demonstration.test-support.ts';
import { loadDemonstration } from './load-demonstration.ts';

const AT = '2024-10-15T01:00:00.000Z';

describeOnEachDatabase('the demonstration in a database', (open) => {
  it('loads', async () => {
    const handle = await open();
    await loadShippedTerritory(handle, AT);
    const t0 = performance.now();
    let last = t0;
    const got = await loadDemonstration(handle, { at: AT, actor: 'test', tools: shippedTools(), progress: (d, n) => { if (d % 47 === 0) { console.log(d, n, performance.now() - last); last = performance.now(); } } });
    console.log(got, performance.now() - last, performance.now() - t0);
    expect(got.ok).toBe(true);
  }, 300000);
});
