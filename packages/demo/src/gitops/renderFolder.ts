import { spawn } from 'node:child_process';
import { devNull } from 'node:os';
import { join, normalize } from 'node:path';
import { InputError } from '@backstage/errors';
import { parseAllDocuments } from 'yaml';
import { KubernetesObject } from '../kubernetes';
import { textAt } from '../operator/fields';
import { KustomizeCommand } from './findKustomize';

const TIMEOUT_MILLISECONDS = 30_000;

/** More than any repository of the demo renders to, in bytes. */
const LARGEST_OUTPUT = 16 * 2 ** 20;

/** Where nothing listens: kustomize can fetch from anywhere, and nothing of the demo leaves the machine. */
const NOWHERE = 'http://127.0.0.1:9';

/**
 * Renders a folder of a repository with kustomize.
 *
 * @param root - where the files of the repository lie
 * @throws InputError for a path that leads out of the repository, with the words of kustomize, or naming the object that is none
 */
export async function renderFolder(
  root: string,
  path: string,
  command: KustomizeCommand,
): Promise<KubernetesObject[]> {
  const output = await runKustomize(root, folderIn(root, path), command);
  return parseAllDocuments(output).flatMap((document, index) => {
    if (document.errors.length > 0) {
      throw new InputError(
        `document ${index + 1} that kustomize made: ${
          document.errors[0].message
        }`,
      );
    }
    const content: unknown = document.toJS();
    return content === null ? [] : [readObject(content, index)];
  });
}

function folderIn(root: string, path: string): string {
  const relative = normalize(path);
  if (relative.startsWith('..') || relative.startsWith('/')) {
    throw new InputError(
      `path is "${path}"; it has to lie inside the repository`,
    );
  }
  return join(root, relative);
}

function runKustomize(
  root: string,
  folder: string,
  command: KustomizeCommand,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command.program, [...command.arguments, folder], {
      env: {
        PATH: process.env.PATH,
        HOME: root,
        KUBECONFIG: devNull,
        GIT_ALLOW_PROTOCOL: 'none',
        GIT_CONFIG_GLOBAL: devNull,
        HTTP_PROXY: NOWHERE,
        HTTPS_PROXY: NOWHERE,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: TIMEOUT_MILLISECONDS,
    });
    const output: Buffer[] = [];
    let size = 0;
    let words = '';
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > LARGEST_OUTPUT) child.kill();
      else output.push(chunk);
    });
    child.stderr.on('data', chunk => {
      words = `${words}${chunk}`.slice(0, 10_000);
    });
    child.once('error', error =>
      reject(new InputError(`${command.program} could not be started`, error)),
    );
    child.once('close', (code, signal) => {
      if (code === 0) {
        resolve(Buffer.concat(output).toString());
        return;
      }
      // Where the folder lies on this machine is of no interest to anybody.
      const said = words.replaceAll(`${root}/`, '').trim();
      reject(
        new InputError(
          `kustomize build failed: ${
            said || `it ended with ${signal ?? code}`
          }`,
        ),
      );
    });
  });
}

function readObject(content: unknown, index: number): KubernetesObject {
  const kind = textAt(content, 'kind');
  const apiVersion = textAt(content, 'apiVersion');
  const name = textAt(content, 'metadata', 'name');
  if (!kind || !apiVersion || !name) {
    throw new InputError(
      `document ${
        index + 1
      } that kustomize made has no apiVersion, kind or metadata.name`,
    );
  }
  const { metadata, ...rest } = Object(content);
  return { ...rest, apiVersion, kind, metadata: { ...metadata, name } };
}
