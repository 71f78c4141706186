export interface Column<Item> {
  readonly title: string;
  readonly cell: (item: Item) => string;
  readonly align?: 'right';
}

/** Lines up columns for a reader; two spaces between them, no ruling, nothing that a screen reader would spell out. */
export function textTable<Item>(items: readonly Item[], columns: readonly Column<Item>[]): string {
  const rows = [
    columns.map(({ title }) => title),
    ...items.map((item) => columns.map(({ cell }) => cell(item))),
  ];
  const widths = columns.map((_, index) => Math.max(...rows.map((row) => [...(row[index] ?? '')].length)));
  return rows
    .map((row) =>
      row
        .map((text, index) => {
          const padding = ' '.repeat((widths[index] ?? 0) - [...text].length);
          return columns[index]?.align === 'right' ? padding + text : text + padding;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** "1 person", "3 people" */
export const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
