import { resourceTypes } from '../../kubernetes';
import { ClusterName } from '../../postgresql/DatabaseTraits';
import { MetricSeries } from '../../postgresql/metrics';
import { compactTime } from '../../postgresql/names';
import {
  cronJobObjects,
  historyFrom,
  jobName,
  JobRun,
  jobRuns,
  keptRuns,
} from '../kubernetes/job';
import { podObject } from '../kubernetes/pod';
import { SimulatedWorkload, TypedObject } from '../SimulatedWorkload';
import { Site, Surroundings } from '../Site';
import { drillReport } from './drillReport';
import { DrillTraits } from './DrillTraits';

/** How many runs are looked back on. */
const RUNS = 16;

/** Checks come after the restore. */
const CHECK_SECONDS = 30;

const IMAGE = 'ghcr.io/shop-example/restore-drill:2.3';

/** How many reports are kept in ConfigMaps. */
const KEPT_REPORTS = 4;

const history = { succeeded: 3, failed: 1 };

/**
 * A drill: a CronJob with its jobs, and what each of them has to report.
 */
export class DrillWorkload implements SimulatedWorkload {
  readonly cluster: ClusterName;
  readonly #traits: DrillTraits;
  readonly #site: Site;

  constructor(traits: DrillTraits, around: Surroundings) {
    this.cluster = traits.cluster;
    this.#traits = traits;
    this.#site = new Site(traits, around);
  }

  objectsAt(now: Date): readonly TypedObject[] {
    const { rhythm } = this.#traits;
    const runs = this.#runsAt(now);
    const annotations = { 'holdfast.io/database': this.#traits.database };
    return [
      ...cronJobObjects(this.#site, {
        name: this.#name,
        labels: { app: this.#name, 'holdfast.io/purpose': 'drill' },
        annotations,
        rhythm,
        podSpec: {
          containers: [{ name: 'drill', image: IMAGE }],
          restartPolicy: 'Never',
        },
        runs,
        now,
        history,
      }),
      ...this.#reports(runs, now, annotations),
    ];
  }

  metricsAt(): MetricSeries[] {
    return [];
  }

  get #name(): string {
    const name = this.#traits.database.split('/')[1];
    return `${name}-restore-drill`;
  }

  /** The newest run fails where a check failed; later ones have not come yet. */
  #runsAt(now: Date): JobRun[] {
    const {
      rhythm,
      outcome = 'passes',
      stuckDays,
      seconds = 420,
    } = this.#traits;
    const { createdAt } = this.#site;
    const stuckSince =
      stuckDays === undefined
        ? Infinity
        : this.#site.daysAgo(stuckDays).getTime();
    const runs = jobRuns({
      rhythm,
      from: historyFrom(rhythm, { now, runs: RUNS, createdAt }),
      now,
      seconds: seconds + CHECK_SECONDS,
      failure: 'Job was active longer than specified deadline',
      isFailed: startedAt => startedAt.getTime() > stuckSince,
    });
    const newest = runs.findLast(({ endsAt }) => endsAt <= now);
    return runs.map(run =>
      outcome === 'fails-check' && run === newest
        ? { ...run, failure: 'Job has reached the specified backoff limit' }
        : run,
    );
  }

  #reports(
    runs: readonly JobRun[],
    now: Date,
    annotations: Record<string, string>,
  ): TypedObject[] {
    const { stuckDays, reports = 'termination-message' } = this.#traits;
    const told = runs.filter(
      ({ endsAt, failure }) =>
        endsAt <= now && (failure === undefined || stuckDays === undefined),
    );
    return reports === 'config-map'
      ? told.slice(-KEPT_REPORTS).map(run => this.#configMap(run, annotations))
      : // The pods of a job go with it.
        keptRuns(told, { now, ...history }).map(run =>
          this.#pod(run, annotations),
        );
  }

  #configMap(run: JobRun, annotations: Record<string, string>): TypedObject {
    return this.#site.object(resourceTypes.configMaps, {
      name: `${this.#name}-${compactTime(run.startedAt)}`,
      createdAt: run.endsAt,
      labels: { 'holdfast.io/report': 'true' },
      annotations,
      body: { data: { 'report.json': this.#report(run) } },
    });
  }

  #pod(run: JobRun, annotations: Record<string, string>): TypedObject {
    const job = jobName(this.#name, run);
    return podObject(this.#site, {
      name: `${job}-${this.#site.seed(job, 0xfffff).toString(36)}`,
      labels: {
        app: this.#name,
        'holdfast.io/report': 'true',
        'batch.kubernetes.io/job-name': job,
      },
      annotations,
      owner: [resourceTypes.jobs, job],
      container: { name: 'drill', image: IMAGE },
      volumes: [],
      node: this.#site.node(0),
      startedAt: run.startedAt,
      ended: {
        at: run.endsAt,
        failed: run.failure !== undefined,
        message: this.#report(run),
      },
    });
  }

  #report(run: JobRun): string {
    const report = drillReport({
      run,
      namespace: this.#site.namespace,
      database: this.#traits.database,
      checkSeconds: CHECK_SECONDS,
    });
    return this.#traits.outcome === 'garbled'
      ? report.slice(0, report.length / 2)
      : report;
  }
}
