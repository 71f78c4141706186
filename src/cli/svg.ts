type Attributes = Readonly<Record<string, string | number>>;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as XML takes it: mark-up is spelt out, and characters that XML does not know are left out. */
export const xmlText = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, '')
    .replace(/[&<>"]/g, (found) => entities[found] ?? found);

const rounded = (value: string | number) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value);

/** One element; its children are markup already. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${xmlText(String(rounded(value)))}"`)
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

/** A line of words. */
export const words = (text: string, attributes: Attributes) => element('text', attributes, xmlText(text));
