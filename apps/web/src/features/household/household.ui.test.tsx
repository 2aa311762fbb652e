// @vitest-environment jsdom
import { type ReviewOfHousehold, reviewOfHousehold } from '@benvung/contract/household';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { DayField } from '../../platform/day-field.tsx';
import { setCsrfToken } from '../../platform/http.ts';
import { answerWith, fakeNetwork, renderPart } from '../../platform/testing/render-page.tsx';
import { ActForm } from './act-form.tsx';
import { ClassStrip } from './class-strip.tsx';
import { Members } from './members.tsx';
import { ReviewOfYear } from './review-of-year.tsx';

const ID = '0190a0c0-0000-7000-8000-000000000009';
const PERSON = '0190a0c0-0000-7000-8000-000000000010';

const review: ReviewOfHousehold = reviewOfHousehold.parse({
  roundId: ID,
  version: 1,
  roundStatus: 'LOCKED',
  result: null,
  year: 2023,
  standard: 'vn-2022',
  local: false,
  standardHash: 'h',
  class: 'POOR',
  computedClass: 'POOR',
  overrideReason: null,
  state: 'official',
  incomeScore: 125,
  deprivationScore: 30,
  unknownCount: 1,
  areaType: 'rural',
  unverified: [],
  explanation: [
    {
      kind: 'indicator',
      indicator: '09',
      state: 'deprived',
      text: 'Thiếu nguồn nước hợp vệ sinh.',
      answers: ['water'],
      source: 'TT 07/2021',
    },
    {
      kind: 'indicator',
      indicator: '07',
      state: 'notDeprived',
      text: 'Nhà đủ bền.',
      answers: ['wall', 'roof'],
      source: 'TT 07/2021',
    },
    { kind: 'sum', indicator: null, state: null, text: 'Điểm B 30.', answers: [], source: '' },
  ],
  place: { on: '2023-12-14', designations: [] },
  whatWouldChange: ['Nếu có nước sạch: thành hộ cận nghèo.'],
  answers: [
    {
      section: 'Nhà, nước',
      items: [
        { key: 'water', label: 'Nguồn nước', value: 'sông, suối', closed: false },
        { key: 'wall', label: 'Tường', value: 'bền', closed: false },
        { key: 'roof', label: 'Mái', value: null, closed: false },
        { key: 'illness', label: 'Bệnh nặng', value: null, closed: true },
      ],
    },
  ],
});

const renderClass = (householdClass: string | null) => <span>{householdClass}</span>;

// jsdom draws no dialog; opening one is all the page asks of it.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('why a household has its class', () => {
  test('a line of the reason shows the answers it rests on, and only those', async () => {
    await renderPart(<ReviewOfYear review={review} renderClass={renderClass} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: /Nhà đủ bền/ }));
    const pressed = screen
      .getAllByRole('button', { pressed: true })
      .map((button) => button.textContent?.replace(/^.*: /, '').slice(0, 11));
    expect(pressed).toContain('Tường');
    expect(pressed).toContain('Mái');
    expect(pressed).not.toContain('Nguồn nước');
    expect(screen.getByText('dựa vào: Tường, Mái')).toBeTruthy();
  });

  test('an answer shows the lines that rest on it, and back again', async () => {
    await renderPart(<ReviewOfYear review={review} renderClass={renderClass} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Nguồn nước' }));
    const line = screen.getByRole('button', { name: /Thiếu nguồn nước/ });
    expect(line.getAttribute('aria-pressed')).toBe('true');
    await user.click(screen.getByRole('button', { name: 'Nguồn nước' }));
    expect(line.getAttribute('aria-pressed')).toBe('false');
  });

  test('unknown, closed and known answers look different, in words', async () => {
    await renderPart(<ReviewOfYear review={review} renderClass={renderClass} />);
    expect(screen.getByText('sông, suối')).toBeTruthy();
    expect(screen.getByText('? chưa biết')).toBeTruthy();
    expect(screen.getByText('kín ••••')).toBeTruthy();
    expect(screen.getByText('Nếu có nước sạch: thành hộ cận nghèo.')).toBeTruthy();
  });
});

const member = {
  personId: PERSON,
  fullName: 'Hồ Văn Lanh',
  relation: 'head',
  sex: 'male' as const,
  birthYear: 1979,
  educationFinished: null,
  attending: 'no',
  labourStatus: 'farmWork',
  closed: ['identityNumber' as const, 'ethnicity' as const],
  left: null,
};

