import { expect, test } from 'vitest';
import { composeDutyList } from './compose-duties.ts';
import { wholePlan } from './plan.test-support.ts';

test.each([
  ['Sở Y tế', 'Nhiệm vụ của Sở Y tế'],
  ['Ủy ban nhân dân xã Hồng Hạ', 'Nhiệm vụ của Ủy ban nhân dân xã Hồng Hạ'],
  ['Công chức Văn hóa - Xã hội', 'Nhiệm vụ của công chức Văn hóa - Xã hội'],
  ['Các thôn', 'Nhiệm vụ của các thôn'],
])('bodies keep their capital inside a sentence, posts and groups do not: %s', (owner, words) => {
  const paper = { bodyName: 'Ủy ban nhân dân xã', reference: null, issuedOn: null, owner };
  expect(composeDutyList(wholePlan, paper).subject.startsWith(`${words} `)).toBe(true);
});
