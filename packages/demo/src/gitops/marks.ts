import { KubernetesObject } from '../kubernetes';
import { Delivery } from './Delivery';

const ARGO_TRACKING = 'argocd.argoproj.io/tracking-id';
const FLUX_NAME = 'kustomize.toolkit.fluxcd.io/name';
const FLUX_NAMESPACE = 'kustomize.toolkit.fluxcd.io/namespace';

/** The marks by which Argo CD (annotation) and Flux (labels) know their own objects again. */
export function withMarks(
  object: KubernetesObject,
  delivery: Delivery,
): KubernetesObject {
  const { metadata } = object;
  const { annotations, labels } = metadata;
  const marked =
    delivery.tool === 'flux'
      ? {
          labels: {
            ...labels,
            [FLUX_NAME]: delivery.name,
            [FLUX_NAMESPACE]: 'flux-system',
          },
        }
      : {
          annotations: {
            ...annotations,
            [ARGO_TRACKING]: trackingId(object, delivery),
          },
        };
  return { ...object, metadata: { ...metadata, ...marked } };
}

/** Whether an object in the cluster bears the marks of a delivery. */
export function hasMarks(
  object: KubernetesObject,
  delivery: Delivery,
): boolean {
  const { annotations = {}, labels = {} } = object.metadata;
  return delivery.tool === 'flux'
    ? labels[FLUX_NAME] === delivery.name
    : annotations[ARGO_TRACKING] === trackingId(object, delivery);
}

/** `<application>:<group>/<kind>:<namespace>/<name>` */
function trackingId(
  { apiVersion = '', kind, metadata }: KubernetesObject,
  { name }: Delivery,
): string {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  const { namespace = '' } = metadata;
  return `${name}:${group}/${kind}:${namespace}/${metadata.name}`;
}
