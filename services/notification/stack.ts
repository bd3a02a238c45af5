import {
  functionsOf,
  platformOf,
  readAtRunTime,
  type ServiceFunction,
  ServiceTable,
  stackId,
  type StackInput,
  stackProps,
  type StageProfile,
  TopicConsumer,
} from '@waypost/cdk-kit';
import { Stack } from 'aws-cdk-lib';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import { MAILED_EVENTS } from './src/mailed-events.ts';

const IMPACT = 'shoppers get no mails of their orders; the orders themselves go on';

/** Mails to shoppers: by SES, or to the sandbox's inbox on a stage with simulated external services. */
export class NotificationStack extends Stack {
  constructor(scope: Construct, { stage }: StackInput) {
    super(scope, stackId('notification', stage), stackProps('notification', stage));
    const platform = platformOf(this, stage);
    const table = new ServiceTable(this, 'MailLog', { stage });

    const mail = stage.externalServices === 'simulated' ? this.#mailToSandbox(stage) : this.#mailBySes(stage);
    mail.addEnvironment('TABLE_NAME', table.tableName);
    mail.addEnvironment('USER_POOL_ID', platform.userPool.userPoolId);
    mail.allow(['cognito-idp:AdminGetUser'], platform.userPool.userPoolArn);
    table.allow(mail, ['UpdateItem']);

    new TopicConsumer(this, 'OrderEvents', {
      stage,
      topic: platform.orderTopic,
      events: MAILED_EVENTS,
      function: mail,
    });
  }

  #mailToSandbox(stage: StageProfile): ServiceFunction {
    const mail = this.#define(stage)('mail-to-sandbox', { impact: IMPACT });
    readAtRunTime(mail, { stage, owner: 'sandbox', name: 'api-url', variable: 'SANDBOX_URL_PARAMETER' });
    return mail;
  }

  #mailBySes(stage: StageProfile): ServiceFunction {
    const sender = new EmailIdentity(this, 'Sender', { identity: Identity.email(stage.mailFrom) });
    const mail = this.#define(stage)('mail-by-ses', { impact: IMPACT, environment: { MAIL_FROM: stage.mailFrom } });
    mail.allow(['ses:SendEmail'], sender.emailIdentityArn);
    return mail;
  }

  #define(stage: StageProfile) {
    return functionsOf(this, { service: 'notification', stage, directory: import.meta.dirname });
  }
}