describe('closed fields', () => {
  test('show that they hold something, and nothing of it, and nothing is asked of the server', async () => {
    const network = fakeNetwork({});
    vi.stubGlobal('fetch', network.fetch);
    await renderPart(<Members householdId={ID} members={[member]} />);
    const row = screen.getByRole('row', { name: /Hồ Văn Lanh/ });
    expect(within(row).getAllByText('••••').length).toBe(2);
    expect(within(row).getByText('chủ hộ')).toBeTruthy();
    expect(network.asked).toEqual([]);
  });

  test('open for a reason, which travels with the token; without a reason nothing is sent', async () => {
    const path = `/api/households/${ID}/disclosures`;
    const network = fakeNetwork({
      [`POST ${path}`]: () =>
        answerWith({
          members: [
            {
              personId: PERSON,
              values: { identityNumber: '046079001234', ethnicity: 'Tà Ôi' },
              facts: { identityNumber: '046079001234', ethnicity: '31' },
            },
          ],
        }),
    });
    vi.stubGlobal('fetch', network.fetch);
    setCsrfToken('token-7');
    await renderPart(<Members householdId={ID} members={[member]} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Xem, ghi lý do' }));
    await user.click(screen.getByRole('button', { name: 'Xem 2 trường kín' }));
    expect(screen.getByText('Chưa ghi lý do, ít nhất 3 chữ.')).toBeTruthy();
    expect(network.asked).toEqual([]);
    await user.type(screen.getByLabelText('Lý do xem'), 'Đối chiếu thẻ bảo hiểm');
    await user.click(screen.getByRole('button', { name: 'Xem 2 trường kín' }));
    await waitFor(() => expect(screen.getByText('046079001234')).toBeTruthy());
    expect(network.asked[0]?.body).toEqual({
      reason: 'Đối chiếu thẻ bảo hiểm',
      fields: ['identityNumber', 'ethnicity'],
    });
    expect(network.asked[0]?.headers.get('x-csrf-token')).toBe('token-7');
    await user.click(screen.getByRole('button', { name: 'Che lại' }));
    expect(screen.queryByText('046079001234')).toBeNull();
  });
});

test('the strip of classes runs from the first year, and names the standard where it changes', async () => {
  const year = (at: number, standard: string) => ({
    year: at,
    standard,
    local: false,
    class: 'POOR' as const,
    state: 'official' as const,
    gone: null,
    movement: null,
    decision: null,
    unverified: [],
  });
  const onYear = vi.fn();
  await renderPart(
    <ClassStrip
      classes={[year(2023, 'vn-2022'), year(2021, 'vn-2016'), year(2022, 'vn-2022')]}
      shown={{ year: 2023, standard: undefined }}
      onShow={onYear}
      renderClass={renderClass}
    />,
  );
  const years = screen.getAllByRole('button').map((button) => button.textContent?.slice(0, 4));
  expect(years).toEqual(['2021', '2022', '2023']);
  expect(screen.getByText('từ 2021: chuẩn vn-2016')).toBeTruthy();
  expect(screen.getByText('từ 2022: chuẩn vn-2022')).toBeTruthy();
  expect(screen.queryByText(/từ 2023/)).toBeNull();
  await userEvent.setup().click(screen.getByRole('button', { name: /2022/ }));
  expect(onYear).toHaveBeenCalledWith({ year: 2022, standard: undefined });
});

test('an act is not sent while a day that does not exist stands in its form', async () => {
  // jsdom has no screen to scroll
  Element.prototype.scrollIntoView = () => undefined;
  const sent = vi.fn();
  const kept = vi.fn();
  await renderPart(
    <ActForm
      title="Thêm thành viên"
      button="Thêm người này"
      errors={[]}
      attempt={0}
      pending={false}
      problem={null}
      onSubmit={sent}
      onClose={() => undefined}
    >
      <DayField label="Ngày sinh" value={null} yearAlone today="2026-10-05" onChange={kept} />
    </ActForm>,
  );
  const user = userEvent.setup();
  const field = screen.getByLabelText('Ngày sinh');
  await user.type(field, '30/02/1985{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.getByText(/“30\/02\/1985” không phải một ngày có thật/)).toBeTruthy());
  expect(document.activeElement).toBe(field);
  expect(sent).not.toHaveBeenCalled();
  await user.clear(field);
  await user.type(field, '1985{Control>}{Enter}{/Control}');
  await waitFor(() => expect(sent).toHaveBeenCalledOnce());
  expect(kept).toHaveBeenLastCalledWith('1985');
});
