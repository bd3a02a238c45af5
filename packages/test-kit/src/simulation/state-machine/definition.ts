import * as z from 'zod';

/**
 * Subset of the Amazon States Language with JSONata that the interpreter supports. Unknown fields are rejected, so that
 * no definition runs differently than on AWS. Source: https://states-language.net/
 */
const Assign = z.record(z.string(), z.unknown());
const ErrorEquals = z.array(z.string()).min(1);

const Retrier = z.strictObject({
  ErrorEquals,
  IntervalSeconds: z.number().default(1),
  BackoffRate: z.number().default(2),
  MaxAttempts: z.int().default(3),
  MaxDelaySeconds: z.number().optional(),
  JitterStrategy: z.enum(['FULL', 'NONE']).default('NONE'),
});
export type Retrier = z.infer<typeof Retrier>;

const Catcher = z.strictObject({
  ErrorEquals,
  Next: z.string(),
  Assign: Assign.optional(),
  Output: z.unknown().optional(),
});
export type Catcher = z.infer<typeof Catcher>;

const any = {
  Comment: z.string().optional(),
  QueryLanguage: z.literal('JSONata').optional(),
  Output: z.unknown().optional(),
};
const moves = { Next: z.string().optional(), End: z.literal(true).optional(), Assign: Assign.optional() };
const fallible = { Retry: z.array(Retrier).default([]), Catch: z.array(Catcher).default([]) };
/** A number, or a JSONata expression that gives one. */
const Seconds = z.union([z.number(), z.string()]);

const ChoiceRule = z.strictObject({
  Comment: z.string().optional(),
  Condition: z.union([z.string(), z.boolean()]),
  Next: z.string(),
  Assign: Assign.optional(),
  Output: z.unknown().optional(),
});

const Task = z.strictObject({
  Type: z.literal('Task'),
  Resource: z.enum([
    'arn:aws:states:::lambda:invoke',
    'arn:aws:states:::lambda:invoke.waitForTaskToken',
    'arn:aws:states:::aws-sdk:sfn:startSyncExecution',
  ]),
  Arguments: z.unknown().optional(),
  TimeoutSeconds: Seconds.optional(),
  ...any,
  ...moves,
  ...fallible,
});
export type TaskState = z.infer<typeof Task>;

/** An interface, and not inferred, since states hold machines that hold states. */
interface States {
  readonly [name: string]: State;
}
const States: z.ZodType<States> = z.lazy(() => z.record(z.string(), State));
const inner = { Comment: z.string().optional(), StartAt: z.string(), States };

const InnerMachine = z.strictObject(inner);
export type InnerMachine = z.infer<typeof InnerMachine>;

const Parallel = z.strictObject({
  Type: z.literal('Parallel'),
  Branches: z.array(InnerMachine),
  Arguments: z.unknown().optional(),
  ...any,
  ...moves,
  ...fallible,
});
export type ParallelState = z.infer<typeof Parallel>;

const MapItems = z.strictObject({
  Type: z.literal('Map'),
  Items: z.unknown().optional(),
  ItemSelector: z.unknown().optional(),
  MaxConcurrency: z.int().optional(),
  ItemProcessor: z.strictObject({
    ProcessorConfig: z.strictObject({ Mode: z.literal('INLINE') }).optional(),
    ...inner,
  }),
  ...any,
  ...moves,
  ...fallible,
});
export type MapState = z.infer<typeof MapItems>;

const State = z.discriminatedUnion('Type', [
  Task,
  Parallel,
  MapItems,
  z.strictObject({
    Type: z.literal('Choice'),
    Choices: z.array(ChoiceRule).min(1),
    Default: z.string().optional(),
    Assign: Assign.optional(),
    ...any,
  }),
  z.strictObject({ Type: z.literal('Pass'), ...any, ...moves }),
  z.strictObject({
    Type: z.literal('Wait'),
    Seconds: Seconds.optional(),
    Timestamp: z.string().optional(),
    ...any,
    ...moves,
  }),
  z.strictObject({ Type: z.literal('Succeed'), ...any }),
  z.strictObject({ Type: z.literal('Fail'), ...any, Error: z.string().optional(), Cause: z.string().optional() }),
]);
export type State = z.infer<typeof State>;

const Machine = z.strictObject({
  ...inner,
  QueryLanguage: z.literal('JSONata'),
  TimeoutSeconds: z.number().optional(),
});
export type Machine = z.infer<typeof Machine>;

/** @throws ZodError for what isn't a definition, or has fields that the interpreter doesn't know. */
export const machineOf = (definition: unknown): Machine => Machine.parse(definition);
