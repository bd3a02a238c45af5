/**
 * CDK's classes declare optional fields in a way that exactOptionalPropertyTypes refuses where CDK's own constructs take their
 * interfaces. These are the same objects, told to be what they are.
 */
import type { ITable, Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Alias, IFunction } from 'aws-cdk-lib/aws-lambda';

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
export const tableOf = (table: Table): ITable => table as ITable;

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
export const functionOf = (alias: Alias): IFunction => alias as IFunction;
