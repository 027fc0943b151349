import { describe, expect, test } from 'vitest';
import { docsCode } from '../harness/docs-code.js';
import { LspApp } from '../harness/lsp-app.js';
import { Neovim, neovimMissing } from '../harness/neovim.js';

const layout = 'app/dash/layout.tsx';

/** A menu that does not block, as every plugin for menus has: it keeps what it shows. */
const menu = `
vim.ui.select = function(items, options, choose)
  shown = vim.tbl_map(options.format_item, items)
  pick = function(number)
    choose(items[number], number)
    return true
  end
end
`;

function open(text: string): { app: LspApp; editor: Neovim } {
  const app = new LspApp({
    'app/layout.tsx': true,
    'app/page.tsx': true,
    [layout]: text,
    'app/dash/page.tsx': true,
    'app/dash/@team/page.tsx': true,
    'app/dash/@feed/page.tsx': true,
    'app/dash/@feed/default.tsx': true,
  });
  const config = docsCode('editors.md', 'Neovim 0.7 to 0.10', 'lua');
  return { app, editor: new Neovim(app, config + menu) };
}

describe.skipIf(neovimMissing !== undefined)('in Neovim, set up as the docs say', () => {
  const text =
    'export default function Dash({\n  children,\n  feed,\n  team,\n}) {\n  return [children, feed, team];\n}\n';

  test('a missing default is shown, created by the code action, and gone', async () => {
    const { app, editor } = open(text);
    await editor.until(() => editor.lua<boolean>('true'), 'Neovim answers');
    await editor.keys(`:edit ${layout}<CR>`);
    await editor.until(
      async () => (await editor.screen()).some((line) => line.includes('`@team` has no')),
      'the problem stands on the screen',
    );
    expect((await editor.screen())[3]).toMatch(/^E {3}team, +■ .*`@team` has no/u);

    await editor.keys('4G:lua vim.lsp.buf.code_action()<CR>');
    await editor.until(() => editor.lua<boolean>('shown ~= nil'), 'the menu of actions');
    expect(await editor.lua<string[]>('shown')).toEqual([
      'Create dash/@team/default.tsx',
      'Create dash/@team/default.tsx that keeps the 404',
      'Create dash/@team/default.tsx that renders the slot’s page',
      'Disable next-slots/require-slot-default for this line',
      'Fix all next-slots problems in this file',
      'Fix all next-slots problems in the workspace',
    ]);
    await editor.lua('pick(1)');
    await editor.until(() => Promise.resolve(app.has('app/dash/@team/default.tsx')), 'the file');
    await editor.keys(':wall<CR>');
    await editor.until(
      () => Promise.resolve(app.read('app/dash/@team/default.tsx').includes('return null;')),
      'its text',
    );
    await editor.until(
      async () => !(await editor.screen()).some((line) => line.includes('`@team` has no')),
      'the problem is gone',
    );
  });

  test('slot names are completed where they are typed', async () => {
    const { editor } = open(
      'export default function Dash({ children,  }) {\n  return children;\n}\n',
    );
    await editor.until(() => editor.lua<boolean>('true'), 'Neovim answers');
    await editor.keys(`:edit ${layout}<CR>`);
    await editor.until(
      () => editor.lua<boolean>('#vim.lsp.buf_get_clients(0) > 0 and #vim.diagnostic.get(0) > 0'),
      'the server is attached',
    );
    await editor.keys('/,<CR>la<C-x><C-o>');
    const offered = () =>
      editor.lua<string[]>(
        'vim.tbl_map(function(item) return item.word end, vim.fn.complete_info({"items"}).items)',
      );
    await editor.until(async () => (await offered()).length > 0, 'the menu with the slots');
    expect(await offered()).toEqual(['feed', 'team']);
    await editor.keys('<C-n><C-y><Esc>');
    await editor.until(
      async () => (await editor.screen()).some((line) => /children, +team +\}/u.test(line)),
      'the chosen name in the text',
    );
  });
});

test.runIf(neovimMissing !== undefined)('Neovim is not driven', ({ skip }) => {
  skip(neovimMissing);
});
