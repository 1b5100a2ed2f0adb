import { JsonObject, JsonValue } from '@backstage/types';
import { listAt, objectAt, stringAt } from '../../engine';

/**
 * Whether labels match a selector as Kubernetes reads it (apimachinery `LabelSelectorAsSelector`). An operator that it does not know matches
 * nothing: Velero refuses the whole order then.
 */
export function matchesSelector(
  selector: JsonValue,
  labels: JsonObject,
): boolean {
  return (
    Object.entries(objectAt(selector, 'matchLabels')).every(
      ([name, value]) => stringAt(labels, name) === String(value),
    ) &&
    listAt(selector, 'matchExpressions').every(expression =>
      matchesExpression(expression, labels),
    )
  );
}

function matchesExpression(expression: JsonValue, labels: JsonObject): boolean {
  const key = stringAt(expression, 'key') ?? '';
  const values = listAt(expression, 'values');
  const has = Object.hasOwn(labels, key);
  switch (stringAt(expression, 'operator')) {
    case 'In':
      return has && values.includes(labels[key] ?? null);
    case 'NotIn':
      return !has || !values.includes(labels[key] ?? null);
    case 'Exists':
      return has;
    case 'DoesNotExist':
      return !has;
    default:
      return false;
  }
}
