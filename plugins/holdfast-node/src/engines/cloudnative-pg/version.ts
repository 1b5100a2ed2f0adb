import { FactReader } from '../../engine';

/**
 * The version of PostgreSQL: from the tag of the image where the tag has one, else the major version that the data directory has.
 */
export function versionOf(cluster: FactReader): string | undefined {
  const image =
    cluster.string('status', 'image') ?? cluster.string('spec', 'imageName');
  const [untilDigest] = image?.value.split('@') ?? [''];
  const tag = untilDigest.match(/:(\d+(?:\.\d+)*)[^/]*$/)?.[1];
  const major =
    cluster.number('status', 'pgDataImageInfo', 'majorVersion') ??
    cluster.number('spec', 'imageCatalogRef', 'major');
  return tag ?? (major && String(major.value));
}
