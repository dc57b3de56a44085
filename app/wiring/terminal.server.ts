const redrawMs = 100;
const barWidth = 24;

/** Where a command speaks: results on standard output, progress and failures on standard error. */
export interface Terminal {
  isJson: boolean;
  /** A result. With --json only `value` is printed, as one line. */
  result(text: string, value: unknown): void;
  /** A line for people; silent with --json. */
  print(text: string): void;
  fail(text: string): void;
  /** How far a long work is. Redrawn in place on a terminal, quiet elsewhere. */
  progress(label: string, done: number, total: number | null): void;
}

export function makeTerminal({ isJson }: { isJson: boolean }): Terminal {
  const isInteractive = Boolean(process.stderr.isTTY) && !isJson;
  let drawnAt = 0;
  let isDrawn = false;

  function clearProgress() {
    if (isDrawn) process.stderr.write("\r\u001b[K");
    isDrawn = false;
  }

  return {
    isJson,
    result(text, value) {
      clearProgress();
      process.stdout.write(isJson ? `${JSON.stringify(value)}\n` : `${text}\n`);
    },
    print(text) {
      clearProgress();
      if (!isJson) process.stdout.write(`${text}\n`);
    },
    fail(text) {
      clearProgress();
      process.stderr.write(isJson ? `${JSON.stringify({ error: text })}\n` : `${text}\n`);
    },
    progress(label, done, total) {
      const isLast = total !== null && done >= total;
      if (!isInteractive || (!isLast && Date.now() - drawnAt < redrawMs)) return;
      drawnAt = Date.now();
      isDrawn = true;
      process.stderr.write(`\r\u001b[K${label} ${total === null ? done : bar(done, total)}`);
    },
  };
}

function bar(done: number, total: number): string {
  const filled = total === 0 ? barWidth : Math.round((done / total) * barWidth);
  return `${"█".repeat(filled)}${"░".repeat(barWidth - filled)} ${done}/${total}`;
}
