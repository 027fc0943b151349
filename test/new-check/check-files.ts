/** What a new check consists of: a small one that works, for its author to change. */

/** Texts by path from the workspace's root. */
export type Files = Readonly<Record<string, string>>;

/** The files that a new check is added to; each has a line that the addition is put by. */
export const registryFile = 'packages/core/src/rules/engine/registry.ts';
export const mistakesFile = 'test/eslint-plugin/app-of-mistakes.ts';

/** The files of a check of its own. */
export function ownFilesOf(name: string): Files {
  return {
    [`packages/core/src/rules/${name}.ts`]: checkText(name),
    [`test/core/rules/${name}.test.ts`]: testText(name),
    [`docs/rules/${name}.md`]: page,
  };
}

/**
 * What is wrong with a name.
 *
 * @returns undefined where nothing is
 */
export function problemOfName(name: string): string | undefined {
  if (/^[a-z][a-z\d]*(?:-[a-z\d]+)+$/u.test(name)) return undefined;
  return `${JSON.stringify(name)} is no name for a check: use two or more words in small letters with hyphens, such as require-slot-title.`;
}

/** The registry with a check added: its import in the order of names, the check as the last. */
export function withCheck(registry: string, name: string): string {
  const imports = [
    ...registry.matchAll(/^import \{ \w+ \} from '\.\.\/(?<file>[\w-]+)\.js';\n/gmu),
  ];
  const after = imports.find(({ groups }) => (groups?.['file'] ?? '') > name);
  const last = imports.at(-1);
  const end = registry.indexOf('] as const satisfies');
  if (!last || end < 0) throw new Error(`${registryFile} has no place for a check.`);
  const at = after?.index ?? last.index + last[0].length;
  const line = `import { ${identifierOf(name)} } from '../${name}.js';\n`;
  return `${registry.slice(0, at)}${line}${registry.slice(at, end)}  ${identifierOf(name)},\n${registry.slice(end)}`;
}

/** The app that every host is asked about, with a mistake for a new check. */
export function withMistake(mistakes: string, name: string): string {
  const end = mistakes.indexOf('  };\n  return Object.fromEntries(');
  if (end < 0) throw new Error(`${mistakesFile} has no place for a mistake.`);
  return `${mistakes.slice(0, end)}
    // ${name}.
    '${name}/layout': layout(['children', 'Team'], '{children}{Team}'),
    '${name}/page': true,
    '${name}/@Team/page': true,
    '${name}/@Team/default': true,
    '${name}/@Team/loading': true,
    '${name}/@Team/error': "'use client';\\nexport default () => null;\\n",
${mistakes.slice(end)}`;
}

function identifierOf(name: string): string {
  return name.replaceAll(/-(?<letter>.)/gu, (_, letter: string) => letter.toUpperCase());
}

function checkText(name: string): string {
  return `import { atSlot, slotsToCheck } from './engine/anchor.js';
import { defineCheck } from './engine/check.js';

/** Slots whose names begin with a capital letter. TODO: say what you look for. */
export const ${identifierOf(name)} = defineCheck({
  name: '${name}',
  // TODO: one line for the table of rules, without a full stop.
  description: 'Disallow slot names that begin with a capital letter',
  // TODO: \`{ recommended: 'error', strict: 'error' }\` once the check is right; until then it is off.
  presets: {},
  messages: {
    // TODO: \`message\`: what is wrong and what it causes; \`help\`: the one thing to do.
    found: {
      message: '\`{{slot}}\` begins with a capital letter.',
      help: 'Rename it to \`{{name}}\`.',
    },
  },
  // TODO: \`anchors: ['layout']\` where findings can be in files of that name alone.
  *run(context) {
    // The runner asks for one segment after the other. These are the slots that this one owns.
    for (const { slot, file } of slotsToCheck(context)) {
      const { raw, value } = slot.name;
      // TODO: what to look for. \`context.app\` has the tree, the Next version and what modules declare.
      if (!/^\\p{Lu}/u.test(value)) continue;
      yield {
        messageId: 'found',
        impact: 'future',
        ...atSlot(context.app, file, slot),
        data: {
          slot: raw,
          name: \`@\${value.charAt(0).toLowerCase()}\${value.slice(1)}\`,
        },
      };
    }
  },
});
`;
}

function testText(name: string): string {
  return `import { expect, test } from 'vitest';
import { findingsOf, type AppFiles } from '../../harness/findings.js';

const check = '${name}';

/** An app in memory; true stands for a component that does nothing wrong. */
const withSlot = (slot: string): AppFiles => ({
  'layout.tsx': true,
  'dash/layout.tsx': true,
  'dash/page.tsx': true,
  [\`dash/\${slot}/default.tsx\`]: true,
  [\`dash/\${slot}/page.tsx\`]: true,
});

// TODO: say of your check what it finds, and what it leaves alone.
test('a slot that begins with a capital letter is reported at the layout', () => {
  expect(findingsOf(check, withSlot('@Team'))).toMatchObject([
    { messageId: 'found', file: 'dash/layout.tsx', segment: '/dash', slot: '@Team' },
  ]);
});

test.each(['@team', '@teamA', '@_Team'])('%s is left alone', (slot) => {
  expect(findingsOf(check, withSlot(slot))).toEqual([]);
});
`;
}

const page = `<!-- begin header: written by pnpm generate -->
<!-- end header -->

TODO: what happens in an app where this is wrong, and since which Next version.

## Fails

\`\`\`tree
app/
  layout.tsx
  page.tsx
  dash/
    layout.tsx
    page.tsx
    @Team/
      default.tsx
      page.tsx
\`\`\`

\`\`\`tsx
// app/dash/layout.tsx
export default function DashLayout({ children, Team }) {
  return [children, Team];
}
\`\`\`

> \`app/dash/layout.tsx:2:48\` \`@Team\` begins with a capital letter. Rename it to \`@team\`.

## Passes

\`\`\`tree
app/
  layout.tsx
  page.tsx
  dash/
    layout.tsx
    page.tsx
    @team/
      default.tsx
      page.tsx
\`\`\`

## Options

<!-- begin options: written by pnpm generate -->
<!-- end options -->

## When not to use it

TODO: the apps that it is wrong for.

## Disable it

<!-- begin disable: written by pnpm generate -->
<!-- end disable -->

## Related

TODO: links to rules about the same mistake, and to Next.js's own docs.

## Evidence

TODO: how it is known what Next.js does: its source, an issue, or a tree of \`pnpm oracle --tree\`.
`;
