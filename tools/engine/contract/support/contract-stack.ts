import { CfnOutput, Duration, RemovalPolicy, Stack, type App } from 'aws-cdk-lib';
import { Code, Function as LambdaFunction, Runtime, type FunctionOptions } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Queue, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { stackNameOf } from './deploy.ts';

/** A stack of the suite: no assets, no bootstrap, nothing left behind. What tests need to know are its outputs. */
export class ContractStack extends Stack {
  constructor(app: App, area: string) {
    super(app, area, {
      stackName: stackNameOf(area),
    });
  }

  /** Tells the tests a name, URL or ARN. */
  tell(key: string, value: string): void {
    new CfnOutput(this, `${key}Output`, { value }).overrideLogicalId(key);
  }

  /**
   * A Node function of a few inline lines. Its code may call `seen(value)`, which the tests read with `seenBy`; its name is
   * an output under its id.
   */
  inlineFunction(id: string, code: string, options: FunctionOptions = {}): LambdaFunction {
    const logGroup = new LogGroup(this, `${id}Logs`, {
      retention: RetentionDays.ONE_DAY,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const seen = `const seen = (value) => console.log('@seen ' + JSON.stringify(value));\n`;
    const inline = new LambdaFunction(this, id, {
      runtime: Runtime.NODEJS_24_X,
      handler: 'index.handler',
      timeout: Duration.seconds(10),
      ...options,
      code: Code.fromInline(seen + code),
      logGroup,
    });
    this.tell(id, inline.functionName);
    this.tell(`${id}Logs`, logGroup.logGroupName);
    return inline;
  }

  /** A queue that only tests read; its URL is an output under its id. */
  queue(id: string, props: QueueProps = {}): Queue {
    const queue = new Queue(this, id, { removalPolicy: RemovalPolicy.DESTROY, ...props });
    this.tell(id, queue.queueUrl);
    return queue;
  }
}
