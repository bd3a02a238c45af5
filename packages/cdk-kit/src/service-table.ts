import {
  AttributeType,
  BillingMode,
  type ITable,
  ProjectionType,
  StreamViewType,
  Table,
} from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { ServiceFunction } from './service-function.ts';
import type { StageProfile } from './stage.ts';

/** The item-level actions of DynamoDB. A transaction needs those of its parts; it has no action of its own. */
export type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'BatchWriteItem'
  | 'ConditionCheckItem'
  | 'Query';

/**
 * A service's table: keys `pk` and `sk`, on demand, items that expire by `expiresAt` (epoch seconds), and a stream of new
 * images for the relay.
 */
export class ServiceTable extends Construct {
  readonly #table: Table;

  constructor(scope: Construct, id: string, { stage }: { readonly stage: StageProfile }) {
    super(scope, id);
    this.#table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      stream: StreamViewType.NEW_IMAGE,
      timeToLiveAttribute: 'expiresAt',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: stage.pointInTimeRecovery },
      deletionProtection: stage.deletionProtection,
      removalPolicy: stage.removalPolicy,
    });
  }

  get tableName(): string {
    return this.#table.tableName;
  }

  /** The table as CDK's own constructs take it. */
  get table(): ITable {
    // CDK's classes declare optional fields in a way that exactOptionalPropertyTypes refuses; its interfaces are what it takes.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    return this.#table as ITable;
  }

  /** Adds an index whose keys are `<name>pk` and `<name>sk`, holding every attribute or those named. */
  addIndex(name: string, attributes?: readonly string[]): void {
    this.#table.addGlobalSecondaryIndex({
      indexName: name,
      partitionKey: { name: `${name}pk`, type: AttributeType.STRING },
      sortKey: { name: `${name}sk`, type: AttributeType.STRING },
      ...(attributes
        ? { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...attributes] }
        : { projectionType: ProjectionType.ALL }),
    });
  }

  /** Grants what a function calls on the items of the table, and nothing more. */
  allow(handler: ServiceFunction, actions: readonly TableAction[]): void {
    handler.allow(
      actions.map((action) => `dynamodb:${action}`),
      this.#table.tableArn,
    );
  }

  /** Grants queries of one index. */
  allowIndex(handler: ServiceFunction, name: string): void {
    handler.allow(['dynamodb:Query'], `${this.#table.tableArn}/index/${name}`);
  }

  /**
   * Grants what Lambda's poller does in the function's name; CDK's own grants are wider, and kept off the role.
   * Source: https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-create-package.html
   */
  allowStream(handler: ServiceFunction): void {
    handler.allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], this.#streamArn);
    // Lists the streams of the table, so it can't name one of them.
    handler.allow(['dynamodb:ListStreams'], `${this.#table.tableArn}/stream/*`);
  }

  get #streamArn(): string {
    const { tableStreamArn } = this.#table;
    if (tableStreamArn === undefined) throw new Error('A service table has a stream');
    return tableStreamArn;
  }
}
