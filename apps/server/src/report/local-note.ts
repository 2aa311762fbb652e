import type { OfficialTable } from '@benvung/contract/report';

/** Said on every file of a table where two standards are at work: which one it is, and whose money follows it. */
export function localNote({ standard, standards = [] }: OfficialTable): string[] {
  if (standards.length < 2) return [];
  const shown = standards.find(({ id }) => id === standard);
  const others = standards.filter(({ id }) => id !== standard).map(({ id }) => id);
  const money = shown?.local ? 'ngân sách địa phương theo loại này' : 'ngân sách trung ương theo loại này';
  return [
    `Theo chuẩn ${shown?.local ? 'địa phương' : 'quốc gia'} ${standard}: ${money}; còn có biểu theo ${others.join(', ')}.`,
  ];
}
