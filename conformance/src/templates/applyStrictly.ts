import { execFile } from 'node:child_process';

/**
 * Offers manifests to a real API server as `kubectl apply` would, without keeping them: unknown and duplicate fields, wrong types and what the
 * definitions' own rules refuse are errors.
 *
 * @returns what kubectl complained about; empty if it accepted everything
 */
export function applyStrictly(options: {
  kubectl: string;
  kubeconfig: string;
  manifests: string;
}): Promise<string> {
  const { kubectl, kubeconfig, manifests } = options;
  return new Promise(resolve => {
    const child = execFile(
      kubectl,
      [
        '--kubeconfig',
        kubeconfig,
        'apply',
        '--server-side',
        '--validate=strict',
        '--dry-run=server',
        '--filename=-',
      ],
      { maxBuffer: 16 << 20, timeout: 120_000 },
      (error, _stdout, stderr) => resolve(error ? stderr || error.message : ''),
    );
    child.stdin?.end(manifests);
  });
}
