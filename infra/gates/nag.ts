import type { App } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Finding } from './finding.ts';

/**
 * Findings of cdk-nag's AwsSolutions pack. Rules: https://github.com/cdklabs/cdk-nag/blob/main/RULES.md#awssolutions
 */
export function nagFindings(app: App): readonly Finding[] {
  const { violations } = new AwsSolutionsChecks(app).validateScope(app);
  return violations.flatMap(({ ruleName, description, violatingResources }) =>
    violatingResources.map(({ constructPath }) => {
      const [stack = '', ...inside] = (constructPath ?? '').split('/');
      return { rule: ruleName, stack, resource: inside.join('/'), message: description };
    }),
  );
}
