/** What every workspace's tests share: TypeScript through swc, native ES modules, tests beside what they test. */
export default {
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '/dist/',
    '/cdk.out/',
    '\\.int\\.test\\.ts$',
    '\\.e2e\\.test\\.ts$',
    '\\.browser\\.test\\.ts$',
  ],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': ['@swc/jest', { jsc: { target: 'es2024', parser: { syntax: 'typescript' } } }] },
};
