import { beforeAll, describe, expect, it } from 'vitest';
import { stageFromEnvironment } from '@waypost/stages';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { BookingStack } from './stack.ts';

let template: Template;
beforeAll(() => {
  template = Template.fromStack(
    new BookingStack(new App(), { stage: stageFromEnvironment({ WAYPOST_STAGE: 'prod' }) }),
  );
});

/** The functions that may do something, by the names of their roles. */
const allowedTo = (action: string): readonly string[] =>
  Object.entries(template.findResources('AWS::IAM::Policy'))
    .filter(([, { Properties }]) => JSON.stringify(Properties).includes(`"${action}"`))
    .map(([id]) => id.replace(/Role.*/, ''))
    .toSorted();

describe('the booking stack', () => {
  it('grants starting and describing workflows to no function but those that need it', () => {
    expect(allowedTo('states:StartExecution')).toEqual(['redrivebooking', 'startbookingworkflow', 'sweepbookings']);
    expect(allowedTo('states:DescribeExecution')).toEqual(['redrivebooking', 'sweepbookings']);
  });

  it('grants writing bookings to no function but those that need it', () => {
    expect(allowedTo('dynamodb:PutItem')).toEqual([
      'begincompensation',
      'booktrip',
      'cancelbooking',
      'cancelflight',
      'cancelhotel',
      'confirmbooking',
      'redrivebooking',
      'reserveflight',
      'reservehotel',
      'sweepbookings',
    ]);
  });

  it('lets searching touch no table', () => {
    const searching = allowedTo('dynamodb:Query').concat(allowedTo('dynamodb:GetItem'));
    expect(searching).not.toContain('listflights');
    expect(searching).not.toContain('listhotels');
  });

  it('states in its alarm where parked bookings are, and how to resume them', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmDescription: Match.stringLikeRegexp('npm run redrive -- <bookingId>'),
    });
  });

  it('gives who asks an airline or a hotel time for two tries', () => {
    for (const name of ['reserve-flight', 'cancel-flight', 'reserve-hotel', 'cancel-hotel', 'book-trip']) {
      template.hasResourceProperties('AWS::Lambda::Function', {
        FunctionName: `waypost-prod-booking-${name}`,
        Timeout: 12,
      });
    }
  });

  it('leaves where a real airline and hotel are to their parameters', () => {
    for (const partner of ['airline', 'hotel'])
      template.hasResourceProperties('AWS::SSM::Parameter', { Name: `/waypost/prod/booking/${partner}-url` });
  });
});
