/** The version in the tag of an image: `7.4.5` of `quay.io/opstree/redis:v7.4.5`; undefined for `latest` or a digest alone. */
export function versionOfImage(image: string | undefined): string | undefined {
  const [untilDigest] = image?.split('@') ?? [''];
  return untilDigest.match(/:v?(\d+(?:\.\d+)*)[^/]*$/)?.[1];
}
