/** Finds the elements of a card, however deep. */
export type Element = Record<string, unknown>;

export function elementsOf(value: unknown): readonly Element[] {
  if (Array.isArray(value)) return value.flatMap(elementsOf);
  if (typeof value !== 'object' || value === null) return [];
  const element = value as Element;
  return [element, ...Object.values(element).flatMap(elementsOf)];
}

export function elementsOfType(card: unknown, type: string | RegExp): readonly Element[] {
  const fits = (name: unknown) =>
    typeof name === 'string' && (typeof type === 'string' ? name === type : type.test(name));
  return elementsOf(card).filter((element) => fits(element.type));
}
