// Loaded before a measured program: says at its end, on standard error, what it took of the machine.
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const cpu = (userCPUTime + systemCPUTime) / 1000;
  process.stderr.write(JSON.stringify({ cpu, memory: maxRSS / 1024 }));
});
