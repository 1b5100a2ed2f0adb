import { isError } from '@backstage/errors';
import { Command, CommanderError } from 'commander';
import packageJson from '../package.json';
import { createCheckCommand, Streams } from './check/checkCommand';

/** Something could not be read, be it the input or the command line. */
const UNREADABLE = 2;

/**
 * Runs the command line.
 *
 * @returns the exit code
 */
export async function run(
  args: readonly string[],
  streams: Streams,
): Promise<number> {
  let code = 0;
  const program = new Command('holdfast')
    .description(packageJson.description)
    .version(packageJson.version, '-V, --version')
    .showHelpAfterError('(holdfast --help says what there is)');
  program.addCommand(
    createCheckCommand(streams, exitCode => {
      code = exitCode;
    }),
  );
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: text => streams.stdout.write(text),
      writeErr: text => streams.stderr.write(text),
      outputError: (text, write) =>
        write(text.replace(/^error: /, 'holdfast: ')),
    });
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help that was asked for is no failure; commander has written what there is to say.
      return error.exitCode === 0 ? 0 : UNREADABLE;
    }
    streams.stderr.write(`holdfast: ${describe(error)}\n`);
    return UNREADABLE;
  }
}

function describe(error: unknown): string {
  if (isError(error) && error.name === 'InputError') return error.message;
  const text = isError(error) ? error.stack ?? error.message : String(error);
  return `this is a fault of holdfast, and not of what it read; please report it:\n${text}`;
}
