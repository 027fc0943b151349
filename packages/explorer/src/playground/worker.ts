import { describeText, type TextApp } from './describe-text.js';
import { parseModule } from './parser.js';
import type { FromWorker, ToWorker } from './text-apps.js';

/** Milliseconds of work between two looks at what the page wants meanwhile. */
const slice = 20;

let latest: TextApp | undefined;

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'files') {
    latest = describeText(data.files, parseModule);
    send({ kind: 'app', app: latest.explorer });
  } else {
    void check(data);
  }
});

async function check({ id, target }: Extract<ToWorker, { kind: 'findings' }>): Promise<void> {
  const app = latest;
  let end = performance.now() + slice;
  const findings = await app?.findings(target, async () => {
    if (performance.now() < end) return false;
    await new Promise((resolve) => setTimeout(resolve));
    end = performance.now() + slice;
    return app !== latest;
  });
  send({ kind: 'findings', id, findings });
}

function send(message: FromWorker): void {
  postMessage(message);
}
