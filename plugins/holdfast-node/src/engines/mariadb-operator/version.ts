import { FactReader } from '../../engine';

/** The version of MariaDB: from the tag of the image where it has one, else what the operator takes where none is asked for. */
export function versionOf(mariadb: FactReader): string | undefined {
  const [untilDigest] = mariadb.string('spec', 'image')?.value.split('@') ?? [
    '',
  ];
  return (
    untilDigest.match(/:(\d+(?:\.\d+)*)[^/]*$/)?.[1] ??
    mariadb.string('status', 'defaultVersion')?.value
  );
}
