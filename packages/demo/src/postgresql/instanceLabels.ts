import { OPERATOR_VERSION } from './names';
import { SimulatedDatabase } from './SimulatedDatabase';
import { SimulatedInstance } from './SimulatedInstance';

/** The labels that the operator puts on the pod and on the claim of an instance. */
export function instanceLabels(
  database: SimulatedDatabase,
  instance: SimulatedInstance,
): Record<string, string> {
  const role = instance.name === database.primary ? 'primary' : 'replica';
  return {
    'app.kubernetes.io/component': 'database',
    'app.kubernetes.io/managed-by': 'cloudnative-pg',
    'app.kubernetes.io/name': 'postgresql',
    'cnpg.io/cluster': database.name,
    'cnpg.io/instanceName': instance.name,
    'cnpg.io/instanceRole': role,
    role,
  };
}

/** The annotations that the operator puts on both. */
export function instanceAnnotations({
  serial,
}: SimulatedInstance): Record<string, string> {
  return {
    'cnpg.io/nodeSerial': String(serial),
    'cnpg.io/operatorVersion': OPERATOR_VERSION,
  };
}
