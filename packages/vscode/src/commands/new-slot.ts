import {
  editorRequests,
  newSlotFiles,
  notificationText,
  templateNames,
  type NewSlotAnswer,
  type NewSlotParams,
} from '@next-slots/core';
import { Uri, window, workspace } from 'vscode';
import { readEdit, type ProtocolEdit } from '../server/read-edit.js';
import type { CommandContext } from './command-context.js';
import { pickApp } from './pick-app.js';

type File = (typeof newSlotFiles)[number];
type Template = (typeof templateNames)[number];

const fileDetails = {
  page: 'content of the slot at the folder’s own URL',
  default: 'fallback where no page of the slot matches',
  loading: 'fallback while the slot loads',
  error: 'fallback when the slot throws',
} as const satisfies Record<File, string>;

const templateDetails = {
  null: 'renders nothing',
  'not-found': 'keeps the 404',
  mirror: 'renders the slot’s page',
} as const satisfies Record<Template, string>;

/**
 * Makes a slot: asks for its name, its files and what its default holds, and adds its prop to the
 * layout.
 *
 * @param target - The folder whose layout receives it; without one, that of the open file, or one
 *   that the user picks.
 */
export async function newSlot(context: CommandContext, target: Uri | undefined): Promise<void> {
  const folder = target ?? (await pickFolder(context));
  if (!folder) return;
  const ask = (params: Omit<NewSlotParams, 'folder'>) =>
    context.server.request<NewSlotAnswer<ProtocolEdit>>(editorRequests.newSlot, {
      folder: folder.toString(),
      ...params,
    });

  const name = await askForName(folder, async (typed) => {
    const answer = await ask({ name: typed, files: [] });
    return 'problem' in answer ? answer.problem : undefined;
  });
  if (name === undefined) return;
  const files = await askForFiles(name);
  if (!files) return;
  const template = files.includes('default') ? await askForTemplate(name) : 'null';
  if (template === undefined) return;

  const answer = await ask({ name, files, template });
  if ('problem' in answer) {
    void window.showWarningMessage(notificationText(answer.problem));
    return;
  }
  await workspace.applyEdit(readEdit(answer.edit), { isRefactoring: true });
  const [first] = answer.edit.documentChanges ?? [];
  if (first?.kind === 'create') await window.showTextDocument(Uri.parse(first.uri));
}

/** The folder of the open file, the nearest one outside of slots, else the app directory. */
async function pickFolder(context: CommandContext): Promise<Uri | undefined> {
  const app = await pickApp(context);
  if (!app) return undefined;
  const root = Uri.parse(app.app);
  const open = window.activeTextEditor?.document.uri;
  const isInApp = open?.path.startsWith(`${root.path}/`) === true;
  const around = isInApp ? Uri.joinPath(open, '..') : root;
  const folders = [...new Set([around.path, ...(await layoutFolders(root))])];
  const picked = await window.showQuickPick(
    folders.map((path) => ({ label: path.slice(root.path.length) || '/', path })),
    { title: 'Which layout gets the new slot?' },
  );
  return picked && root.with({ path: picked.path });
}

async function layoutFolders(root: Uri): Promise<readonly string[]> {
  const layouts = await workspace.findFiles('**/layout.{js,jsx,ts,tsx}', '**/node_modules/**');
  return layouts
    .map((layout) => Uri.joinPath(layout, '..').path)
    .filter((folder) => folder === root.path || folder.startsWith(`${root.path}/`))
    .sort();
}

async function askForName(
  folder: Uri,
  problemWith: (name: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  const typed = await window.showInputBox({
    title: 'New slot',
    prompt: `The slot's name, without @. The layout of ${folder.path.slice(folder.path.lastIndexOf('/') + 1)} receives it as a prop.`,
    placeHolder: 'team',
    validateInput: (value) => problemWith(withoutAt(value)),
  });
  return typed === undefined ? undefined : withoutAt(typed);
}

function withoutAt(name: string): string {
  return name.trim().replace(/^@/u, '');
}

async function askForFiles(name: string): Promise<readonly File[] | undefined> {
  const picked = await window.showQuickPick(
    newSlotFiles.map((file) => ({
      label: file,
      description: fileDetails[file],
      picked: file === 'page' || file === 'default',
      file,
    })),
    { title: `Which files do you want to create for @${name}?`, canPickMany: true },
  );
  return picked?.map(({ file }) => file);
}

async function askForTemplate(name: string): Promise<string | undefined> {
  const picked = await window.showQuickPick(
    templateNames.map((template) => ({
      label: template,
      description: templateDetails[template],
    })),
    { title: `What should the default of @${name} render?` },
  );
  return picked?.label;
}
