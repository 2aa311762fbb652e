// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { FormErrors } from '../ui/form-errors.tsx';
import { Toasts } from '../ui/toasts.tsx';
import { DayField } from './day-field.tsx';
import { NetworkError } from './http.ts';
import { renderPart } from './testing/render-page.tsx';
import { useCommand } from './use-command.ts';

afterEach(cleanup);

test('pressing again after a lost network sends the same command; another input or a new act is a new one', async () => {
  const sent: { input: number; commandId: string }[] = [];
  const faults = [new NetworkError('/'), null, null, null];
  function Part() {
    const act = useCommand({
      send: async (input: number, commandId) => {
        sent.push({ input, commandId });
        const fault = faults.shift();
        if (fault) throw fault;
        return input;
      },
      done: (answer) => `Đã ghi ${answer}`,
    });
    return (
      <>
        <button type="button" onClick={() => act.mutate(1)}>
          một
        </button>
        <button type="button" onClick={() => act.mutate(2)}>
          hai
        </button>
        <Toasts closeLabel="Đóng" />
      </>
    );
  }
  await renderPart(<Part />);
  const user = userEvent.setup();
  for (const name of ['một', 'một', 'một', 'hai']) await user.click(screen.getByText(name));
  const [first, again, next, other] = sent.map(({ commandId }) => commandId);
  expect(again).toBe(first);
  expect(new Set([first, next, other]).size).toBe(3);
  expect(screen.getAllByText('Đã ghi 1').length).toBe(2);
});

test('a birth date that does not exist stays as typed, and its year is offered', async () => {
  const taken: (string | null)[] = [];
  function Part() {
    const [value, setValue] = useState<string | null>(null);
    return (
      <DayField
        label="Ngày sinh"
        value={value}
        yearAlone
        today="2026-10-05"
        onChange={(next) => {
          taken.push(next);
          setValue(next);
        }}
      />
    );
  }
  await renderPart(<Part />);
  const user = userEvent.setup();
  await user.type(screen.getByLabelText('Ngày sinh'), '30/02/1985');
  await user.tab();
  expect(screen.getByText(/“30\/02\/1985” không phải một ngày có thật/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Chỉ ghi năm 1985' }));
  expect(taken).toEqual([null, '1985']);
});

test('a summary of errors takes the focus and leads to the field', async () => {
  await renderPart(
    <>
      <FormErrors
        title="Còn 2 chỗ phải sửa"
        attempt={1}
        errors={[
          { field: 'a', message: 'Chưa ghi họ tên' },
          { field: 'b', message: 'Chưa chọn thôn' },
        ]}
      />
      <input id="a" />
      <input id="b" />
    </>,
  );
  expect(document.activeElement?.textContent).toContain('Còn 2 chỗ phải sửa');
  expect(document.title).toMatch(/^Lỗi:/);
  await userEvent.click(screen.getByText('Chưa chọn thôn'));
  expect(document.activeElement?.id).toBe('b');
});
