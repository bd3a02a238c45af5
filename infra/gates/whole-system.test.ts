import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stageFromEnvironment, stageNames } from '@waypost/stages';
import { wholeSystem } from '../whole-system.ts';
import { lintFindings } from './cfn-lint.ts';
import { exceptions } from './exceptions.ts';
import { describeFinding, type Finding, unexplained, unused } from './finding.ts';
import { nagFindings } from './nag.ts';
import { breachesOf } from './rules/rules.ts';
import { stackOf } from './rules/sound-stack.ts';
import { synthesizeStage } from './synthesize.ts';
import { workflowFindings } from './workflows.ts';

const INSTALLING_AND_LINTING = 600_000;

const stages = stageNames.map((name) => {
  const { app, stacks } = synthesizeStage(wholeSystem, stageFromEnvironment({ WAYPOST_STAGE: name }));
  return { name, app, stacks };
});
const everything: Finding[] = [];

async function written(template: object): Promise<string> {
  const file = join(import.meta.dirname, '../cdk.out/gates/planted.template.json');
  await writeFile(file, JSON.stringify(template));
  return file;
}

/** Collects findings, and returns those without an exception. */
function toMend(findings: readonly Finding[]): readonly string[] {
  everything.push(...findings);
  return unexplained(findings, exceptions).map(describeFinding);
}

describe.each(stages)('the whole system on the stage $name', ({ app, stacks }) => {
  it("follows the shop's own rules", () => {
    expect(toMend(breachesOf(stacks))).toEqual([]);
  });

  it('has valid workflow definitions', () => {
    expect(toMend(stacks.flatMap(workflowFindings))).toEqual([]);
  });

  it('passes the AwsSolutions checks of cdk-nag', () => {
    expect(toMend(nagFindings(app))).toEqual([]);
  });
});

describe('cfn-lint', () => {
  it(
    'reports a value out of range and an unused parameter',
    async () => {
      const template = {
        Parameters: { Idle: { Type: 'String' } },
        Resources: { Slow: { Type: 'AWS::SQS::Queue', Properties: { DelaySeconds: 100_000 } } },
      };
      const findings = await lintFindings([{ ...stackOf('tried', template), templateFile: await written(template) }]);
      expect(findings.map(({ rule, resource }) => `${rule} ${resource}`).toSorted()).toEqual([
        'E3034 Slow',
        'W2001 Parameters',
      ]);
    },
    INSTALLING_AND_LINTING,
  );

  it(
    'finds nothing in the templates of all stages',
    async () => {
      expect(toMend(await lintFindings(stages.flatMap(({ stacks }) => stacks)))).toEqual([]);
    },
    INSTALLING_AND_LINTING,
  );
});

describe('the exceptions', () => {
  it('each match a current finding', () => {
    expect(unused(everything, exceptions).map(({ rule, where }) => `${String(rule)} at ${where.source}`)).toEqual([]);
  });
});
