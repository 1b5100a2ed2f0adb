import { describeMariaDb } from './__testUtils__/describe';
import { altered, mariadb } from './__testUtils__/objects';

// IsTLSEnabled and IsTLSRequired in api/v1alpha1/mariadb_types.go of mariadb-operator; "TLS enabled by default" in docs/tls.md, by filling it in.
it.each([
  [{ enabled: false }, false],
  [{ enabled: false, required: true }, false],
  [{ enabled: true, required: true }, true],
  [{ enabled: true }, undefined],
  [undefined, undefined],
])('with %j connections are encrypted: %s', (tls, encrypted) => {
  const { encryptedInTransit } = describeMariaDb([
    altered(mariadb(), { spec: { tls } }),
  ]);
  expect(encryptedInTransit?.value).toBe(encrypted);
});
