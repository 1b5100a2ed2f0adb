import { Evidence } from '@holdfast/plugin-holdfast-common';
import { quoted } from '../shell/quoted';

// What kubectl's JSONPath and a path in the API conventions have in common: `.a.b`, `[0]`, `[?(@.type=="Ready")]`.
const jsonPath =
  /^(\.[A-Za-z](?:[\w/-]|\\\.)*|\[\d+\]|\[\?\(@\.\w+=="[^'"]*"\)\])+$/;

/**
 * A command that looks the evidence up. Undefined for what no object's field says, such as a metric.
 *
 * @remarks
 *
 * kubectl takes a kind with its group, in any case, where it takes a resource. A field that it could not address is left to the reader,
 * in the whole object.
 */
export function kubectlCommand(evidence: Evidence): string | undefined {
  const { object, field } = evidence;
  if (!field.startsWith('.')) return undefined;
  const path = inJsonPath(field);
  const words = [
    'kubectl',
    `--context=${object.cluster}`,
    ...(object.namespace ? [`--namespace=${object.namespace}`] : []),
    'get',
    `${object.kind}/${object.name}`,
    '--output',
    jsonPath.test(path) ? `jsonpath={${path}}` : 'yaml',
  ];
  return words.map(quoted).join(' ');
}

/** Writes a key with dots as kubectl takes it: `['cnpg.io/x']` is `.cnpg\.io/x` there. */
function inJsonPath(field: string): string {
  return field.replace(
    /\['([^']+)'\]/g,
    (_, key: string) => `.${key.replaceAll('.', '\\.')}`,
  );
}
