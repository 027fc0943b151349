import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  mistakesFile,
  ownFilesOf,
  problemOfName,
  registryFile,
  withCheck,
  withMistake,
} from './check-files.js';

/** What came of it: the files that were written, or why none was. */
export type Outcome = { readonly written: readonly string[] } | { readonly problem: string };

/** Adds the files of a new check to a workspace. Nothing is overwritten: all is written, or nothing. */
export function addCheck(workspace: string, name: string): Outcome {
  const problem = problemOfName(name);
  if (problem !== undefined) return { problem };
  const own = ownFilesOf(name);
  const taken = Object.keys(own).filter((file) => existsSync(join(workspace, file)));
  if (taken.length > 0) {
    return { problem: `The name ${name} is taken: ${taken.join(', ')}.` };
  }

  const read = (file: string) => readFileSync(join(workspace, file), 'utf8');
  const changed = {
    [registryFile]: withCheck(read(registryFile), name),
    [mistakesFile]: withMistake(read(mistakesFile), name),
  };
  for (const [file, text] of Object.entries(own)) {
    mkdirSync(dirname(join(workspace, file)), { recursive: true });
    writeFileSync(join(workspace, file), text, { flag: 'wx' });
  }
  for (const [file, text] of Object.entries(changed)) writeFileSync(join(workspace, file), text);
  return { written: [...Object.keys(own), ...Object.keys(changed)] };
}
