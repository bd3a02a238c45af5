export { budgetsOf, describeViolation, overBudget } from './budget.ts';
export type { BudgetViolation } from './budget.ts';
export { functionBundler, sourcesOf } from './bundle-functions.ts';
export type { FunctionBundle, FunctionBundler } from './bundle-functions.ts';
export { FunctionReport, readReports } from './function-report.ts';
