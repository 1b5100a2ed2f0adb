const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];

/**
 * Writes a size for people, in binary units with at most one decimal: `0 B`, `12.5 GiB`, `2 TiB`.
 *
 * @public
 */
export function formatBytes(bytes: number): string {
  if (!Number.isFinite(bytes)) return 'unknown';
  const sign = bytes < 0 ? '-' : '';
  let amount = Math.abs(bytes);
  let unit = 0;
  // 1023.95 would be written as 1024.
  while (amount >= 1023.95 && unit < units.length - 1) {
    amount /= 1024;
    unit += 1;
  }
  const rounded =
    unit === 0 ? Math.round(amount) : Math.round(amount * 10) / 10;
  return `${rounded === 0 ? '' : sign}${rounded} ${units[unit]}`;
}
