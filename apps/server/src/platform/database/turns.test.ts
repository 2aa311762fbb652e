import { afterEach, expect, test, vi } from 'vitest';
import { inBackground, newTurns } from './turns.ts';

afterEach(() => {
  vi.useRealTimers();
});

function atDesk() {
  vi.useFakeTimers();
  const turns = newTurns(() => Date.now());
  const served: string[] = [];
  const ends: (() => void)[] = [];
  const ask = (name: string) =>
    turns.take().then((end) => {
      served.push(name);
      ends.push(end);
    });
  return {
    served,
    person: (name: string) => void ask(name),
    behind: (name: string) => void inBackground(() => ask(name)),
    end: async () => {
      ends.shift()?.();
      await vi.advanceTimersByTimeAsync(0);
    },
    pass: (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds),
  };
}

test('people go before work in the background, each kind in the order they came', async () => {
  const { served, person, behind, end, pass } = atDesk();
  behind('part 1');
  behind('part 2');
  person('An');
  person('Bình');
  await pass(0);
  expect(served).toEqual(['part 1']);
  await end();
  await end();
  expect(served).toEqual(['part 1', 'An', 'Bình']);
  await end();
  expect(served).toHaveLength(3);
  await pass(10);
  expect(served).toEqual(['part 1', 'An', 'Bình', 'part 2']);
});

test('who was just served asks again before the background has its turn', async () => {
  const { served, person, behind, end, pass } = atDesk();
  person('session');
  behind('part');
  await pass(0);
  await end();
  await pass(3);
  person('list');
  await pass(0);
  expect(served).toEqual(['session', 'list']);
});

test('the background is not kept waiting for ever', async () => {
  const { served, person, behind, end, pass } = atDesk();
  person('0');
  behind('part');
  for (let one = 1; one <= 6; one += 1) {
    person(String(one));
    await pass(100);
    await end();
  }
  expect(served.indexOf('part')).toBe(3);
});

test('an ended turn ends once', async () => {
  vi.useFakeTimers();
  const turns = newTurns(() => Date.now());
  const end = await turns.take();
  const served: string[] = [];
  void turns.take().then(() => served.push('second'));
  void turns.take().then(() => served.push('third'));
  end();
  end();
  await vi.advanceTimersByTimeAsync(20);
  expect(served).toEqual(['second']);
});
