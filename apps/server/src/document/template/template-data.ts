import type { DocumentDataByKind, DocumentKind } from '@benvung/domain/document/document-data';
import type { DocumentFrame } from '@benvung/domain/document/document-frame';
import type { OfficialDocument } from '@benvung/domain/document/official-document';
import { templateFields } from '@benvung/domain/document/template-fields';
import type { TemplateData } from 'easy-template-x';
import { annexesXml, bodyXml } from '../render/body-xml.ts';
import { qrAsPng } from '../render/qr-png.ts';

export interface Filling {
  readonly kind: DocumentKind;
  readonly data: DocumentDataByKind[DocumentKind];
  readonly document: OfficialDocument;
  readonly frame: DocumentFrame;
}

const QR_PIXELS = 94;

/** What a Word template is filled with: the fields of the kind, and what is drawn in their midst. */
export async function templateData({ kind, data, document, frame }: Filling): Promise<TemplateData> {
  const qr = [...document.content, ...document.besideSignature].find((block) => block.kind === 'qr');
  return {
    ...(templateFields(kind, data as never, { document, frame }) as TemplateData),
    noi_dung: {
      _type: 'rawXml',
      xml: await bodyXml(document.content, document.bodySize),
      replaceParagraph: true,
    },
    phu_luc: {
      _type: 'rawXml',
      xml: await annexesXml(document.annexes, document.bodySize),
      replaceParagraph: true,
    },
    ma_qr:
      qr?.kind === 'qr'
        ? {
            _type: 'image',
            source: Buffer.from(qrAsPng(qr.text)),
            format: 'image/png',
            width: QR_PIXELS,
            height: QR_PIXELS,
            altText: 'Mã QR xác minh',
          }
        : '',
  } as TemplateData;
}
