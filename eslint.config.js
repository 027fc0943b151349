import eslintPlugin from 'eslint-plugin-eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
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

export default defineConfig(
  globalIgnores([
    '**/dist',
    '**/.vitepress/cache',
    'packages/*/rolldown.config.ts',
    'test/fixtures',
    'test/core/source/corpus',
  ]),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          './packages/*/tsconfig.json',
          './packages/core/src/node/tsconfig.json',
          './test/tsconfig.json',
          './docs/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_' }],
      // Templates and their helpers print numbers.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['packages/core/src/**/*.ts'],
    ignores: ['packages/core/src/node/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: coreImports }],
    },
  },
  ...Object.entries(layers).map(([folder, above]) => ({
    files: [`packages/core/src/${folder}/**/*.ts`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            ...coreImports,
            {
              regex: `^(\\.\\./)+(${above.join('|')})/`,
              message: `${folder} lies below ${above.join(', ')}: see docs/architecture.md.`,
            },
          ],
        },
      ],
    },
  })),
  {
    files: ['packages/core/src/node/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ group: hostPackages, message: 'Imports go from hosts to core.' }] },
      ],
    },
  },
  {
    files: ['packages/explorer/src/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^node:', message: 'The explorer runs in a browser.' },
            { group: ['@next-slots/core/node', ...hostPackages], message: 'Imports go to core.' },
          ],
        },
      ],
    },
  },
  ...hosts.map((host) => ({
    files: [`packages/${host}/src/**/*.ts`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: hostPackages, message: 'Hosts never import each other.' },
            { group: ['@next-slots/core/dist/**'], message: 'Import what core exports.' },
          ],
        },
      ],
    },
  })),
  {
    files: ['packages/eslint-plugin/src/**/*.ts'],
    extends: [eslintPlugin.configs.recommended],
  },
);
