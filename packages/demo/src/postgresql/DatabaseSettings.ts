import { DatabaseTraits } from './DatabaseTraits';
import { SimulatedStore } from './SimulatedStore';
import { storageClasses } from './storageClasses';

/**
 * What a database is set to be: its traits, with what is usual where they say nothing.
 *
 * @public
 */
export abstract class DatabaseSettings {
  abstract get traits(): DatabaseTraits;

  abstract get store(): SimulatedStore;

  get name(): string {
    return this.traits.name;
  }

  get namespace(): string {
    return this.traits.namespace;
  }

  get image(): string {
    const { image, postgresql = '17.5' } = this.traits;
    return image ?? `ghcr.io/cloudnative-pg/postgresql:${postgresql}`;
  }

  get majorVersion(): number {
    return Number.parseInt(this.traits.postgresql ?? '17', 10);
  }

  get volumeGiB(): number {
    return this.traits.volumeGiB ?? 40;
  }

  get resources(): Record<string, unknown> {
    return (
      this.traits.resources ?? {
        limits: { memory: '4Gi' },
        requests: { cpu: '1', memory: '4Gi' },
      }
    );
  }

  get storageClass(): string {
    return this.traits.storageClass ?? 'ssd';
  }

  get retentionDays(): number {
    return Number.parseInt(this.traits.retention ?? '30', 10);
  }

  get serverName(): string {
    return this.traits.serverName ?? this.name;
  }

  get usesPlugin(): boolean {
    const { archiver = 'plugin' } = this.traits;
    return archiver === 'plugin' || archiver === 'skipped';
  }

  get objectStoreName(): string {
    return this.traits.objectStore ?? this.name;
  }

  /** Whether its volumes were made; of an unknown storage class none ever is. */
  get hasVolumes(): boolean {
    return storageClasses.includes(this.storageClass);
  }

  get destinationPath(): string {
    const { destinationPath } = this.traits;
    if (destinationPath !== undefined) return destinationPath;
    return `s3://${this.store.bucket}/${this.namespace}/`;
  }
}
