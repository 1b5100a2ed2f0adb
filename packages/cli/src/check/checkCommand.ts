import { Readable, Writable } from 'node:stream';
import { Command, Option } from 'commander';
import packageJson from '../../package.json';
import { CheckReport } from '../report/CheckReport';
import { exitCodeOf, failOnLevels } from '../report/failOn';
import { formatSarif } from '../report/formatSarif';
import { formatTable } from '../report/formatTable';
import { check } from './check';
import { CheckOptions, outputs } from './CheckOptions';

/** What a command reads from and writes to. */
export interface Streams {
  stdin: Readable;
  stdout: Writable & {
    isTTY?: boolean;
    columns?: number;
    hasColors?(): boolean;
  };
  stderr: Writable;
}

const repeated = (value: string, former: string[] = []) => [...former, value];

const defaults: CheckOptions = {
  output: 'table',
  failOn: 'critical',
  objective: [],
  complete: false,
  cluster: 'input',
  ignore: [],
  context: [],
  verbose: false,
};

const help = `
Objects with a status or a uid are judged as what they are, others as what they would become. A kind that does not occur in the input
counts as not read, and what hangs on it as unknown, unless --complete says that the input is everything.

Exit codes: 0 nothing found, 1 found something at or beyond --fail-on, 2 something could not be read.

Examples:
  holdfast check deploy/
  kubectl get clusters,backups,scheduledbackups,objectstores -A -o json | holdfast check - --complete
  kustomize build overlays/production | holdfast check - --objective rpo=5m,rto=1h --fail-on at-risk
  holdfast check --context production --namespace shop`;

/**
 * `holdfast check`: whether the databases of an input could be brought back.
 */
export function createCheckCommand(
  streams: Streams,
  exit: (code: number) => void,
): Command {
  return new Command('check')
    .description('say of every database whether it could be brought back')
    .argument(
      '[path...]',
      'files and folders of YAML or JSON, - for standard input',
    )
    .addOption(
      new Option('-o, --output <format>', 'how to write the report')
        .choices(outputs)
        .default(defaults.output),
    )
    .addOption(
      new Option(
        '--fail-on <level>',
        'exit with 1 for a finding of this severity or above, or a verdict that is this or worse (of manifests, the predicted one)',
      )
        .choices(failOnLevels)
        .default(defaults.failOn),
    )
    .option(
      '--objective <tier|key=value,...>',
      'what to attain, whatever the input states: gold, or rpo=5m,rto=1h',
      repeated,
    )
    .option('--config <file>', 'take the tiers from the app-config of a portal')
    .option('--now <time>', 'judge as of this time, ISO 8601 (default: now)')
    .option('--complete', 'the input is everything that there is')
    .option(
      '-n, --namespace <name>',
      'the namespace of objects that name none, and of a cluster the only one to read',
    )
    .option(
      '--cluster <name>',
      'what to call the cluster of files',
      defaults.cluster,
    )
    .option('--ignore <glob>', 'leave these files out of folders', repeated)
    .option('--context <name>', 'read this context of the kubeconfig', repeated)
    .option('--kubeconfig <file>', 'default: KUBECONFIG, else ~/.kube/config')
    .option('-v, --verbose', 'show findings that are for information, too')
    .addHelpText('after', help)
    .action(async (paths: string[], told: Partial<CheckOptions>) => {
      const options = { ...defaults, ...told };
      const { stdin, stdout, stderr } = streams;
      const report = await check({ paths, stdin, options });
      stdout.write(format(report, options, stdout));
      if (options.output === 'table') {
        for (const { file, line, message } of report.notices) {
          stderr.write(`note: ${located(file, line)}: ${message}\n`);
        }
        for (const { file, line, message } of report.errors) {
          stderr.write(`error: ${located(file, line)}: ${message}\n`);
        }
      }
      exit(exitCodeOf(report, options.failOn));
    });
}

function format(
  report: CheckReport,
  { output, failOn, verbose }: CheckOptions,
  stdout: Streams['stdout'],
): string {
  switch (output) {
    case 'json':
      return `${JSON.stringify(report, undefined, 2)}\n`;
    case 'sarif':
      return formatSarif(report, { version: packageJson.version });
    default:
      return formatTable(report, {
        failOn,
        verbose,
        color: stdout.hasColors?.() ?? false,
        ...(stdout.isTTY && { width: Math.max(stdout.columns ?? 100, 40) }),
      });
  }
}

function located(file: string, line: number | undefined): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return place.replace(/\p{Cc}+/gu, ' ');
}
