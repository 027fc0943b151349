import eslintPlugin from 'eslint-plugin-eslint-plugin';
import tseslint from 'typescript-eslint';

/** Imports go one way: hosts -> explorer and core/node -> core. */
const hosts = ['cli', 'eslint-plugin', 'language-server', 'typescript-plugin', 'vscode'];
const hostPackages = [
  'eslint-plugin-next-slots',
  'next-slots',
  'next-slots-language-server',
  'typescript-plugin-next-slots',
];

/** What each folder of core never imports: imports go editor -> rules -> edits -> source, next -> routes. */
const layers = {
  routes: ['next', 'source', 'edits', 'rules', 'editor'],
  next: ['source', 'edits', 'rules', 'editor'],
  source: ['next', 'edits', 'rules', 'editor'],
  edits: ['rules', 'editor'],
  rules: ['editor'],
};

const coreImports = [
  { regex: '^node:', message: 'core is pure: what needs Node lives in core/src/node.' },
  {
    regex: '^(typescript|eslint|oxc-parser|@typescript-eslint/.*|vscode-.*)$',
    allowTypeImports: true,
    message: 'core is handed a parser or host, it imports only their types.',
  },
  { group: ['**/node/**', ...hostPackages], message: 'Imports go from hosts to core.' },
];

/** Rules of typescript-eslint that oxlint does not have. */
const missing = new Set([
  '@typescript-eslint/no-unsafe-class-instance-assignment',
  '@typescript-eslint/no-unsafe-enum-assignment',
]);

const typescriptRules = Object.fromEntries(
  [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked]
    .flat()
    .flatMap(({ rules = {} }) => Object.entries(rules))
    .filter(([name, level]) => level !== 'off' && !missing.has(name)),
);

/**
 * @param {string[]} files
 * @param {object[]} patterns
 */
const restrictImports = (files, patterns) => ({
  files,
  plugins: ['typescript'],
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

export default {
  plugins: ['typescript'],
  categories: { correctness: 'off' },
  options: { typeAware: true },
  ignorePatterns: [
    '**/dist',
    '**/.vitepress/cache',
    'packages/*/rolldown.config.ts',
    'test/fixtures',
    'test/core/source/corpus',
  ],
  overrides: [
    {
      files: ['**/*.{ts,tsx}'],
      plugins: ['typescript'],
      rules: {
        ...typescriptRules,
        '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_' }],
        // Templates and their helpers print numbers.
        '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      },
    },
    restrictImports(['packages/core/src/**/*.ts'], coreImports),
    ...Object.entries(layers).map(([folder, above]) =>
      restrictImports(
        [`packages/core/src/${folder}/**/*.ts`],
        [
          ...coreImports,
          {
            regex: `^(\\.\\./)+(${above.join('|')})/`,
            message: `${folder} lies below ${above.join(', ')}: see docs/architecture.md.`,
          },
        ],
      ),
    ),
    restrictImports(
      ['packages/core/src/node/**/*.ts'],
      [{ group: hostPackages, message: 'Imports go from hosts to core.' }],
    ),
    restrictImports(
      ['packages/explorer/src/**/*.{ts,tsx}'],
      [
        { regex: '^node:', message: 'The explorer runs in a browser.' },
        { group: ['@next-slots/core/node', ...hostPackages], message: 'Imports go to core.' },
      ],
    ),
    ...hosts.map((host) =>
      restrictImports(
        [`packages/${host}/src/**/*.ts`],
        [
          { group: hostPackages, message: 'Hosts never import each other.' },
          { group: ['@next-slots/core/dist/**'], message: 'Import what core exports.' },
        ],
      ),
    ),
    {
      files: ['packages/eslint-plugin/src/**/*.ts'],
      jsPlugins: ['eslint-plugin-eslint-plugin'],
      rules: eslintPlugin.configs.recommended.rules,
    },
  ],
};
