/** One line of the report: what was measured, the product's figure, the floor's in the same run, and their ratio. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** A bare version of the same thing, measured in the same run. */
  readonly floor?: number;
  /** What it must not go beyond, where there is a target. */
  readonly target?: string;
}

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

const rounded = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** A table for people; `bench/latest.json` holds the same for machines. */
export function reportText(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    `${rounded(figure.value)} ${figure.unit}`,
    figure.floor === undefined ? '' : `${rounded(figure.floor)} ${figure.unit}`,
    figure.floor === undefined ? '' : `${(figure.value / figure.floor).toFixed(2)} ×`,
    figure.target ?? '',
  ]);
  const all = [['measured', 'here', 'bare floor', 'ratio', 'target'], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
