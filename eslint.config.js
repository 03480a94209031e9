import eslint from '@eslint/js'
import tseslint from 'typescript-eslint'

/** Arrows go one way: generated -> runtime; codegen -> specs; runtime imports neither, and testing is a second reading of the protocol. */
const restrictImports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] })
const noNode = {
  group: ['node:*'],
  message: 'The core runs in browsers and workers: put Node-only code under runtime/node/.',
}
const noCodegen = {
  group: ['**/codegen/**', '**/generated/**'],
  message: 'The runtime knows neither generated code nor codegen.',
}
const nodeGlobals = ['process', 'Buffer', '__dirname', '__filename', 'require', 'setImmediate', 'global'].map(
  (name) => ({
    name,
    message: 'Exists in Node only: put Node-only code under runtime/node/.',
  }),
)

export default tseslint.config(
  { ignores: ['dist/', 'generated/', 'coverage/', 'node_modules/', 'test/projects/', '**/fixtures/'] },
  eslint.configs.recommended,
  tseslint.configs.strict,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['eslint.config.js'] } } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Index access is checked by noUncheckedIndexedAccess; `!` then stands where the line before proves it.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Named interfaces that extend Promise or hold nothing are deliberate: they read better on hover than an alias.
      '@typescript-eslint/no-empty-object-type': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['runtime/**/*.ts'],
    ignores: ['runtime/node/**'],
    rules: { ...restrictImports(noNode, noCodegen), 'no-restricted-globals': ['error', ...nodeGlobals] },
  },
  { files: ['runtime/node/**/*.ts'], rules: restrictImports(noCodegen) },
  {
    files: ['testing/**/*.ts'],
    rules: restrictImports({
      group: ['**/runtime/**', '**/codegen/**', '#hmac'],
      message:
        'The fake shop judges requests by its own reading of the protocol: it must not share code with the runtime.',
    }),
  },
)
