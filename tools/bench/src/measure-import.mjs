// Imports one bundle as Lambda's runtime does, and prints how long that took: milliseconds by the clock and of the processor.
const [began, before] = [performance.now(), process.cpuUsage()];
await import(process.argv[2]);
const [took, { user, system }] = [performance.now() - began, process.cpuUsage(before)];
process.stdout.write(`${took} ${(user + system) / 1000}`, () => process.exit(0));
