import { FactReader } from '../../engine';
import { versionOfImage } from '../servers/versionOfImage';

/** The version of MariaDB: from the tag of the image where it has one, else what the operator takes where none is asked for. */
export function versionOf(mariadb: FactReader): string | undefined {
  return (
    versionOfImage(mariadb.string('spec', 'image')?.value) ??
    mariadb.string('status', 'defaultVersion')?.value
  );
}
