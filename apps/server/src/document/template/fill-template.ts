import { TemplateHandler } from 'easy-template-x';
import { fixPackage } from '../render/fix-package.ts';
import { annexSections } from './annex-sections.ts';
import { honestPackage } from './honest-package.ts';
import { type Filling, templateData } from './template-data.ts';

/** A unit's own Word template filled; the same template and data give the same bytes. */
export async function fillTemplate(
  template: Buffer,
  filling: Filling,
  createdAt: string,
): Promise<Uint8Array> {
  const handler = new TemplateHandler();
  const filled = await handler.process(honestPackage(template).bytes, await templateData(filling));
  return fixPackage(new Uint8Array(filled), createdAt, { 'word/document.xml': annexSections });
}
