import {
  AttainedRpo,
  AttainedRto,
  Disruption,
  Finding,
  Objective,
  ObjectiveOrigin,
} from '@holdfast/plugin-holdfast-common';
import { ReadingNotice } from '@holdfast/plugin-holdfast-node';
import { JudgedDatabase } from '../judge/judgeObjects';
import {
  CHECK_SCHEMA_VERSION,
  CheckReport,
  ReportedDatabase,
  ReportedFinding,
  ReportedObjective,
  ReportedProblem,
  ReportedTimes,
} from './CheckReport';
import { Places } from './places';

/**
 * A judgement, and where in the input things stand that it is about.
 */
export interface PlacedJudgement extends JudgedDatabase {
  places: Places;
}

/**
 * Puts judgements into the form that all outputs are made from.
 */
export function toReport(options: {
  now: Date;
  judged: readonly PlacedJudgement[];
  errors: readonly ReadingNotice[];
  notices: readonly ReadingNotice[];
}): CheckReport {
  const { now, judged, errors, notices } = options;
  return {
    schemaVersion: CHECK_SCHEMA_VERSION,
    now: now.toISOString(),
    databases: judged.map(reportDatabase),
    errors: errors.map(reportProblem),
    notices: notices.map(reportProblem),
  };
}

function reportProblem({
  file,
  line,
  message,
}: ReadingNotice): ReportedProblem {
  return { file, ...(line !== undefined && { line }), message };
}

function reportDatabase({
  database,
  assessment,
  places,
}: PlacedJudgement): ReportedDatabase {
  const { id, engine, reference } = database;
  const { cluster, namespace, name } = reference;
  const [kind, ...group] = reference.kind.split('.');
  const { basis, verdict, predicted, objective, window, score } = assessment;
  const rpo = assessment.rpo.data;
  const rto = assessment.rto.data;
  return {
    id,
    engine,
    cluster,
    ...(namespace !== undefined && { namespace }),
    group: group.join('.'),
    kind,
    name,
    ...places.of(reference),
    basis,
    verdict,
    ...(predicted && {
      predicted: {
        verdict: predicted.verdict,
        ...eachDisruption(disruption =>
          timesOf(predicted.rpo[disruption], predicted.rto[disruption]),
        ),
      },
    }),
    objective: reportObjective(objective),
    ...(rpo.seconds !== undefined && { attainedRpoSeconds: rpo.seconds }),
    ...(rpo.basis && { rpoBasis: rpo.basis }),
    ...(rto.seconds !== undefined && { attainedRtoSeconds: rto.seconds }),
    ...(rto.basis && { rtoBasis: rto.basis }),
    ...(window && { window }),
    ...(score && {
      score: { points: score.points, possible: score.possible },
    }),
    findings: assessment.findings.map(finding =>
      reportFinding(finding, places),
    ),
  };
}

function eachDisruption<T>(
  of: (disruption: Disruption) => T,
): Record<Disruption, T> {
  return {
    instance: of('instance'),
    zone: of('zone'),
    region: of('region'),
    data: of('data'),
  };
}

/** What stays below a bound is told by the bound: it is what has to be reckoned with. */
function timesOf(rpo: AttainedRpo, rto: AttainedRto): ReportedTimes {
  const rpoSeconds = rpo.atMostSeconds ?? rpo.seconds;
  return {
    ...(rpoSeconds !== undefined && { rpoSeconds }),
    ...(rto.seconds !== undefined && { rtoSeconds: rto.seconds }),
  };
}

function reportObjective(objective: Objective): ReportedObjective {
  const { tier, rpoSeconds, rtoSeconds, retentionSeconds, exempt } = objective;
  const { drillIntervalSeconds } = objective;
  const origins: Record<string, ObjectiveOrigin> = {
    tier: tier.origin,
    retention: retentionSeconds.origin,
    'drill-interval': drillIntervalSeconds.origin,
    ...(exempt && { exempt: exempt.origin }),
  };
  const times = eachDisruption(disruption => {
    origins[`rpo.${disruption}`] = rpoSeconds[disruption].origin;
    origins[`rto.${disruption}`] = rtoSeconds[disruption].origin;
    return {
      rpoSeconds: rpoSeconds[disruption].value,
      rtoSeconds: rtoSeconds[disruption].value,
    };
  });
  return {
    tier: tier.value,
    ...times,
    retentionSeconds: retentionSeconds.value,
    drillIntervalSeconds: drillIntervalSeconds.value,
    ...(exempt && { exempt: exempt.value.reason }),
    origins,
  };
}

function reportFinding(finding: Finding, places: Places): ReportedFinding {
  const { rule, severity, message, ceiling, evidence, remedy, waived } =
    finding;
  return {
    rule,
    severity,
    message,
    ...(ceiling && { ceiling }),
    evidence,
    ...(remedy && { fix: remedy }),
    ...(waived && { waived }),
    ...places.ofEvidence(evidence),
  };
}
