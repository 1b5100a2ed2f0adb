import { problemWith } from '../provisioning/postgresql/problemsWith';
import { readCnpgDrillReport } from './readCnpgDrillReport';
import { readHoldfastReport } from './readHoldfastReport';
import { ReadReport, ReportContext } from './ReportContext';
import { readRestoreDrillReport } from './readRestoreDrillReport';
import { LARGEST_REPORT_BYTES } from './RestoreReport';

/**
 * Who wrote a report.
 *
 * @public
 */
export type ReportFormat = 'holdfast' | 'cnpg-drill' | 'restore-drill';

const readers: Record<
  ReportFormat,
  (value: unknown, context: ReportContext) => ReadReport
> = {
  holdfast: readHoldfastReport,
  'cnpg-drill': readCnpgDrillReport,
  'restore-drill': readRestoreDrillReport,
};

/** The reports of other tools are theirs to bound; nobody sends more than this in earnest. */
const largestForeignBytes = 256 * 1024;

/**
 * Reads a report as it lies in a file, a ConfigMap or a termination message, in whichever of the known formats it is.
 *
 * @public
 */
export function readReport(
  text: string,
  context: ReportContext = {},
): ReadReport {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > largestForeignBytes) return tooLarge(bytes, largestForeignBytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return {
      problems: [
        problemWith(
          'report',
          text.slice(0, 80),
          bytes >= LARGEST_REPORT_BYTES
            ? `is no JSON. A termination message ends after ${LARGEST_REPORT_BYTES} bytes: write less, or use a ConfigMap`
            : 'is no JSON',
        ),
      ],
    };
  }
  return readReportAs(reportFormatOf(value), value, context);
}

/**
 * Reads a report whose format is known. One in Holdfast's own format has at most 4 KiB.
 *
 * @public
 */
export function readReportAs(
  format: ReportFormat,
  value: unknown,
  context: ReportContext = {},
): ReadReport {
  if (format === 'holdfast') {
    const { length } = new TextEncoder().encode(JSON.stringify(value) ?? '');
    if (length > LARGEST_REPORT_BYTES) {
      return tooLarge(length, LARGEST_REPORT_BYTES);
    }
  }
  return readers[format](value, context);
}

/**
 * Tells by its outermost fields who wrote a report; Holdfast's own format when nothing speaks for another.
 *
 * @public
 */
export function reportFormatOf(value: unknown): ReportFormat {
  if (Array.isArray(value)) return 'restore-drill';
  if (typeof value !== 'object' || value === null) return 'holdfast';
  if ('results' in value) return 'restore-drill';
  return 'source' in value && 'status' in value ? 'cnpg-drill' : 'holdfast';
}

function tooLarge(bytes: number, most: number): ReadReport {
  return {
    problems: [
      {
        field: 'report',
        message: `has ${bytes} bytes; it may have ${most}`,
      },
    ],
  };
}
