import { JsonPath, KubernetesObject } from '../engine';

/**
 * Where an object stands in the input.
 *
 * @public
 */
export interface ObjectPlace {
  file: string;
  /** The line of one of its fields, or of the nearest one around it that is there; counted from 1. Without steps, where it begins. */
  lineOf(path: JsonPath): number;
}

/**
 * An object of a kind that an engine reads, with its place.
 *
 * @public
 */
export interface PlacedObject {
  object: KubernetesObject;
  /** Kind with its group. */
  kind: string;
  place: ObjectPlace;
}

/**
 * An entity of the software catalog, as far as judgement asks for it.
 *
 * @public
 */
export interface CatalogEntity {
  kind: string;
  /** With its namespace, `resource:default/orders`. */
  ref: string;
  annotations: Record<string, string>;
  owner?: string;
  system?: string;
}
