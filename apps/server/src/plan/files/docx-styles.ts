import { walkXml } from './xml-events.ts';

/** What a style or a run says of its letters; `undefined` = it says nothing, the style below decides. */
export interface Lettering {
  font?: string;
  points?: number;
  bold?: boolean;
  italic?: boolean;
}

export interface ParagraphStyle extends Lettering {
  basedOn?: string;
  listId?: string;
  listLevel?: number;
  centred?: boolean;
}

export interface Styles {
  /** All that a paragraph style says, with the styles it is based on and the defaults of the document. */
  resolve(id: string | undefined): ParagraphStyle;
}

const MOST_STEPS = 20;

/** Notes down a property of letters; returns whether it was one. */
export function takeLettering(
  into: Lettering,
  name: string,
  attribute: (name: string) => string | undefined,
): boolean {
  const value = attribute('val');
  if (name === 'rFonts') into.font = attribute('ascii') ?? attribute('hAnsi') ?? into.font;
  else if (name === 'sz' && value !== undefined) into.points = Number(value) / 2;
  else if (name === 'b') into.bold = isOn(value);
  else if (name === 'i') into.italic = isOn(value);
  else return false;
  return true;
}

export const isOn = (value: string | undefined): boolean =>
  value !== '0' && value !== 'false' && value !== 'none';

export function readStyles(xml: string | undefined): Styles {
  const styles = new Map<string, ParagraphStyle>();
  const defaults: ParagraphStyle = {};
  let normal: string | undefined;
  if (xml !== undefined) {
    let current: ParagraphStyle | undefined;
    walkXml(xml, {
      open(name, attribute) {
        if (name === 'docDefaults') current = defaults;
        else if (name === 'style') {
          current = {};
          const id = attribute('styleId') ?? '';
          styles.set(id, current);
          if (attribute('type') === 'paragraph' && attribute('default') === '1') normal = id;
        } else if (current !== undefined) takeStyle(current, name, attribute);
      },
      close(name) {
        if (name === 'docDefaults' || name === 'style') current = undefined;
      },
      text: () => undefined,
    });
  }
  return { resolve: (id) => resolve(styles, defaults, id ?? normal) };
}

function takeStyle(
  style: ParagraphStyle,
  name: string,
  attribute: (name: string) => string | undefined,
): void {
  if (takeLettering(style, name, attribute)) return;
  const value = attribute('val');
  if (name === 'basedOn') style.basedOn = value;
  else if (name === 'numId') style.listId = value;
  else if (name === 'ilvl') style.listLevel = Number(value);
  else if (name === 'jc') style.centred = value === 'center';
}

function resolve(
  styles: ReadonlyMap<string, ParagraphStyle>,
  defaults: ParagraphStyle,
  id: string | undefined,
): ParagraphStyle {
  const chain: ParagraphStyle[] = [];
  let next = id;
  for (let step = 0; next !== undefined && step < MOST_STEPS; step++) {
    const style = styles.get(next);
    if (style === undefined) break;
    chain.unshift(style);
    next = style.basedOn;
  }
  return Object.assign({}, defaults, ...chain);
}
