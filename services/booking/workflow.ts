import type { StateMachineDefinition } from '@waypost/cdk-kit';
import { type Arns, arn, choose, input, jsonata, commandTasks, catchAll } from '@waypost/cdk-kit/workflow-tasks';
import { AuthorizePayment, CapturePayment, type CommandContract, ReversePayment } from '@waypost/contracts';
import {
  BeginCompensation,
  CancelBooking,
  CancelFlight,
  CancelHotel,
  ConfirmBooking,
  ReserveFlight,
  ReserveHotel,
} from './src/commands.ts';

const { ask } = commandTasks('bookingId');

/** The payment service knows a booking as what is paid for. */
const as = 'payableId';

/** An earlier attempt may have done everything but its last step, so a later attempt compensates every step. */
const begun = (step: string): string => jsonata(`$states.context.Execution.Input.attempt > 1 ? 'payment' : '${step}'`);

const outcomeIs = (outcome: string): string => `$states.input.outcome = '${outcome}'`;

/**
 * BookingWorkflow (Standard): from PENDING to CONFIRMED in ten transitions, or through every compensation in reverse
 * order to CANCELLED. `began` is the last step that may have begun, `reason` is why the booking ends, `undone` is the
 * outcome of the payment's reversal. Every failure leads to BeginCompensation, which records the reason before the
 * first compensation. If a compensation or the confirmation fails for good, the execution fails, and the next attempt
 * continues from the recorded state.
 */
export function bookingWorkflow(arns: Arns): StateMachineDefinition {
  return {
    QueryLanguage: 'JSONata',
    Comment: 'Books a flight, a hotel and their payment, or undoes all that was done for it',
    StartAt: 'ReserveFlight',
    States: { ...toConfirmed(arns), ...compensations(arns) },
  };
}

function toConfirmed(arns: Arns): StateMachineDefinition['States'] {
  const command = ({ name }: CommandContract) => arn(arns, name);
  const first = { reason: 'internal_error', began: begun('flight'), undone: 'not_begun' };
  return {
    ReserveFlight: {
      ...ask(ReserveFlight, command(ReserveFlight), {}),
      Assign: first,
      ...catchAll('BeginCompensation', first),
      Next: 'IsFlightReserved',
    },
    IsFlightReserved: choose(
      'BeginCompensation',
      [outcomeIs('reserved'), 'ReserveHotel', { began: begun('hotel') }],
      [outcomeIs('no_seats'), 'BeginCompensation', { reason: 'no_seats' }],
    ),
    ReserveHotel: {
      ...ask(ReserveHotel, command(ReserveHotel), {}),
      ...catchAll('BeginCompensation'),
      Next: 'IsHotelReserved',
    },
    IsHotelReserved: choose(
      'BeginCompensation',
      [outcomeIs('reserved'), 'ProcessPayment', { began: 'payment' }],
      [outcomeIs('no_rooms'), 'BeginCompensation', { reason: 'no_rooms' }],
    ),
    // One branch: the two steps of the payment as one of the saga, whose failure is caught in one place.
    ProcessPayment: {
      Type: 'Parallel',
      Branches: [
        {
          StartAt: 'AuthorizePayment',
          States: {
            AuthorizePayment: {
              ...ask(
                AuthorizePayment,
                command(AuthorizePayment),
                { shopperId: input('shopperId'), amount: input('total'), paymentMethod: input('paymentMethod') },
                { as },
              ),
              Next: 'CapturePayment',
            },
            // Refused where nothing is authorized: then the card was declined, or wants more than a trip waits for.
            CapturePayment: { ...ask(CapturePayment, command(CapturePayment), {}, { as }), End: true },
          },
        },
      ],
      Output: jsonata('$states.result[0]'),
      Assign: {
        capture: jsonata('$states.result[0].outcome'),
        rejection: jsonata("$states.result[0].reason ? $states.result[0].reason : ''"),
      },
      ...catchAll('BeginCompensation'),
      Next: 'ConfirmBooking',
    },
    ConfirmBooking: {
      ...ask(ConfirmBooking, command(ConfirmBooking), { captured: jsonata("$capture = 'captured'") }, { attempts: 10 }),
      Next: 'IsConfirmed',
    },
    IsConfirmed: choose(
      'BeginCompensation',
      [outcomeIs('confirmed'), 'Confirmed'],
      ["$capture = 'declined' or $rejection = 'not_authorized'", 'BeginCompensation', { reason: 'payment_declined' }],
    ),
    Confirmed: { Type: 'Succeed' },
  };
}

/** In reverse, from the last step that may have begun something. */
function compensations(arns: Arns): StateMachineDefinition['States'] {
  const command = ({ name }: CommandContract) => arn(arns, name);
  const patient = { attempts: 10 };
  const compensation = outcomeIs('compensating');
  return {
    BeginCompensation: {
      ...ask(
        BeginCompensation,
        command(BeginCompensation),
        { reason: jsonata('$reason'), began: jsonata('$began') },
        patient,
      ),
      Next: 'WhatToUndo',
    },
    WhatToUndo: choose(
      'Superseded',
      [`${compensation} and $began = 'payment'`, 'ReversePayment'],
      [`${compensation} and $began = 'hotel'`, 'CancelHotel'],
      [compensation, 'CancelFlight'],
    ),
    ReversePayment: {
      ...ask(ReversePayment, command(ReversePayment), {}, { ...patient, as }),
      Assign: { undone: jsonata('$states.result.Payload.outcome') },
      Next: 'CancelHotel',
    },
    CancelHotel: {
      ...ask(CancelHotel, command(CancelHotel), { paymentReversed: jsonata('$undone') }, patient),
      Next: 'CancelFlight',
    },
    CancelFlight: { ...ask(CancelFlight, command(CancelFlight), {}, patient), Next: 'CancelBooking' },
    CancelBooking: { ...ask(CancelBooking, command(CancelBooking), {}, patient), End: true },
    /** A newer drive has the booking, or it is decided: there is nothing to do for this one. */
    Superseded: { Type: 'Succeed' },
  };
}
