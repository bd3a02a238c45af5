import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { clientOptions } from '../target.ts';
import type { Target } from '../target.ts';

/**
 * Orders whose workflow ended when the engine stopped: a restart ends every execution, so these orders wait for a
 * redrive.
 */
export async function pendingOrders(target: Target, tableName: string): Promise<string[]> {
  const scan = paginateScan(
    { client: new DynamoDBClient(clientOptions(target)) },
    {
      TableName: tableName,
      FilterExpression: '#status IN (:placed, :review, :payment) AND attribute_exists(orderId)',
      ProjectionExpression: 'orderId',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: {
        ':placed': { S: 'PLACED' },
        ':review': { S: 'IN_REVIEW' },
        ':payment': { S: 'AWAITING_PAYMENT' },
      },
    },
  );
  const found = new Set<string>();
  for await (const { Items = [] } of scan) {
    for (const { orderId } of Items) if (orderId?.S) found.add(orderId.S);
  }
  return [...found].toSorted();
}
