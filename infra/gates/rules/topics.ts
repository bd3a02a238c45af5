import { at, listOf, referenceOf, resourcesOf, type SynthesizedStack, textsOf } from '../template.ts';
import type { SystemRule } from './rule.ts';

/** Events that rules forward to topics of their stack. */
function forwardedBy(stack: SynthesizedStack): readonly string[] {
  const topics = new Set(resourcesOf(stack, 'AWS::SNS::Topic').map(({ id }) => id));
  return resourcesOf(stack, 'AWS::Events::Rule')
    .filter(({ properties }) =>
      listOf(properties['Targets']).some((target) => topics.has(referenceOf(at(target, 'Arn')) ?? '')),
    )
    .flatMap(({ properties }) => textsOf(at(properties, 'EventPattern', 'detail-type')));
}

/** A queue that is subscribed to an event that no topic receives stays empty without an error. */
export const subscriptionToSilence: SystemRule = (stacks) => {
  const forwarded = new Set(stacks.flatMap(forwardedBy));
  return stacks.flatMap((stack) =>
    resourcesOf(stack, 'AWS::SNS::Subscription').flatMap(({ id, properties }) =>
      textsOf(at(properties, 'FilterPolicy', 'detail-type'))
        .filter((name) => !forwarded.has(name))
        .map((name) => ({
          rule: 'subscription-to-silence',
          stack: stack.name,
          resource: id,
          message: `waits for ${name}, which no rule puts on a topic`,
        })),
    ),
  );
};
