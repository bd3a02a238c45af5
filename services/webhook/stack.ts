import {
  functionsOf,
  impactAlarm,
  OutboxRelay,
  parameterName,
  platformOf,
  QueueConsumer,
  ServiceApi,
  type ServiceFunction,
  ServiceTable,
  stackId,
  type StackInput,
  stackProps,
  type StageProfile,
} from '@waypost/cdk-kit';
import { ReceiveCarrierWebhook, ReceivePaymentWebhook } from '@waypost/contracts';
import { Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { SIGNATURE_REFUSED } from './src/ports.ts';

interface Intake {
  readonly provider: 'payment' | 'carrier';
  /** Impact while the provider's webhooks are not accepted or not published. */
  readonly notice: string;
}

/** Webhooks of external services: each is verified, accepted at once, and published on the bus once. */
export class WebhookStack extends Stack {
  constructor(scope: Construct, { stage }: StackInput) {
    super(scope, stackId('webhook', stage), stackProps('webhook', stage));
    const platform = platformOf(this, stage);
    const table = new ServiceTable(this, 'Webhooks', { stage });

    const payment = this.#intake(stage, table, {
      provider: 'payment',
      notice: 'orders whose payment needs authentication wait',
    });
    const carrier = this.#intake(stage, table, {
      provider: 'carrier',
      notice: 'parcels keep an outdated status',
    });
    const relay = this.#define(stage, table)('relay-outbox', {
      impact: 'reports of the payment provider and the carrier are not published',
    });

    new OutboxRelay(this, 'Relay', { stage, table, bus: platform.bus, function: relay });
    new ServiceApi(this, 'Api', {
      stage,
      service: 'webhook',
      platform,
      routes: [
        [ReceivePaymentWebhook, payment],
        [ReceiveCarrierWebhook, carrier],
      ],
    });
  }

  /**
   * Intake of one provider's webhooks: its API function, its secret, and the queue to the function that stores them.
   */
  #intake(stage: StageProfile, table: ServiceTable, { provider, notice }: Intake): ServiceFunction {
    const define = this.#define(stage, table);
    const secret = this.#signingSecret(stage, provider);
    const receive = define(`receive-${provider}-webhook`, {
      impact: `${notice}; the ${provider} provider retries rejected webhooks`,
      environment: { SIGNING_SECRET_ARN: secret.secretArn },
    });
    receive.allow(['secretsmanager:GetSecretValue'], secret.secretArn);
    table.allow(receive, ['GetItem']);
    this.#alarmOfRejections(stage, { provider, notice });

    const impact = `${notice}; accepted webhooks are only in the queue or its dead-letter queue`;
    const keep = define(`keep-${provider}-webhook`, { impact });
    table.allow(keep, ['PutItem']);
    const name = provider === 'payment' ? 'PaymentWebhooks' : 'CarrierWebhooks';
    new QueueConsumer(this, name, { stage, function: keep }).acceptMessagesFrom(receive);
    return receive;
  }

  /** Found by its name by who replaces it, and by the simulated provider, which signs with it. */
  #signingSecret(stage: StageProfile, provider: Intake['provider']): Secret {
    const id = provider === 'payment' ? 'PaymentSecret' : 'CarrierSecret';
    return new Secret(this, id, {
      secretName: parameterName(stage, 'webhook', provider).slice(1),
      description: `Signs the webhooks of the ${provider} provider: current, and previous while both are valid.`,
      removalPolicy: stage.removalPolicy,
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: 'current',
        // 32 letters and digits are valid base64 too, which Standard Webhooks ask for.
        excludePunctuation: true,
        passwordLength: 32,
      },
    });
  }

  /** A single invalid request raises no alarm. A provider with a wrong secret does, even at low traffic. */
  #alarmOfRejections(stage: StageProfile, { provider, notice }: Intake): void {
    impactAlarm(this, SIGNATURE_REFUSED[provider], {
      stage,
      metric: new Metric({
        namespace: 'Waypost',
        metricName: SIGNATURE_REFUSED[provider],
        dimensionsMap: { service: 'webhook' },
        statistic: 'Sum',
        period: Duration.hours(1),
      }),
      threshold: 3,
      impact: `${notice}: webhooks in the name of the ${provider} provider have an invalid signature`,
      firstAction: `compare the signing secret with the one at the ${provider} provider`,
    });
  }

  #define(stage: StageProfile, table: ServiceTable) {
    const environment = { TABLE_NAME: table.tableName };
    return functionsOf(this, { service: 'webhook', stage, directory: import.meta.dirname, environment });
  }
}
