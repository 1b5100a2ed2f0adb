import { Decimal } from '../money/Decimal';
import { daysPerMonth } from '../price-book/PriceUnit';
import { gibibytes } from '../pricing/gibibytes';
import { BackupPlan } from '../pricing/storedBackups';
import { Assumptions } from './assumptions';
import { ArrangedBackups, DatabaseArrangement } from './DatabaseArrangement';

/** What a database would hold and write, by the assumptions of an estimate. */
export class EstimatedWorkload {
  readonly #arrangement: DatabaseArrangement;
  readonly #assumptions: Assumptions;

  constructor(arrangement: DatabaseArrangement, assumptions: Assumptions) {
    this.#arrangement = arrangement;
    this.#assumptions = assumptions;
  }

  get databaseBytes(): number {
    const { sizeBytes } = this.#arrangement.dataVolume;
    const fill = this.#assumptions.get('databaseFill');
    return wholeBytes(Decimal.parse(sizeBytes).times(fill));
  }

  get dailyChange(): string {
    return this.#assumptions.get('dailyChange').toString();
  }

  get walBytesPerDay(): number {
    const share = this.#assumptions.get('dailyWal');
    return wholeBytes(Decimal.parse(this.databaseBytes).times(share));
  }

  get walGiBPerMonth(): Decimal {
    return gibibytes(this.walBytesPerDay).times(daysPerMonth);
  }

  get restoresPerMonth(): string {
    const interval = this.#assumptions.get('restoreInterval');
    return daysPerMonth.dividedBy(interval).toString();
  }

  planOf(backups: ArrangedBackups): BackupPlan {
    const assumed = this.#assumptions;
    return {
      databaseBytes: this.databaseBytes,
      compression: assumed.get('backupCompression').toString(),
      walBytesPerDay: this.walBytesPerDay,
      walCompression: assumed.get('walCompression').toString(),
      retentionSeconds: backups.retentionSeconds,
      intervalSeconds: backups.intervalSeconds,
      incrementalDailyChange: backups.incremental
        ? this.dailyChange
        : undefined,
      archiveTimeoutSeconds: Number(assumed.get('archiveTimeout').toString()),
      uploadPartBytes: Number(assumed.get('uploadPart').toString()),
    };
  }
}

function wholeBytes(bytes: Decimal): number {
  return Number(bytes.rounded(0).toString());
}
