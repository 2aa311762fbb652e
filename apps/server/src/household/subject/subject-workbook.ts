import exceljs from 'exceljs';
import type { SubjectLine } from './subject-text.ts';

const FONT = 'Times New Roman';

/** A person's data on A4, to be handed to the person; every value is text. */
export async function subjectWorkbook(lines: readonly SubjectLine[], fullName: string): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  workbook.creator = 'Bền Vững';
  const sheet = workbook.addWorksheet('Dữ liệu cá nhân', {
    pageSetup: { paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = [{ width: 30 }, { width: 34 }, { width: 60 }];
  const title = sheet.addRow([`Dữ liệu đang giữ về ${fullName}`]);
  title.font = { name: FONT, size: 14, bold: true };
  const head = sheet.addRow(['Phần', 'Nội dung', 'Đang ghi']);
  head.font = { name: FONT, size: 12, bold: true };
  for (const { part, label, value } of lines) {
    const row = sheet.addRow([part, label, value]);
    row.font = { name: FONT, size: 12 };
    row.eachCell((cell) => {
      cell.numFmt = '@';
      cell.alignment = { wrapText: true, vertical: 'top' };
    });
  }
  sheet.pageSetup.printTitlesRow = '2:2';
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
