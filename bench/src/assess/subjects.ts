import {
  assess,
  Database,
  Objective,
  resolveObjective,
  Rule,
} from '@holdfast/plugin-holdfast-common';
import { AssemblyInput, Engines } from '@holdfast/plugin-holdfast-node';
import { Subject } from '../measure';
import { WatchedObject } from './describeFleet';

/** A database as it lies in a table, and what it has to attain. */
export interface Case {
  json: string;
  objective: Objective;
}

/** Takes the objective from what the database says itself. */
export function caseOf(database: Database): Case {
  const { id, annotations } = database;
  return {
    json: JSON.stringify(database),
    objective: resolveObjective({ entity: [{ reference: id, annotations }] }),
  };
}

/** Judges the databases one after the other, each read from its JSON just before, as it is when it comes from a table. */
export function assessing(options: {
  cases: readonly Case[];
  now: Date;
  /** Default: all of them. */
  rules?: readonly Rule[];
}): Subject {
  const { cases, now, rules } = options;
  return {
    name: rules?.length === 0 ? 'assess without rules' : 'assess',
    prepare: index => {
      const { json, objective } = cases[index % cases.length];
      const database: Database = JSON.parse(json);
      return () => assess({ database, objective, now, rules });
    },
  };
}

/** The floor: to read the same databases from their JSON and to copy them once. */
export function readingAndCopying(cases: readonly Case[]): Subject {
  return {
    name: 'JSON.parse + structuredClone',
    calls: fewCalls(cases),
    prepare: index => {
      const { json } = cases[index % cases.length];
      return () => structuredClone(JSON.parse(json));
    },
  };
}

/** Describes the databases from their facts. */
export function assembling(
  engines: Engines,
  inputs: readonly AssemblyInput[],
): Subject {
  return {
    name: 'assemble',
    calls: fewCalls(inputs),
    prepare: index => {
      const input = inputs[index % inputs.length];
      return () => engines.assemble(input);
    },
  };
}

/** Takes from objects what is kept of them. */
export function projecting(
  engines: Engines,
  objects: readonly WatchedObject[],
): Subject {
  return {
    name: 'project',
    prepare: index => {
      const { resource, object } = objects[index % objects.length];
      return () => engines.project(resource, object);
    },
  };
}

/** The floor of a projection: to read the same objects from their JSON. */
export function readingObjects(objects: readonly WatchedObject[]): Subject {
  const texts = objects.map(({ object }) => JSON.stringify(object));
  return {
    name: 'JSON.parse',
    prepare: index => {
      const text = texts[index % texts.length];
      return () => JSON.parse(text);
    },
  };
}

/** What takes a millisecond need not be done thousands of times to be known; but each one several times. */
function fewCalls(of: readonly unknown[]): number {
  return Math.max(50, 4 * of.length);
}
