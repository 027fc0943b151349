import { printable } from '@next-slots/core';
import { shownPath, useApp } from './app-context.js';

/** A file, given relative to the app directory, that opens in the editor where there is one. */
export function FileName({ file, line = 1, short }: FileNameProps) {
  const { app, host } = useApp();
  const path = printable(shownPath(app, file));
  const text = short === undefined ? path : printable(short);
  const { openFile } = host;
  if (openFile) {
    return (
      <button
        type="button"
        class="file"
        title={path}
        onClick={() => {
          openFile(app, file, line);
        }}
      >
        {text}
      </button>
    );
  }
  if (app.fileLink === undefined) {
    return (
      <span class="file" title={path}>
        {text}
      </span>
    );
  }
  return (
    <a class="file" title={path} href={linkTo(app.fileLink, file, line)}>
      {text}
    </a>
  );
}

interface FileNameProps {
  readonly file: string;
  readonly line?: number;
  /** What is shown of the path, where what is around says the rest. */
  readonly short?: string;
}

function linkTo(template: string, file: string, line: number): string {
  const path = file.split('/').map(encodeURIComponent).join('/');
  return template.replaceAll('{file}', () => path).replaceAll('{line}', String(line));
}
