/** One column of a table: its heading, and what it shows of a row. */
export interface Column<Row> {
  heading: string;
  /** Numbers stand at the right with three significant digits; nothing is shown as a dash. */
  value(row: Row): string | number | undefined;
}

/** Lays rows out as a Markdown table, so that what a terminal shows can stand in a document as it is. */
export function formatTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): string {
  const cells = rows.map(row =>
    columns.map(({ value }) => formatCell(value(row))),
  );
  const isNumeric = columns.map(({ value }) =>
    rows.some(row => typeof value(row) === 'number'),
  );
  const widths = columns.map(({ heading }, index) =>
    Math.max(3, heading.length, ...cells.map(line => line[index].length)),
  );
  const pad = (text: string, index: number) =>
    isNumeric[index]
      ? text.padStart(widths[index])
      : text.padEnd(widths[index]);
  const rule = widths.map((width, index) =>
    isNumeric[index] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  return [columns.map(({ heading }) => heading), rule, ...cells]
    .map(line => `| ${line.map(pad).join(' | ')} |`)
    .join('\n');
}

function formatCell(value: string | number | undefined): string {
  if (value === undefined) return '-';
  return typeof value === 'number' ? formatNumber(value) : value;
}

/** Three significant digits, and all digits before the point. */
export function formatNumber(value: number): string {
  const digits = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value))) + 1;
  return value.toLocaleString('en-US', {
    minimumFractionDigits: 0,
    maximumFractionDigits: Math.min(Math.max(3 - digits, 0), 6),
  });
}
