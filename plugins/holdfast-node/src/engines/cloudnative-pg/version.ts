import { FactReader } from '../../engine';
import { versionOfImage } from '../servers/versionOfImage';

/**
 * The version of PostgreSQL: from the tag of the image where the tag has one, else the major version that the data directory has.
 */
export function versionOf(cluster: FactReader): string | undefined {
  const image =
    cluster.string('status', 'image') ?? cluster.string('spec', 'imageName');
  const major =
    cluster.number('status', 'pgDataImageInfo', 'majorVersion') ??
    cluster.number('spec', 'imageCatalogRef', 'major');
  return versionOfImage(image?.value) ?? (major && String(major.value));
}
