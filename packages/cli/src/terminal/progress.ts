/** How long work takes before anything is said about it, and between two reports. In milliseconds. */
const patience = 500;
const pause = 100;

/** Says on a terminal what is being done, once it takes long. */
export interface Progress {
  /** One more of something was done: `Reading folders`. */
  step(what: string): void;
  /** Takes the report away, before anything else is printed. */
  end(): void;
}

/** Never says anything. */
export const silent: Progress = {
  step: () => undefined,
  end: () => undefined,
};

/**
 * Progress on standard error. All work here is synchronous, so that no timer would ever run: each
 * step looks at the clock itself. Nothing is written where there is no terminal, or in CI.
 */
export function createProgress(): Progress {
  const stream = process.stderr;
  if (!stream.isTTY || process.env['CI'] !== undefined) return silent;
  const started = performance.now();
  let reportedAt = started + patience - pause;
  let current = '';
  let done = 0;
  let isShown = false;
  return {
    step: (what) => {
      if (what !== current) {
        current = what;
        done = 0;
      }
      done += 1;
      // Asking for the time of day is as dear as the smallest steps.
      if (done % 64 !== 0) return;
      const time = performance.now();
      if (time - reportedAt < pause) return;
      reportedAt = time;
      isShown = true;
      stream.write(`\r\u001B[2K${what}: ${done.toLocaleString('en')}`);
    },
    end: () => {
      if (isShown) stream.write('\r\u001B[2K');
      isShown = false;
    },
  };
}
