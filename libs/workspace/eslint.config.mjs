import nx from '@nx/eslint-plugin';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { boundaries, testBoundaries } from './boundaries.mjs';

const ownClock = 'What people see is the product\'s time, not that of their device: serverNow, serverToday, useNow or useToday of @halong/platform/web.';

const pure = ['**/*.rules.ts', '**/*.lifecycle.ts', '**/*.policy.ts', '**/*.presenter.ts'];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/.nx/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { '@nx': nx, 'react-hooks': hooks },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@nx/enforce-module-boundaries': boundaries,
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 7],
      complexity: ['error', 18],
      'max-depth': ['error', 4],
      'no-console': 'error',
    },
  },
  { files: ['**/*.test.{ts,tsx}', 'apps/e2e/**', 'apps/bench/**'], rules: { 'max-lines': ['error', { max: 600, skipBlankLines: true, skipComments: true }] } },
  { files: ['**/*.test.{ts,tsx}', '**/*.testing.ts', 'libs/testing/**/*.ts', 'apps/e2e/**/*.ts', 'apps/bench/**/*.ts'], rules: { '@nx/enforce-module-boundaries': testBoundaries } },
  // What a screen shows under which condition is written where it is shown.
  { files: ['**/*.tsx'], rules: { complexity: ['error', 25] } },
  {
    files: pure,
    rules: {
      'no-restricted-imports': ['error', { patterns: ['@nestjs/*', 'typeorm', '*.repository.ts', '*.service.ts', '*.entity.ts'] }],
    },
  },
  {
    files: ['libs/*/server/**/*.controller.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: ['typeorm', '*.repository.ts', '*.entity.ts'] }] },
  },
  {
    files: ['libs/*/web/**/*.{ts,tsx}', 'apps/web/**/*.{ts,tsx}'],
    ignores: ['libs/platform/web/server-clock.ts', '**/*.test.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: ownClock },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: ownClock },
      ],
    },
  },
  { files: ['apps/**/*.ts', 'libs/testing/**'], rules: { 'no-console': 'off' } },
);
