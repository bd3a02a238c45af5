import {
  DescribeExecutionCommand,
  ExecutionDoesNotExist,
  type ExecutionStatus,
  ListStateMachinesCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import type { OrderId } from '@waypost/contracts';
import type { RunningStage } from '@waypost/local';

/** How the execution stands that drives an order's first attempt; undefined where none was started. */
export type ExecutionOf = (orderId: OrderId) => Promise<ExecutionStatus | undefined>;

/** The executions of OrderWorkflow on a stage. */
export async function executionsOn({ target }: RunningStage): Promise<ExecutionOf> {
  const { endpoint, region, environment } = target;
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = environment;
  const stepFunctions = new SFNClient({ endpoint, region, credentials: { accessKeyId, secretAccessKey } });
  const { stateMachines = [] } = await stepFunctions.send(new ListStateMachinesCommand({}));
  const workflow = stateMachines.find(({ name }) => name?.endsWith('-order-workflow'))?.stateMachineArn ?? '';

  return async (orderId) => {
    const executionArn = `${workflow.replace(':stateMachine:', ':execution:')}:${orderId}-1`;
    try {
      return (await stepFunctions.send(new DescribeExecutionCommand({ executionArn }))).status;
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return undefined;
      throw error;
    }
  };
}
