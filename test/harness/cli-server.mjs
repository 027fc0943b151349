// Runs the packed command line again and again, as its parent asks: starting it takes Node longer than most
// runs take. Each run loads the entry anew; what it has loaded itself stays.
import { pathToFileURL } from 'node:url';

const entry = process.argv[2] ?? '';
let runs = 0;

process.on('message', (request) => {
  void run(request).then((result) => process.send?.(result));
});
process.on('disconnect', () => process.exit());

async function run({ args, cwd, env }) {
  const stdout = capture(process.stdout);
  const stderr = capture(process.stderr);
  process.chdir(cwd);
  process.env = env;
  process.argv = [process.execPath, entry, ...args];
  process.exitCode = undefined;
  process.stdout.removeAllListeners('error');
  runs += 1;
  try {
    await import(`${pathToFileURL(entry).href}?run=${runs}`);
    return { code: process.exitCode ?? 0, stdout: stdout.end(), stderr: stderr.end() };
  } catch (error) {
    return { code: 1, stdout: stdout.end(), stderr: `${stderr.end()}${error?.stack ?? error}\n` };
  }
}

function capture(stream) {
  const { write } = stream;
  const chunks = [];
  stream.write = (chunk) => chunks.push(Buffer.from(chunk)) > 0;
  return {
    end() {
      stream.write = write;
      return Buffer.concat(chunks).toString();
    },
  };
}
