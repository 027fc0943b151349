/** Workflows, ours and those in the guides, are what GitHub's own parser takes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { expect, test } from 'vitest';
import { workspace } from '../harness/packed.js';
import { markdownFiles } from './markdown-files.js';
import { snippetsOf } from './snippets.js';

// It imports JSON in a way that Node.js rejects and tsx takes.
const { NoOperationTraceWriter, parseWorkflow } = (await tsImport(
  '@actions/workflow-parser',
  import.meta.url,
)) as typeof import('@actions/workflow-parser');

const folder = join(workspace, '.github', 'workflows');
const ours = readdirSync(folder).map((name) => ({
  name: `.github/workflows/${name}`,
  content: readFileSync(join(folder, name), 'utf8'),
}));
const inDocs = markdownFiles(workspace).flatMap(({ file, text }) =>
  snippetsOf(text)
    .filter((snippet) => snippet.file?.startsWith('.github/workflows/'))
    .map(({ code, ...snippet }) => ({ name: `${file}: ${snippet.file ?? ''}`, content: code })),
);

function problemsOf(name: string, content: string): readonly string[] {
  const { context } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  return context.errors.getErrors().map(({ message }) => message);
}

test.each([...ours, ...inDocs])('$name', ({ name, content }) => {
  expect(problemsOf(name, content)).toEqual([]);
});

test('the guides have workflows, and an invalid one is reported', () => {
  expect(inDocs.length).toBeGreaterThanOrEqual(2);
  const [{ content } = { content: '' }] = inDocs;
  expect(problemsOf('wrong.yml', content.replace('runs-on', 'run-on'))).not.toEqual([]);
});
