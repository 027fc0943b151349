import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { docsCode } from '../harness/docs-code.js';
import { LspApp } from '../harness/lsp-app.js';
import { runProcess } from '../harness/next-app.js';
import { serverOnPath } from '../harness/neovim.js';

const missing =
  spawnSync('emacs', ['--batch', '--eval', "(progn (package-initialize) (require 'eglot))"])
    .status === 0
    ? undefined
    : 'Emacs with eglot is not installed: run test/harness/install-editors.sh';

/** Opens the layout as a user does, waits for what eglot shows, and prints it. */
const session = `
(find-file "app/dash/layout.tsx")
(run-hooks 'post-command-hook)
(defun wait-for (what)
  (let ((end (+ (float-time) 30)))
    (while (not (funcall what))
      (when (> (float-time) end) (error "Nothing came"))
      (accept-process-output nil 0.05))))
(wait-for (lambda () (eglot-managed-p)))
(flymake-start)
(wait-for (lambda () (flymake-diagnostics)))
(dolist (diagnostic (flymake-diagnostics))
  (princ (format "diagnostic: %s\\n" (flymake-diagnostic-text diagnostic))))
(goto-char (point-min))
(search-forward "{ ")
(let ((table (nth 2 (eglot-completion-at-point))))
  (dolist (name (all-completions "" table))
    (princ (format "completion: %s\\n" (substring-no-properties name)))))
`;

test.skipIf(missing !== undefined)(
  'Emacs shows diagnostics and completions through eglot',
  async () => {
    const app = new LspApp({
      'app/layout.tsx': true,
      'app/dash/layout.tsx':
        'export default function Dash({ children }) {\n  return children;\n}\n',
      'app/dash/page.tsx': true,
      'app/dash/@team/page.tsx': true,
    });
    app.write(
      '.editor/init.el',
      `(package-initialize)\n${docsCode('editors.md', 'Emacs, eglot', 'elisp')}`,
    );
    app.write('.editor/session.el', session);
    const { stdout, stderr, code } = await runProcess(
      'emacs',
      ['--batch', '-l', app.path('.editor/init.el'), '-l', app.path('.editor/session.el')],
      { cwd: app.root, env: { ...serverOnPath(app), HOME: app.root } },
    );
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/diagnostic: next-slots \[require-slot-default\]: .*`@team` has no/u);
    expect(stdout).toContain('completion: team');
  },
);

test.runIf(missing !== undefined)('Emacs is not driven', ({ skip }) => {
  skip(missing);
});
